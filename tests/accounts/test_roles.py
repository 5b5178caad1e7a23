"""Who holds which permission where, and who may give it."""

from datetime import date, timedelta

import pytest

from accounts import actions
from accounts.enums import Role
from accounts.models import User
from accounts.queries import roles_of, users_of_phone
from accounts.roles import PERMISSIONS
from core.clock import today
from core.errors import Conflict, Invalid, Refused
from core.models import AuditEntry
from tests import cast
from tests.factories import accounts, reference

pytestmark = pytest.mark.django_db

# Written out, so that a changed line of accounts/roles.py is a reviewed change.
GRID = {
    Role.OFFICER: {
        "desk.open",
        "residents.view",
        "residents.edit",
        "enterprises.verify",
        "enterprises.edit",
        "jobs.view",
        "jobs.review",
        "jobs.collect",
        "jobs.chase",
        "jobs.confirm_start",
        "jobs.answer_complaint",
    },
    Role.SUPERVISOR: {"desk.open", "residents.view", "jobs.view", "jobs.chase", "jobs.answer_complaint"},
    Role.COLLECTOR: {"desk.open", "jobs.view", "jobs.collect"},
    Role.ADMIN: {"desk.open", "accounts.grant"},
}


@pytest.mark.parametrize("role", Role)
def test_permissions_of_a_role(role):
    community = cast.community()
    user = accounts.staff(role, community)
    held = {permission for permission in PERMISSIONS if user.can(permission, community)}
    assert held == GRID[role]


def test_nobody_without_a_role_may_anything():
    community = cast.community()
    assert not any(accounts.user().can(permission, community) for permission in PERMISSIONS)


def test_a_role_reaches_down_but_not_up_or_aside():
    community = cast.community()
    neighbour = cast.community("杏林社区")
    building = reference.building(community)
    officer = cast.officer(community)
    assert officer.can("jobs.review", building)
    assert not officer.can("jobs.review", neighbour)
    assert not officer.can("jobs.review", community.parent)
    assert cast.supervisor(community).can("jobs.view", community)
    assert not cast.supervisor(community).can("jobs.view", neighbour)


def test_a_closed_account_may_nothing():
    community = cast.community()
    officer = cast.officer(community)
    officer.is_active = False
    officer.save()
    assert not officer.can("jobs.review", community)


@pytest.mark.parametrize(("start", "end", "holds"), [(0, None, True), (1, None, False), (-5, 0, False), (-5, 1, True)])
def test_a_role_holds_from_its_first_day_until_the_day_it_ends(start, end, holds):
    community = cast.community()
    user = accounts.user()
    day = today()
    to_on = None if end is None else day + timedelta(days=end)
    accounts.role(user, Role.OFFICER, community, from_on=day + timedelta(days=start), to_on=to_on)
    assert user.can("jobs.review", community) is holds
    assert (user in User.objects.staff()) is holds
    assert bool(roles_of(user)) is holds


def test_an_administrator_grants_and_takes_away():
    community = cast.community()
    admin, user = cast.admin(community), accounts.user()
    role = actions.grant_role(by=admin, user=user, role=Role.OFFICER, area=community)
    assert user.can("jobs.review", community)
    actions.end_role(by=admin, role=role)
    assert not user.can("jobs.review", community)
    assert list(AuditEntry.objects.order_by("pk").values_list("action", "actor_code", "object_code")) == [
        ("accounts.grant_role", admin.code, user.code),
        ("accounts.end_role", admin.code, user.code),
    ]
    actions.grant_role(by=admin, user=user, role=Role.OFFICER, area=community)


@pytest.mark.parametrize("role", [None, Role.OFFICER, Role.SUPERVISOR, Role.COLLECTOR])
def test_nobody_else_grants(role):
    community = cast.community()
    by = accounts.staff(role, community) if role else accounts.user()
    with pytest.raises(Refused):
        actions.grant_role(by=by, user=accounts.user(), role=Role.COLLECTOR, area=community)


def test_an_administrator_grants_only_under_his_own_area():
    admin = cast.admin(cast.community())
    with pytest.raises(Refused):
        actions.grant_role(by=admin, user=accounts.user(), role=Role.OFFICER, area=cast.community("杏林社区"))


def test_nobody_raises_himself():
    community = cast.community()
    admin = cast.admin(community)
    with pytest.raises(Refused, match="不能给自己"):
        actions.grant_role(by=admin, user=admin, role=Role.OFFICER, area=community)


def test_one_role_once():
    community = cast.community()
    admin, officer = cast.admin(community), cast.officer(community)
    with pytest.raises(Conflict):
        actions.grant_role(by=admin, user=officer, role=Role.OFFICER, area=community)
    with pytest.raises(Invalid):
        actions.grant_role(
            by=admin, user=officer, role=Role.COLLECTOR, area=community, to_on=today() - timedelta(days=1)
        )
    with pytest.raises(Invalid):
        actions.grant_role(by=admin, user=officer, role="king", area=community)
    role = officer.staff_roles.get()
    actions.end_role(by=admin, role=role)
    with pytest.raises(Conflict):
        actions.end_role(by=admin, role=role)


def test_a_role_planned_for_later_ends_before_it_begins():
    community = cast.community()
    admin, user = cast.admin(community), accounts.user()
    later = today() + timedelta(days=30)
    role = actions.grant_role(by=admin, user=user, role=Role.OFFICER, area=community, from_on=later)
    assert actions.end_role(by=admin, role=role).to_on == later


def test_one_number_serves_several_people():
    number = accounts.mobile()
    people = [accounts.user(name, phone=number) for name in ("王秀英", "王小雨")]
    accounts.user("停用的人", phone=number, is_active=False)
    accounts.user("没号码的人", phone="")
    assert users_of_phone(f"+86 {number}") == people
    assert users_of_phone("") == []


def test_an_administrator_sees_his_staff_and_nobody_sees_strangers():
    community = cast.community()
    admin, officer, stranger = cast.admin(community), cast.officer(community), accounts.user()
    assert set(User.objects.visible_to(admin)) == {admin, officer}
    assert set(User.objects.visible_to(officer)) == {officer}
    assert set(User.objects.visible_to(stranger)) == {stranger}


def test_passwords_are_set_by_oneself_or_the_administrator():
    community = cast.community()
    officer, admin = cast.officer(community), cast.admin(community)
    actions.set_password(by=admin, user=officer, password="四月里的油菜花田")
    assert officer.check_password("四月里的油菜花田")
    with pytest.raises(Refused):
        actions.set_password(by=cast.officer(community), user=officer, password="四月里的油菜花田")
    with pytest.raises(Refused, match="不用密码"):
        resident = accounts.user()
        actions.set_password(by=resident, user=resident, password="四月里的油菜花田")


def test_a_number_is_changed_only_with_proof():
    user = accounts.user()
    new = accounts.mobile()
    actions.set_phone(by=user, user=user, proof=accounts.proof(new))
    assert User.objects.with_phone(new).get() == user
    with pytest.raises(Refused):
        actions.set_phone(by=accounts.user(), user=user, proof=accounts.proof(new))


def test_dates_of_roles_are_kept_by_the_database():
    from django.db import IntegrityError, transaction

    community = cast.community()
    with pytest.raises(IntegrityError), transaction.atomic():
        accounts.role(accounts.user(), Role.OFFICER, community, from_on=date(2026, 5, 2), to_on=date(2026, 5, 1))
