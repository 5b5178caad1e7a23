"""The employer's answer: choose one, fill what belongs to it, send."""

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.html import format_html

from jobs.enums import DeclineReason


def card(title, small):
    return format_html("{} <small>{}</small>", title, small)


class ReplyForm(forms.Form):
    answer = forms.ChoiceField(
        label="选一个",
        choices=[
            ("invite", card("约见面", "定时间、地点、找谁")),
            ("offer", card("录用", "定哪天上班")),
            ("decline", card("不合适", "要选一个理由")),
            ("filled", card("已招满", "这个活自动下架")),
        ],
        widget=forms.RadioSelect,
    )
    slot = forms.ChoiceField(label="见面时间", required=False, widget=forms.RadioSelect)
    other_at = forms.DateTimeField(
        label="都不行？写别的时间",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    where = forms.CharField(label="到哪里", max_length=120, required=False)
    ask_for = forms.CharField(label="找谁", max_length=50, required=False)
    start_on = forms.DateField(
        label="哪天上班", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.ChoiceField(
        label="不合适的理由", required=False, choices=DeclineReason.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(label="想多说一句", max_length=100, required=False)

    NEEDED = {"invite": ("where", "ask_for"), "offer": ("start_on",), "decline": ("reason",), "filled": ()}
    ASK = {
        "where": "约见面要写到哪里。",
        "ask_for": "约见面要写找谁。",
        "start_on": "录用要写哪天上班。",
        "reason": "选一个理由，对方才知道下次怎么办。",
    }

    def __init__(self, *args, slots, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slot"].choices = [(slot.isoformat(), label) for slot, label in slots]

    def clean(self):
        data = super().clean()
        for name in self.NEEDED.get(data.get("answer"), ()):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, self.ASK[name])
        if data.get("answer") == "invite" and not self.moment(data):
            self.add_error("slot", "选一个见面时间，或在下面写别的时间。")
        return data

    @staticmethod
    def moment(data):
        """The other time when one is written, else the slot chosen. Aware, Asia/Shanghai."""
        if data.get("other_at"):
            return data["other_at"]
        text = data.get("slot")
        return timezone.localtime(datetime.fromisoformat(text)) if text else None
