"""The six screens of 登记找活. Only the name is demanded; every other field may stay empty."""

from django import forms

from portal.forms.plain import PlainForm
from reference.models import CertificateKind, Occupation, Skill
from residents.enums import Education, EmploymentKind, Travel

TIME = forms.TimeInput(attrs={"type": "time", "step": 900}, format="%H:%M")
YES_NO = [("yes", "要"), ("no", "不用")]
MINUTES = [("15", "15 分钟"), ("30", "30 分钟"), ("45", "45 分钟"), ("60", "1 小时")]
# What people here do most; everything else is written in words and found through the alias table.
COMMON_OCCUPATIONS = (
    "保洁员", "餐厅服务员", "帮厨", "洗碗工", "保安员", "收银员", "缝纫工", "家政服务员", "普工", "理货员", "园林绿化工", "手工加工工",
)  # fmt: skip
COMMON_SKILLS = (
    "家常菜", "切配", "打扫卫生", "带孩子", "照顾老人", "踩缝纫机", "看织机", "收银", "卖货", "种菜", "开拖拉机", "手工活", "电工活", "用手机接单",
)  # fmt: skip
COMMON_CERTIFICATES = (
    "health", "driver-c1", "low-voltage", "security-guard", "forklift", "infant-care", "elder-care", "cook",
)  # fmt: skip


def offered(model, key, values):
    """Rows in the order of `values`; what the office has renamed or dropped is simply not offered."""
    rows = {getattr(row, key): row for row in model.objects.filter(**{f"{key}__in": values})}
    return [rows[value] for value in values if value in rows]


class NameForm(PlainForm):
    name = forms.CharField(label="您的姓名", max_length=50, widget=forms.TextInput(attrs={"autocomplete": "name"}))


class WhatForm(PlainForm):
    own = forms.CharField(label="最想做的活", max_length=60, required=False, help_text="自己写，比如“洗碗”“看大门”。")
    occupations = forms.MultipleChoiceField(
        label="或者点几样，最多三样", required=False, widget=forms.CheckboxSelectMultiple
    )
    kinds = forms.MultipleChoiceField(
        label="怎么上班", required=False, choices=EmploymentKind.choices, widget=forms.CheckboxSelectMultiple
    )
    monthly_floor = forms.DecimalField(
        label="一个月最少想挣多少元", required=False, min_value=0, max_digits=7, decimal_places=2
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["occupations"].choices = [
            (row.code, row.name) for row in offered(Occupation, "name", COMMON_OCCUPATIONS)
        ]


class WhenForm(PlainForm):
    picks_up_child = forms.ChoiceField(label="要接送孩子吗", required=False, choices=YES_NO, widget=forms.RadioSelect)
    drop_off_at = forms.TimeField(label="几点送到", required=False, widget=TIME)
    pick_up_at = forms.TimeField(label="几点接", required=False, widget=TIME)
    free_from = forms.TimeField(label="最早几点能上班", required=False, widget=TIME)
    free_until = forms.TimeField(label="最晚几点要走", required=False, widget=TIME)
    no_nights = forms.BooleanField(label="不上夜班", required=False)
    no_weekends = forms.BooleanField(label="周末不上", required=False)
    no_standing = forms.BooleanField(label="不能久站", required=False)
    consent = forms.BooleanField(label="同意社区记下身体情况，只用来挑活，不给单位看", required=False)


class WhereForm(PlainForm):
    address = forms.CharField(
        label="住在哪里", max_length=120, required=False, help_text="比如“12栋2单元”。不用写到门牌。"
    )
    near = forms.ChoiceField(label="是不是这里面的一个", required=False, widget=forms.RadioSelect)
    travel = forms.ChoiceField(label="怎么去上班", required=False, choices=Travel.choices, widget=forms.RadioSelect)
    max_minutes = forms.ChoiceField(label="路上最多", required=False, choices=MINUTES, widget=forms.RadioSelect)

    def __init__(self, *args, near=(), **kwargs):
        """`near`: names of places on the map that sound like what she wrote and was not found."""
        super().__init__(*args, **kwargs)
        self.fields["near"].choices = [(name, name) for name in near]


class CanForm(PlainForm):
    skills = forms.MultipleChoiceField(label="会什么", required=False, widget=forms.CheckboxSelectMultiple)
    done = forms.CharField(label="做过什么活", max_length=100, required=False, help_text="比如“纺织厂挡车工”。")
    years = forms.IntegerField(label="做了几年", required=False, min_value=0, max_value=60)
    certificates = forms.MultipleChoiceField(label="有什么证", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["skills"].choices = [(row.slug, row.name) for row in offered(Skill, "name", COMMON_SKILLS)]
        self.fields["certificates"].choices = [
            (row.slug, row.name) for row in offered(CertificateKind, "slug", COMMON_CERTIFICATES)
        ]


class WhoForm(PlainForm):
    born_on = forms.DateField(
        label="出生日期",
        required=False,
        input_formats=["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d"],
        widget=forms.TextInput(attrs={"placeholder": "1978-03-15", "inputmode": "numeric"}),
        help_text="只用来看法律上能不能做夜班、公益性岗位，不用来排先后。",
    )
    education = forms.ChoiceField(
        label="读到什么程度", required=False, choices=Education.choices[::-1], widget=forms.RadioSelect
    )
