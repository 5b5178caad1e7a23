"""Forms of an employer: join, write a posting."""

from django import forms

from core.identity import phone as phones
from enterprises.enums import EmployerKind
from jobs.enums import EmploymentType, Shift
from jobs.models import Posting
from portal.forms.plain import PlainForm, ask_for
from reference.models import CertificateKind
from residents.enums import Education

TIME = {"type": "time", "step": 900}
KINDS = [(kind.value, kind.label) for kind in EmployerKind if kind not in (EmployerKind.AGENCY, EmployerKind.COMMUNITY)]
# What an employer may write by itself; public-welfare posts come from the community.
TYPES = [
    (kind.value, kind.label)
    for kind in EmploymentType
    if kind in ("FULL_TIME", "PART_TIME", "DAY_LABOUR", "PIECE_HOME", "DOMESTIC", "OVER_AGE", "DISPATCH", "INTERNSHIP")
]


def checked_phone(text):
    """ValidationError in plain words; empty stays empty."""
    if not text:
        return None
    try:
        return phones.parse(text).text
    except phones.PhoneProblem as problem:
        raise forms.ValidationError(problem.message) from problem


class EmployerForm(PlainForm):
    kind = forms.ChoiceField(label="您是", choices=KINDS, widget=forms.RadioSelect, initial=EmployerKind.INDIVIDUAL)
    name = forms.CharField(label="单位名称", max_length=100, help_text="和执照上一样；家庭请人就写您的姓名。")
    credit_code = forms.CharField(
        label="统一社会信用代码", max_length=40, required=False, help_text="执照右上角 18 位。家庭请人不用填。"
    )
    address = forms.CharField(label="地址", max_length=120)
    contact_name = forms.CharField(label="联系人", max_length=50)
    contact_phone = forms.CharField(label="联系电话", max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel"}))
    about = forms.CharField(label="做什么的", max_length=200, required=False)

    def clean_contact_phone(self):
        return checked_phone(self.cleaned_data["contact_phone"])

    def clean(self):
        data = super().clean()
        if data.get("kind") != EmployerKind.HOUSEHOLD and not data.get("credit_code"):
            self.add_error("credit_code", "请填执照上的 18 位代码。没有执照的家庭，请在上面选“家庭雇主”。")
        return data


class PostingForm(forms.ModelForm):
    """Groups are what the page shows under one heading; only the title is demanded to keep a draft."""

    employment_type = forms.ChoiceField(label="用工形式", choices=TYPES, initial=EmploymentType.FULL_TIME)
    education_min = forms.ChoiceField(
        label="学历不低于", required=False, choices=[("", "不要学历"), *Education.choices[1:6]]
    )
    shift = forms.ChoiceField(label="班次", required=False, choices=[("", "没定"), *Shift.choices])
    certificates = forms.ModelMultipleChoiceField(
        label="要的证",
        required=False,
        queryset=CertificateKind.objects.order_by("name"),
        widget=forms.CheckboxSelectMultiple,
    )
    contact_phone = forms.CharField(
        label="电话", required=False, max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    # Demanded when it is handed in, not while it is a draft.
    WANTED = ("headcount", "duties", "pay_min", "address", "valid_until")
    GROUPS = (
        ("做什么", ("title", "employment_type", "headcount", "duties", "requirements")),
        ("给多少", ("pay_min", "pay_max", "pay_unit", "pay_note", "pay_cycle_days", "probation_months")),
        ("吃住和社保", ("board", "lodging", "insurance_note")),
        ("什么时候上班", ("shift", "starts_at_time", "ends_at_time", "hours_per_day", "days_per_week", "weekend_work")),
        ("在哪里", ("address",)),
        ("条件", ("education_min", "certificates", "standing", "lifting_kg", "accepts_over_age")),
        ("找谁、招到哪天", ("contact_name", "contact_phone", "contact_public", "valid_until")),
    )

    class Meta:
        model = Posting
        fields = (
            "title", "employment_type", "headcount", "duties", "requirements", "pay_min", "pay_max", "pay_unit", "pay_note", "board",
            "lodging", "pay_cycle_days", "probation_months", "insurance_note", "shift", "starts_at_time", "ends_at_time",
            "hours_per_day", "days_per_week", "weekend_work", "address", "education_min", "certificates", "standing", "lifting_kg", "accepts_over_age", "contact_name", "contact_public",
            "valid_until",
        )  # fmt: skip
        widgets = {
            "duties": forms.Textarea(attrs={"rows": 3}),
            "requirements": forms.Textarea(attrs={"rows": 3}),
            "starts_at_time": forms.TimeInput(attrs=TIME, format="%H:%M"),
            "ends_at_time": forms.TimeInput(attrs=TIME, format="%H:%M"),
            "valid_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "requirements": "只写干活要的条件。不能写性别、户口、民族，不收押金。",
            "pay_min": "不算包吃住、加班费。不写“面议”，看的人才敢来。",
            "address": "写到门口：哪条路、几号、哪个门进。",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].error_messages["required"] = ask_for(self.fields["title"])
        for name, yes, no in (("weekend_work", "要上", "不用上"), ("standing", "要站着", "可以坐")):
            self.fields[name].widget.choices = [("unknown", "没定"), ("true", yes), ("false", no)]

    def clean_contact_phone(self):
        return checked_phone(self.cleaned_data["contact_phone"])

    def clean(self):
        data = super().clean()
        low, high = data.get("pay_min"), data.get("pay_max")
        if low is not None and high is not None and high < low:
            self.add_error("pay_max", "“到”比“从”小了，请对调。")
        return data

    def _post_clean(self):
        """The action validates and writes; the form only reads what was typed."""

    @property
    def content(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    @property
    def groups(self):
        return [(title, [self[name] for name in names]) for title, names in self.GROUPS]
