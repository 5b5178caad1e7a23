from django.db import models


class Role(models.TextChoices):
    """Staff roles that exist today; others join with their domains."""

    OFFICER = "officer", "社区就业专干"
    SUPERVISOR = "supervisor", "街道督导"
    COLLECTOR = "collector", "信息员/志愿者"
    ADMIN = "admin", "系统管理员"
