"""Gallery: every component in all its states, and sample pages, with invented content. Only where DEBUG is on.

`?page=shelf` shows a sample page; `?mode=elder`, `?contrast=high` show it as another reader sees it.
"""

from pathlib import Path

import segno
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from accounts.access import public

HOTLINE = {"number": "02355550112", "display": "023-5555 0112", "who": "周敏", "hours": "周一到周五 9:00–17:30"}


def slip(title: str, pay: str, unit: str, **more: object) -> dict:
    base = {"url": "?page=posting", "phone": HOTLINE["number"], "apply_url": "#", "facts": ["不要学历", "招 1 人"]}
    return {**base, "title": title, "pay": pay, "pay_unit": unit, **more}


SLIPS = [
    slip(
        "小区保洁员", "2,600", "元/月", hours="8:30–16:00", minutes=6, facts=["不要学历", "招 2 人"],
        reason="4 点下班，接孩子来得及",
    ),
    slip(
        "超市收银", "24", "元/小时", hours="9:00–15:00", minutes=9, facts=["初中就行", "招 1 人"],
        reason="3 点下班，周末不用去",
    ),
    slip(
        "学校食堂帮厨", "2,800", "元/月", hours="8:30–15:30", minutes=12, reason="在孩子学校，接上就走",
        step="办健康证",
    ),
]  # fmt: skip
MORE_SLIPS = [
    slip(
        "服装厂平车工（会锁边的优先，不会的可以先学一周）", "3,200–4,500", "元/月", hours="8:00–17:30",
        place="B 区门口", facts=["不要学历", "招 12 人"], reason="织布的手艺用得上", step="平车要试 20 分钟",
    ),
    slip("晚上送餐分拣", "90", "元/天", hours="17:00–20:00", minutes=15, state="applied", applied_url="#"),
    slip("小区门岗", "2,700", "元/月", hours="两班倒", minutes=4, state="gone", phone="", apply_url=""),
]  # fmt: skip
LIMITS = [
    {"name": "limit", "value": "pickup", "label": "接送孩子", "on": True, "detail": ""},
    {"name": "limit", "value": "no-night", "label": "不上夜班", "on": False, "detail": ""},
    {"name": "limit", "value": "no-standing", "label": "不能久站", "on": False, "detail": ""},
    {"name": "limit", "value": "on-foot", "label": "只走路", "on": True, "detail": ""},
]
REMOVED = [
    {"count": 6, "text": "要上夜班", "url": "#"},
    {"count": 5, "text": "16:30 以后才下班，接不了孩子", "url": "#"},
    {"count": 3, "text": "走路要 40 分钟以上", "url": "#"},
]
FACTS = [
    {"label": "上班", "value": "8:30–15:30"},
    {"label": "走路", "minutes": 12},
    {"label": "学历", "value": "不要学历"},
    {"label": "休息", "value": "周六、周日"},
    {"label": "工资", "value": "每月 15 号发，打到银行卡", "wide": True},
]
RECORD = {"total": 12, "in_time": 10, "days": 3, "squares": [True] * 10 + [False] * 2}
NO_RECORD = {"total": 0, "in_time": 0, "days": 3, "squares": []}
WAY = [
    mark_safe("<b>12 栋</b>出来，走到小区东门"),
    mark_safe("出<b>小区东门</b>，往右一直走"),
    mark_safe("走路约 12 分钟，过一个红绿灯，到<b>学校后门</b>"),
]
SEGMENTS = [{"state": "", "label": "周二"}, {"state": "", "label": "周三"}, {"state": "", "label": "周四 14:20"}]
SEGMENTS_HALF = [{"state": "gone", "label": "周二"}, {"state": "gone", "label": "周三"}, {"state": "", "label": "周四"}]
SEGMENTS_LATE = [{"state": "late", "label": ""}] * 3
CALL = format_html('食堂给您打电话，号码是 <b class="whole">{}</b>', "023-5555 0186")
STEPS = [
    {"when": "今天 周一 14:20", "text": "已经送到食堂陈师傅手机上", "state": "done"},
    {"when": "周四 14:20 以前", "text": CALL, "state": "now"},
    {"when": "周四 还没答复", "text": "社区去催，您不用管", "state": ""},
    {"when": "下周一 还是没有", "text": "社区给您回话，再找 3 个别的", "state": ""},
]
STEPS_LATE = [
    {"when": "11月12日 9:05", "text": "已经送到面馆", "state": "done"},
    {"when": "11月17日 9:05", "text": "说好的 3 个工作日到了，没有答复", "state": "late"},
    {"when": "今天 9:10", "text": "社区打电话催过了，面馆说今晚答复", "state": "now"},
]


def tag(kind: str, text: str, icon: str = "") -> dict:
    return {"kind": kind, "text": text, "icon": icon}


