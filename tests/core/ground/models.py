"""Models to try core's parts on. Their app is installed only while a test asks for the fixture `ground`."""

from django.db import models

from core.fields import BlindIndexField, EncryptedField, LastFourIndexField
from core.models import Coded, TransitionLog


class Thing(Coded):
    name = models.CharField(max_length=20, default="")
    phone = EncryptedField(null=True, blank=True)
    words = EncryptedField(blank=True, default="")
    phone_index = BlindIndexField(source="phone", purpose="phone")
    phone_last_four = LastFourIndexField(source="phone", purpose="phone")
    state = models.CharField(
        max_length=10, choices=[("draft", "草稿"), ("open", "开放"), ("closed", "关闭")], default="draft"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "ground"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="closed", closed_at__isnull=False)
                | (~models.Q(state="closed") & models.Q(closed_at__isnull=True)),
                name="closed_has_its_moment",
            )
        ]


class ThingLog(TransitionLog):
    thing = models.ForeignKey(Thing, models.CASCADE, related_name="transitions")

    class Meta:
        app_label = "ground"


class Bare(models.Model):
    """Neither version nor code; its state field has another name."""

    stage = models.CharField(max_length=10, default="new")

    class Meta:
        app_label = "ground"


class BareLog(TransitionLog):
    bare = models.ForeignKey(Bare, models.CASCADE, related_name="transitions")

    class Meta:
        app_label = "ground"


class Unlogged(models.Model):
    state = models.CharField(max_length=10, default="new")

    class Meta:
        app_label = "ground"


MODELS = (Thing, ThingLog, Bare, BareLog, Unlogged)
