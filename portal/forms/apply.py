from django import forms

from jobs.enums import ComplaintKind
from portal.forms.plain import PlainForm


class ApplyForm(PlainForm):
    """Name and number; the sentence she taps holds the consent to pass them to this one employer."""

    name = forms.CharField(label="您的姓名", max_length=50, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = forms.CharField(
        label="手机号",
        max_length=30,
        help_text="单位答复打这个号。座机也行。",
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )


class WithdrawForm(PlainForm):
    why = forms.CharField(label="为什么不去了", max_length=100, required=False)


class CannotComeForm(PlainForm):
    words = forms.CharField(label="为什么去不了，哪天可以", max_length=100, required=False)


class NoShowForm(PlainForm):
    words = forms.CharField(label="当时是什么情况", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class ComplaintForm(PlainForm):
    kind = forms.ChoiceField(label="有什么问题", choices=ComplaintKind.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="说具体一点", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    phone = forms.CharField(
        label="您的电话", max_length=30, required=False, help_text="留了就把处理结果发给您，单位看不到。"
    )