ROWS = [
    {
        "url": "#", "title": "学校食堂帮厨", "tag": tag("go", "约见面", "calendar"),
        "text": "周四 10:00 学校后门，找陈师傅",
    },
    {
        "url": "#", "title": "小区保洁员", "tag": tag("step", "等答复", "clock"), "segments": SEGMENTS_HALF,
        "text": "过了 2 天，还剩 1 天",
    },
    {
        "url": "#", "title": "面馆洗碗", "tag": tag("stop", "社区已催", "warn"), "segments": SEGMENTS_LATE,
        "text": "单位 3 天没答复，今天 9:10 催的",
    },
    {"url": "#", "title": "小区门岗", "tag": tag("off", "撤回了"), "text": "11月10日您撤回的"},
]  # fmt: skip
BOARD = [
    {
        "count": 3, "unit": "个", "title": "岗位等着审", "text": "先审 安居物业 · 小区保洁员\n答应今天 17:00 前答复",
        "url": "?page=review", "level": "step", "tag": tag("step", "今天到期", "clock"), "button": "开始审",
        "button_url": "?page=review", "key": "1",
    },
    {
        "count": 4, "unit": "份", "title": "单位超期未答", "url": "#", "level": "stop", "key": "2",
        "text": "先催 渝味小厨 · 洗碗工 · 黄桂芳 等了 5 天（说好 3 天）\n找陈老板 138 0013 6621",
        "tag": tag("stop", "最久超 2 天", "warn"), "button": "打完记结果", "button_url": "#",
    },
    {
        "count": 6, "unit": "户", "title": "今日走访", "text": "赵国平\n走路 6 分钟 · 上次说想学叉车，要问他几号有空",
        "plate": "B区 3栋 2单元 7-4", "url": "#", "button": "记走访", "button_url": "#", "key": "3",
    },
]  # fmt: skip
COLUMNS = [
    {"label": "谁在等", "kind": ""},
    {"label": "岗位", "kind": ""},
    {"label": "等了", "kind": "number"},
    {"label": "找谁", "kind": ""},
    {"label": "情况", "kind": ""},
]


def chase(who: str, post: str, waited: str, call: str, state: dict) -> list:
    return [{"text": who, "url": "#"}, post, {"text": waited, "kind": "number"}, call, {"tag": state}]


CHASES = [
    chase("黄桂芳", "渝味小厨 · 洗碗工", "5 天", "陈老板 138 0013 6621", tag("stop", "超 2 天", "warn")),
    chase("刘德芳", "安居物业 · 楼道保洁", "4 天", "何经理 139 0013 2207", tag("stop", "超 1 天", "warn")),
    chase("罗小琴", "惠邻超市 · 收银", "2 天", "店长 小唐 136 0013 9054", tag("step", "明天到期", "clock")),
    chase("邓永强", "惠邻超市 · 理货", "1 天", "店长 小唐 136 0013 9054", tag("off", "刚投")),
]
FINDINGS = [
    {
        "level": "block", "quote": "限女性", "suggestion": "爱干净、做事细，男女都行", "law": "（法规名称和条号）",
        "rule": "招聘信息不得含有性别方面的歧视性内容。",
    },
    {
        "level": "block", "quote": "本地户口优先", "suggestion": "早上 8:30 能准时到", "law": "（法规名称和条号）",
        "rule": "不得在户籍、地域、身份等方面设置限制条件。",
    },
    {
        "level": "warn", "quote": "50 岁以下", "suggestion": "能爬 6 楼，一天走动 6 小时", "law": "提醒",
        "rule": "会挡住本社区正在找活的 412 人里的 167 人。这活真正要的是什么？",
    },
]  # fmt: skip
HOURS = [
    {"label": "9:30", "value": "走访 4 户", "plate": "B区"},
    {"label": "14:00", "value": "走访 2 户", "plate": "C区"},
    {"label": "16:00", "value": "两委会，带周报"},
    {"label": "17:00", "value": "3 个岗位答应今天审完"},
]
SHEET_ITEMS = [
    {"label": "做什么", "value": "洗菜、切菜、打饭、收拾。站着做，中间歇 40 分钟，管午饭"},
    {"label": "要求", "value": "不要学历；健康证可以先报名后办"},
    {"label": "招几人", "value": "1 人，招到 12月20日"},
    {"label": "单位", "value": "实验小学食堂"},
]
NEXT = {
    "title": "周三上午 办健康证",
    "plate": "社区",
    "text": "一楼 2 号窗口\n9:00–11:30，带身份证",
    "button": "办好了，告诉社区",
}
SEEN = [
    {"when": "今天\n10:05", "who": "陈师傅", "where": "学校食堂", "text": "看了您报名的 3 条情况"},
    {"when": "周一\n14:18", "who": "周敏", "where": "社区就业窗口", "text": "帮您报名"},
    {"when": "周日\n20:30", "who": "小张", "where": "您女儿", "text": "代您报名 2 次"},
]
MUST = ["单位情况", "人数", "条件", "内容", "地点", "报酬", "高于最低工资 2,330"]
CONFIRM_POINTS = ["食堂会收到“她不来了”，不写原因。", "想再去，得重新报名。"]
TABS = [
    {"label": "找活", "url": "?page=shelf", "icon": "slip", "current": True},
    {"label": "我报的", "url": "?page=applied", "icon": "list", "current": False},
    {"label": "我的", "url": "?page=mine", "icon": "person", "current": False},
]


