"""Who is meant, crossed with how it is demanded, refused or denied: every word with every frame, alone and in a posting."""

import pytest

from jobs.lawful import check_wording
from tests.jobs.lawful.conftest import ON

AROUND = ("{}", "普工，{}，包吃住", "待遇好；{}。")
DEMANDS = (
    "限{0} 仅限{0} 只限{0} 仅招{0} 只招{0} 只要{0} 专招{0} 必须是{0} 须为{0} 要求{0} 最好是{0} 优先考虑{0} 优先录用{0} {0}优先 {0}优先考虑 {0}为佳 "
    "{0}最好 {0}首选 更倾向于{0} 希望是{0} 只考虑{0} 仅接受{0}应聘"
).split()
REFUSALS = (
    "{0}勿扰 {0}免谈 {0}勿投 {0}别来 {0}不要 不要{0} 不招{0} 不收{0} 不考虑{0} 不录用{0} 不接受{0} 拒绝{0} 谢绝{0} {0}请勿应聘 {0}不予录用 {0}不予考虑 {0}除外 "
    "{0}慎投 {0}一概不收 暂不招{0} {0}一律不要 {0}不合适 {0}请绕道 {0}不招"
).split()
BLOCKED = {
    "sex": ("男 男性 男士 男生 男的 男工 小伙子 女 女性 女士 女生 女的 女工 姑娘 妹子", [*DEMANDS, *REFUSALS]),
    "marriage": ("已婚 未婚 已婚已育 未婚未育 单身的 有孩子的", [*DEMANDS, *REFUSALS]),
    "pregnancy": ("怀孕的 孕妇 哺乳期妇女 备孕人员", REFUSALS),
    "ethnicity": ("汉族 回族 藏族 维吾尔族员工 少数民族", [*DEMANDS, *REFUSALS]),
    "religion": ("信教的 基督徒 有宗教信仰者", [*DEMANDS, *REFUSALS]),
    "hukou": ("本地户口 本市户籍 本地人 外地人 外省人 农村户口 河南人 四川籍 本村人", [*DEMANDS, *REFUSALS]),
    "health": ("乙肝患者 乙肝携带者 艾滋病人", REFUSALS),
    "tests": (
        "乙肝 两对半 乙肝五项 表面抗原",
        "查{0} 需做{0}检查 {0}阳性不要 体检含{0} 要求{0}阴性 入职体检查{0}".split(),
    ),
    "disability": ("残疾人 聋哑人 盲人 残障人士 腿脚不便的", REFUSALS),
    "fee": (
        "押金 保证金 服装费 体检费 培训费 报名费 中介费 资料费 工装费",
        "需交{0} {0}200元 缴纳{0} 收{0} 先交{0}再上岗 {0}从工资扣 入职交{0} {0}自理 扣{0} {0}由个人承担 {0}离职退还 每人{0}50".split(),
    ),
    "papers": (
        "身份证 毕业证 身份证原件 学历证书 驾驶证 银行卡",
        "{0}由公司保管 扣押{0} {0}抵押 上交{0} {0}押在公司 收走{0} {0}统一保管 {0}放公司 押{0} {0}暂扣".split(),
    ),
    "insurance": (
        "社保 五险 五险一金 社会保险",
        "自愿放弃{0} 不交{0} 不缴纳{0} 不给交{0} {0}自理 {0}自己交 {0}折现 签自愿放弃{0}协议 {0}不交".split(),
    ),
    "child": (
        "14岁 十五岁 15周岁 未满16岁 初中生",
        "{0}可以 {0}也要 {0}也行 招{0}打工 {0}均可".split(),
    ),
    "scam": ("刷单 刷好评 点赞 打字 抄写 抢单", "{0}兼职日结 {0}赚钱 {0}一单5元 在家{0}就能赚 兼职{0}".split()),
    "training": ("培训费 学费", "{0}可贷款 {0}分期 先付{0} {0}从工资扣 办理{0}贷款".split()),
    "unpaid": (
        "试用期 试工期 培训期间 前三天 试岗",
        "{0}无工资 {0}没有工资 {0}不发工资 {0}不给钱 {0}无薪 {0}不计薪".split(),
    ),
}
WARNED = {
    "age": (
        "35 45 50 三十五",
        "{0}岁以下 {0}周岁以内 年龄不超过{0} 年龄{0}以下 限{0}岁以下 {0}岁封顶 超过{0}岁不要 18到{0}岁".split(),
    ),
    "zodiac": ("属鼠 处女座 O型血", "{0}不要 {0}勿扰 {0}优先 不招{0}".split()),
    "overtime": ("996 大小周 全年无休 每天13小时", "{0} 能接受{0}".split()),
    "contact": ("微信 V vx QQ", "加{0} 请加{0}详聊".split()),
}
LAWFUL = {
    "served": (
        "男 女 男性 女性 男士 女士",
        "照顾{0}老人 {0}装导购 给{0}顾客量尺寸 {0}宿舍保洁 不得限{0} {0}更衣室保洁 {0}鞋专柜 陪护{0}患者 招{0}装店店员 {0}科医院导诊".split(),
    ),
    "free": (
        "押金 保证金 服装费 体检费 培训费 报名费 中介费",
        "不收{0} 不收取任何{0} 无{0} 零{0} 免{0} {0}全免 {0}由公司承担 {0}公司报销 无需缴纳{0} 不用交{0} 严禁收取{0} 凡收取{0}的请举报 {0}单位出 不需要{0} "
        "没有{0} 不向员工收取{0} {0}一律不收 {0}由用人单位支付 {0}政府补贴 任何单位不得收取{0} 谨防{0}骗局 从不收{0}".split(),
    ),
    "kept": (
        "身份证 毕业证 驾驶证",
        "带{0}复印件 核对{0}后当场归还 不扣{0} 不得扣押{0} {0}复印件一份 出示{0} 凭{0}登记 {0}自己保管 严禁扣留{0} {0}看完就还".split(),
    ),
    "insured": (
        "社保 五险 五险一金",
        "缴纳{0} 依法缴{0} 有{0} 不得放弃{0} 入职即买{0} {0}由单位缴纳 不允许员工放弃{0}".split(),
    ),
    "untested": ("乙肝 两对半 HIV", "不查{0} 不检测{0} 禁止检测{0} 体检不含{0} 取消{0}检查 不得要求{0}检测".split()),
    "taught": ("12 14 十五", "照看{0}岁孩子 教{0}岁学生 {0}岁以下儿童看护 辅导{0}岁孩子作业 不招{0}岁童工".split()),
}


def grid(cases):
    return [
        pytest.param(
            [around.format(frame.format(word)) for word in words.split() for frame in frames for around in AROUND],
            id=name,
        )
        for name, (words, frames) in cases.items()
    ]


@pytest.mark.parametrize("texts", grid(BLOCKED))
def test_every_word_in_every_frame_blocks(rules, texts):
    assert [text for text in texts if not any(f.blocks for f in check_wording(text, rules, on=ON))] == []


@pytest.mark.parametrize("texts", grid(WARNED))
def test_every_word_in_every_frame_warns(rules, texts):
    assert [text for text in texts if not check_wording(text, rules, on=ON)] == []


@pytest.mark.parametrize("texts", grid(LAWFUL))
def test_the_same_words_in_lawful_frames_are_let_through(rules, texts):
    assert [text for text in texts if check_wording(text, rules, on=ON)] == []
