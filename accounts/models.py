from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from accounts.enums import Role
from accounts.querysets import MOST_TRIES, LoginCodeQuerySet, StaffRoleQuerySet, UserQuerySet
from core.clock import now
from core.fields import BlindIndexField, EncryptedField
from core.models import Coded
from core.privacy import PERSONAL, PLAIN


class User(Coded, AbstractBaseUser):
    """Somebody who signs in. A phone is a contact, not an identity: several users may share one number."""

    name = models.CharField("姓名", max_length=50)
    phone = EncryptedField("手机号", null=True, blank=True)
    phone_index = BlindIndexField(source="phone", purpose="phone", verbose_name="手机号索引")
    is_active = models.BooleanField("启用", default=True)
    created_at = models.DateTimeField("建立时间", default=now)

    privacy = {
        "code": PLAIN,
        "name": PERSONAL,
        "phone": PERSONAL,
        "phone_index": PERSONAL,
        "is_active": PLAIN,
        "created_at": PLAIN,
        "password": PERSONAL,
        "last_login": PERSONAL,
    }

    objects = BaseUserManager.from_queryset(UserQuerySet)()

    USERNAME_FIELD = "code"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "账号"
        verbose_name_plural = "账号"

    def __str__(self):
        return self.code

    def area_paths(self, permission):
        """Paths of the areas in which this user holds `permission`; everything under a path counts."""
        if not self.is_active:
            return []
        return list(self.staff_roles.allowing(permission).values_list("area__path", flat=True))

    def can(self, permission, area=None):
        paths = self.area_paths(permission)
        return bool(paths) if area is None else any(area.path.startswith(path) for path in paths)


class StaffRole(models.Model):
    """A role held in an area (and everything under it) for a time. `to_on` is the first day without it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="staff_roles", verbose_name="账号")
    role = models.CharField("角色", max_length=20, choices=Role.choices)
    area = models.ForeignKey("reference.Area", models.PROTECT, related_name="+", verbose_name="管辖范围")
    from_on = models.DateField("起")
    to_on = models.DateField("止(当日起无效)", null=True, blank=True)

    privacy = {"user": PLAIN, "role": PLAIN, "area": PLAIN, "from_on": PLAIN, "to_on": PLAIN}

    objects = StaffRoleQuerySet.as_manager()

    class Meta:
        verbose_name = "工作人员角色"
        verbose_name_plural = "工作人员角色"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "area"],
                condition=models.Q(to_on__isnull=True),
                name="one_open_role_per_area",
            ),
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="role_ends_after_start",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.user_id}"


class LoginCode(Coded):
    """Six digits sent to a number; only their keyed digest is stored. Ten minutes, five tries, one use.

    A used row is the proof, for half an hour, that whoever holds the session has the number in hand.
    """

    phone = EncryptedField("手机号")
    phone_index = BlindIndexField(source="phone", purpose="phone", verbose_name="手机号索引")
    digest = models.CharField("验证码摘要", max_length=64)
    created_at = models.DateTimeField("发出时间", default=now, db_index=True)
    expires_at = models.DateTimeField("失效时间")
    tries = models.PositiveSmallIntegerField("已试次数", default=0)
    used_at = models.DateTimeField("使用时间", null=True, blank=True)

    privacy = {
        "code": PLAIN,
        "phone": PERSONAL,
        "phone_index": PERSONAL,
        "digest": PERSONAL,
        "created_at": PLAIN,
        "expires_at": PLAIN,
        "tries": PLAIN,
        "used_at": PLAIN,
    }

    objects = LoginCodeQuerySet.as_manager()

    class Meta:
        verbose_name = "登录验证码"
        verbose_name_plural = "登录验证码"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tries__lte=MOST_TRIES), name="login_code_tried_at_most_five_times"
            )
        ]

    def __str__(self):
        return f"{self.created_at:%Y-%m-%d %H:%M}"