class SampleForm(forms.Form):
    name = forms.CharField(
        label="怎么称呼", help_text="写身份证上的名字，登记和领证都用它。", error_messages={"required": "名字还没写"}
    )
    phone = forms.RegexField(
        r"^1\d{10}$",
        label="手机号",
        error_messages={"invalid": "手机号是 11 位，这里只有 7 位"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "tel"}),
    )
    hours = forms.ChoiceField(
        label="一天能干多久",
        choices=[
            ("short", format_html("{}<small>{}</small>", "半天", "接送孩子的多选这个")),
            ("full", "整天"),
            ("night", "晚上也行"),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    wishes = forms.MultipleChoiceField(
        label="想干哪样",
        choices=[("a", "保洁"), ("b", "帮厨"), ("c", "缝纫"), ("d", "收银")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="最多 3 样，随时能改。",
    )
    area = forms.ChoiceField(label="住哪一片", choices=[("1", "A 区"), ("2", "B 区"), ("3", "C 区")])
    said = forms.CharField(label="还有什么要说", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agree = forms.BooleanField(
        label="把我的姓名和电话交给这家单位",
        help_text="只给这一家，撤回以后他们就看不到了。",
        error_messages={"required": "要勾上才能报名"},
    )


SAMPLES = {
    "index": "gallery/index.html",
    "shelf": "gallery/shelf.html",
    "posting": "gallery/posting.html",
    "applied": "gallery/applied.html",
    "mine": "gallery/mine.html",
    "form": "gallery/form.html",
    "reply": "gallery/reply.html",
    "today": "gallery/today.html",
    "review": "gallery/review.html",
    "sheet": "gallery/sheet.html",
    "refused": "gallery/refused.html",
}


def sample_context() -> dict:
    filled = {"bad-phone": "1380013", "bad-hours": "short", "bad-wishes": ["a", "c"], "bad-area": "2"}
    qr = segno.make("https://example.org/posting/k7m2", error="m").svg_inline(scale=4, border=2, omitsize=True)
    return {
        "form": SampleForm(initial={"hours": "short", "wishes": ["a"]}),
        "bad_form": SampleForm(filled, prefix="bad"),
        "pages": Paginator(range(90), 10).page(3),
        "qr": mark_safe(qr),  # noqa: S308  (drawn by us)
        "icons": sprite_names(),
        "samples": list(SAMPLES)[1:],
        **SAMPLE_DATA,
    }


def sprite_names() -> list[str]:
    sprite = Path(settings.BASE_DIR, "templates/components/sprite.html").read_text(encoding="utf-8")
    return [piece.split('"')[0] for piece in sprite.split('id="i-')[1:]]


SAMPLE_DATA = {
    "slips": SLIPS, "more_slips": MORE_SLIPS, "limits": LIMITS, "removed": REMOVED, "facts": FACTS, "record": RECORD,
    "no_record": NO_RECORD, "way": WAY, "segments": SEGMENTS, "segments_half": SEGMENTS_HALF,
    "segments_late": SEGMENTS_LATE, "steps": STEPS, "steps_late": STEPS_LATE, "rows": ROWS, "board": BOARD,
    "columns": COLUMNS, "chases": CHASES, "findings": FINDINGS, "tabs": TABS, "six": range(6), "strips": range(8),
    "hours": HOURS, "sheet_items": SHEET_ITEMS, "must": MUST, "next": NEXT, "seen": SEEN,
    "confirm_points": CONFIRM_POINTS,
}  # fmt: skip


@public
def gallery(request: HttpRequest) -> HttpResponse:
    name = request.GET.get("page", "index")
    if name not in SAMPLES:
        raise Http404
    page = {
        "mode": "elder" if request.GET.get("mode") == "elder" else "",
        "contrast": "high" if request.GET.get("contrast") == "high" else "",
        "demo": "demo" in request.GET,
        "community": {"name": "桐林社区"},
        "hotline": HOTLINE,
        "user_name": "周敏 · 2 号窗口",
    }
    return render(request, SAMPLES[name], {"page": page, **sample_context()})
