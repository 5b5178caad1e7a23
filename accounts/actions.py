"""Every write to accounts. Attempts are counted for (account, address), never for an address alone: a whole hall at a
fair shares one."""

import secrets
from datetime import date, timedelta
from hmac import compare_digest

import structlog
from django.contrib import auth
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from accounts import proofs, rules, signals
from accounts.enums import Role
from accounts.models import LoginCode, StaffRole, User
from accounts.proofs import PhoneProof
from core import audit, throttle
from core.clock import now, today
from core.errors import Conflict, Invalid, Refused
from core.fields import keyed_digest
from core.gateways import sms
from core.identity import names
from core.identity import phone as phones

log = structlog.get_logger("doorstep.accounts")

CODE_HOLDS = timedelta(minutes=10)
QUARTER_HOUR, HOUR, DAY = 900, 3600, 86400
CODE_TEXT = "notices/accounts/login_code.txt"
NO_SUCH_CODE = "验证码已经过期、用过，或者错了五次。请点“重新获取”，再填新收到的 6 个数字。"


def checked_mobile(text: str) -> phones.Phone:
    phone = phones.parse(text)
    if phone.kind != "mobile":
        raise Invalid("座机收不到短信。请填一个手机号，没有手机的请到社区窗口办理。", field="phone")
    return phone


def send_login_code(phone_text: str, *, address: str, by: User | None = None) -> phones.Phone:
    """Sends six digits after the commit. The answer is the same whether anybody here uses the number or not.

    Raises Invalid, TooMany (1 a minute, 5 a day for the number; 3 an hour from one address, so that a stranger cannot
    use up the day's codes of somebody else's number).
    """
    phone = checked_mobile(phone_text)
    throttle.hit("sms-minute", phone.text, limit=1, seconds=60)
    throttle.hit("sms-address", f"{phone.text} {address}", limit=3, seconds=HOUR)
    throttle.hit("sms-day", phone.text, limit=5, seconds=DAY)
    digits = f"{secrets.randbelow(10**6):06d}"
    with transaction.atomic():
        row = LoginCode(phone=phone.text, expires_at=now() + CODE_HOLDS)
        row.digest = _digest(row, digits)
        row.save()
        audit.record("accounts.send_login_code", row, by=by)
        transaction.on_commit(lambda: _hand_over(phone.text, digits))
    return phone


