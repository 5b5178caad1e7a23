from django import forms

from portal.forms.plain import PlainForm


class PhoneForm(PlainForm):
    phone = forms.CharField(
        label="手机号", max_length=30, widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"})
    )


class CodeForm(PlainForm):
    phone = forms.CharField(max_length=30, widget=forms.HiddenInput)
    code = forms.CharField(
        label="短信里的 6 位数字",
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class WhoForm(PlainForm):
    """`who` is user:CODE, resident:CODE or new; a person not yet tied to a sign-in types the full name once."""

    who = forms.ChoiceField(label="您是哪一位", widget=forms.RadioSelect)
    name = forms.CharField(
        label="您的全名", max_length=50, required=False, help_text="第一次登录要对一下姓名，防止别人冒用。"
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = choices


class StaffForm(PlainForm):
    phone = forms.CharField(label="手机号", max_length=30, widget=forms.TextInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(
        label="密码", max_length=128, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
