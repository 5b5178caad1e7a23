"""The employer's answer: one choice that says everything, sent with the second tap."""

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.html import format_html

from jobs.enums import DeclineReason
from portal.forms.plain import PlainForm


def card(title, small):
    return format_html("{} <small>{}</small>", title, small)


class ReplyForm(PlainForm):
    """`answer` is "invite <moment>", "invite" (another moment, below), "offer", "decline <reason>", "filled" or "no_show"."""

    answer = forms.ChoiceField(label="选一个", widget=forms.RadioSelect)
    other_at = forms.DateTimeField(
        label="哪天几点",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    where = forms.CharField(label="到哪里", max_length=120, required=False)
    ask_for = forms.CharField(label="找谁", max_length=50, required=False)
    start_on = forms.DateField(
        label="哪天上班", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    words = forms.CharField(label="想多说一句", max_length=100, required=False)

    NEEDED = {"invite": ("where", "ask_for"), "offer": ("start_on",)}
    ASK = {"where": "约见面要写到哪里。", "ask_for": "约见面要写找谁。", "start_on": "录用要写哪天上班。"}

    def __init__(self, *args, slots, met=False, **kwargs):
        """`slots` are (moment, weekday and time, date); `met`: an appointment has passed, so she may not have come."""
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [
            *((f"invite {at.isoformat()}", card(words, day)) for at, words, day in slots),
            ("invite", "别的时间"),
            ("offer", card("录用", "下面可以改哪天上班")),
            *((f"decline {reason.value}", reason.label) for reason in DeclineReason if reason != DeclineReason.FILLED),
            ("filled", card("已招满", "这个活自动下架")),
            *([("no_show", card("约好没来", "社区先听对方怎么说"))] if met else []),
        ]

    def clean(self):
        data = super().clean()
        kind, at = self.kind, data.get("answer")
        for name in self.NEEDED.get(kind, ()):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, self.ASK[name])
        if at == "invite" and not data.get("other_at") and "other_at" not in self.errors:
            self.add_error("other_at", "写哪天几点见面，或在上面选一个时间。")
        return data

    @property
    def kind(self) -> str:
        return self.cleaned_data.get("answer", "").partition(" ")[0]

    @property
    def detail(self) -> str:
        return self.cleaned_data.get("answer", "").partition(" ")[2]

    @property
    def moment(self):
        """Aware, Asia/Shanghai."""
        return timezone.localtime(datetime.fromisoformat(self.detail)) if self.detail else self.cleaned_data["other_at"]

    def options(self, *kinds) -> list:
        return [option for option in self["answer"] if option.data["value"].partition(" ")[0] in kinds]

    @property
    def invites(self):
        return self.options("invite")

    @property
    def declines(self):
        return self.options("decline")

    @property
    def offers(self):
        return self.options("offer")

    @property
    def ends(self):
        return self.options("filled", "no_show")