def _hand_over(number: str, digits: str) -> None:
    minutes = int(CODE_HOLDS.total_seconds() // 60)
    signals.login_code_sent.send(None, number=number, digits=digits, minutes=minutes)
    try:
        sms.send(number, render_to_string(CODE_TEXT, {"digits": digits, "minutes": minutes}).strip())
    except sms.NotSent as error:
        log.warning("login code not handed over", problem=str(error))


def _digest(row: LoginCode, digits: str) -> str:
    return keyed_digest("login_code", f"{row.code}:{digits}")


def check_login_code(phone_text: str, digits: str, *, address: str) -> PhoneProof:
    """The number is in hand. Not atomic on purpose: a try that failed must stay counted. Raises Invalid, TooMany."""
    phone = checked_mobile(phone_text)
    throttle.hit("login-code", f"{phone.text} {address}", limit=10, seconds=QUARTER_HOUR)
    row = LoginCode.objects.usable(phone.text).first()
    if row is None or not LoginCode.objects.take_try(row.pk):
        raise Invalid(NO_SUCH_CODE, code="no_code", field="digits")
    typed = "".join(ch for ch in digits if not ch.isspace())
    if not compare_digest(_digest(row, typed), row.digest):
        raise Invalid("验证码不对。请再看一眼短信里的 6 个数字。", code="wrong_code", field="digits")
    if not LoginCode.objects.use(row.pk):
        raise Invalid(NO_SUCH_CODE, code="no_code", field="digits")
    audit.record("accounts.check_login_code", row, by=None)
    return proofs.proof_of(row)


@transaction.atomic
def create_user(*, by: User | None, name: str, proof: PhoneProof | None = None) -> User:
    """An account without a number lives as long as its session, until a number is proved."""
    user = User(name=names.check(name), phone=proof.number if proof else None)
    user.set_unusable_password()
    user.save()
    audit.record("accounts.create_user", user, by=by or user)
    return user


@transaction.atomic
def set_phone(*, by: User, user: User, proof: PhoneProof) -> User:
    if by.pk != user.pk:
        raise Refused("手机号只能由本人验证后更换。")
    user.phone = proof.number
    user.save(update_fields=["phone"])
    audit.record("accounts.set_phone", user, by=by)
    return user


def sign_in(request, *, proof: PhoneProof, user: User) -> User:
    """A new session key each time; nothing of the visitor before is carried over to another person."""
    found = auth.authenticate(request, proof=proof, user=user)
    if found is None:
        raise Refused("这个账号不用这个手机号登录。请换一个账号，或请社区工作人员帮您看看。")
    return _enter(request, found)


def sign_in_new(request, *, user: User) -> User:
    """The account that was made in this very request, before any number is proved."""
    if user.last_login is not None or user.phone or user.staff_roles.exists():
        raise Refused("请用手机号和验证码登录。")
    return _enter(request, user)


def sign_in_with_password(request, *, phone_text: str, password: str, address: str) -> User:
    """For staff. One answer for a wrong number, a wrong password and no staff at all. Raises Invalid, TooMany."""
    number = phones.normalise(phone_text)
    throttle.hit("password", f"{number} {address}", limit=5, seconds=QUARTER_HOUR)
    throttle.hit("password-day", number, limit=20, seconds=DAY)
    user = auth.authenticate(request, phone=number, password=password)
    if user is None:
        raise Invalid("手机号或密码不对。请核对后再填，忘了密码可以用短信验证码登录。", code="wrong_password")
    return _enter(request, user)


def enter_demo(request, *, user: User, allowed: bool) -> User:
    """One click in the demonstration. `allowed` is settings.DEMO, which is refused together with DEBUG=0."""
    if not allowed:
        raise Refused("这里不是演示环境。请用手机号和验证码登录。")
    return _enter(request, user)


def _enter(request, user: User) -> User:
    backend = getattr(user, "backend", "accounts.backends.PhoneBackend")
    if request.user.is_authenticated and request.user.pk != user.pk:
        request.session.flush()
    auth.login(request, user, backend=backend)
    request.session.cycle_key()  # Django leaves the key of somebody who signs in again as himself
    proofs.forget(request)
    audit.record("accounts.sign_in", user, by=user)
    return user


def sign_out(request) -> None:
    """The session row goes; the old cookie opens nothing."""
    if request.user.is_authenticated:
        audit.record("accounts.sign_out", request.user, by=request.user)
    auth.logout(request)


@transaction.atomic
def set_password(*, by: User | None, user: User, password: str) -> User:
    """Ends every other session of the user (Django compares the hash in each). Staff only."""
    if not rules.may_set_password(by, user):
        raise Refused("只能改自己的密码。工作人员忘了密码请找系统管理员。")
    if not user.staff_roles.current().exists():
        raise Refused("居民和单位不用密码，用手机验证码登录就行。")
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Invalid("这个密码不够安全：" + " ".join(error.messages) + " 请换一个。", field="password") from error
    user.set_password(password)
    user.save(update_fields=["password"])
    audit.record("accounts.set_password", user, by=by)
    return user


@transaction.atomic
def grant_role(*, by: User | None, user: User, role, area, from_on: date | None = None, to_on: date | None = None):
    """Raises Refused (nobody raises himself), Conflict (held already), Invalid (ends before it starts)."""
    if not rules.may_grant(by, area):
        raise Refused("您不能给这个地方的人开权限。请找管这个地方的系统管理员。")
    if by is not None and by.pk == user.pk:
        raise Refused("不能给自己加权限。请让另一位管理员来办。")
    if role not in Role.values:
        raise Invalid("请从列表里选一个角色。", field="role")
    start = from_on or today()
    if to_on is not None and to_on < start:
        raise Invalid("结束日早于开始日。请核对两个日期。", field="to_on")
    try:
        with transaction.atomic():
            held = StaffRole.objects.create(user=user, role=role, area=area, from_on=start, to_on=to_on)
    except IntegrityError as error:
        raise Conflict("这位同志在这个地方已经有这个角色。") from error
    audit.record("accounts.grant_role", user, by=by, note=f"{role} {area.code}")
    return held


@transaction.atomic
def end_role(*, by: User | None, role: StaffRole, on: date | None = None) -> StaffRole:
    """`on` is the first day without it; today takes it away at once."""
    if not rules.may_grant(by, role.area):
        raise Refused("您不能收回这个地方的权限。请找管这个地方的系统管理员。")
    day = max(on or today(), role.from_on)
    if not StaffRole.objects.filter(pk=role.pk, to_on__isnull=True).update(to_on=day):
        raise Conflict("这个角色已经有结束日期了。请刷新页面看一下。")
    role.to_on = day
    audit.record("accounts.end_role", role.user, by=by, note=f"{role.role} {role.area.code}")
    return role


@transaction.atomic
def forget_old_codes(at) -> int:
    """Codes and the numbers in them are of no use after a day."""
    return LoginCode.objects.filter(created_at__lt=at - timedelta(days=1)).delete()[0]
