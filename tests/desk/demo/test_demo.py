"""A neighbour must not be able to tell a demo week from a real one: what may not be in it, recounted from the rows."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, F, Q

from core.clock import now
from core.identity import credit_code, id_number
from desk.demo.communities import COMMUNITIES
from desk.demo.firms import FIRMS
from desk.demo.people import KINDS
from desk.demo.trades import TRADES
from desk.management.commands.seed_demo import Command
from enterprises.models import Employer
from jobs.actions import findings_of
from jobs.models import Application, ApplicationTransition, Posting
from notices.models import Contact
from reference.models import MinimumWage
from reference.queries import minimum_wage
from residents.models import Resident

pytestmark = pytest.mark.django_db
PEOPLE = 14


def test_a_demo_week():
    """One seeding, many readings: two communities, one under a published floor and one under an invented one."""
    moment = now()
    for code in ("minhe", "huatian"):
        Command().seed(next(spec for spec in COMMUNITIES if spec.code == code), PEOPLE, moment)
    check_postings()
    check_applications(moment)
    check_people()
    check_words()
    check_floors()
    check_commands()


def check_postings():
    published = Posting.objects.filter(state="published")
    assert published.count() > 15
    for posting in published.select_related("district", "community"):
        floor = minimum_wage(posting.district)
        if posting.pay_unit in ("month", "hour"):
            assert posting.pay_min >= (floor.monthly if posting.pay_unit == "month" else floor.hourly), posting
        assert not [finding for finding in findings_of(posting) if finding.level == "block"], posting


def check_applications(week):
    counted = Posting.objects.annotate(started=Count("applications", filter=Q(applications__state="started")))
    assert not counted.exclude(starts_confirmed=F("started")).exists()
    assert Application.objects.filter(state="closed_silent").exists()
    assert Application.objects.filter(state="started").exists()
    assert not Application.objects.filter(first_replied_at__lt=F("applied_at")).exists()
    assert not Application.objects.filter(applied_at__gt=week).exists()
    for application in Application.objects.all():
        moments = list(ApplicationTransition.objects.filter(application=application).values_list("at", flat=True))
        assert moments == sorted(moments)
    assert Application.objects.filter(applied_at__gte=week - timedelta(days=7)).exists()
    assert Posting.objects.filter(state="review", submitted_at__gte=week - timedelta(days=2)).exists()


def check_people():
    people = Resident.objects.all()
    assert people.count() == 2 * PEOPLE
    assert len({person.name for person in people}) > PEOPLE
    for person in people:
        assert id_number.parse(person.id_number, on=now().date()).born_on == person.born_on
        assert all(contact.number.startswith("1900") for contact in person.contacts.all())
    assert all(row.address.startswith("1900") for row in Contact.objects.filter(kind="sms"))
    codes = Employer.objects.exclude(credit_code=None)
    assert all(credit_code.parse(row.credit_code).text == row.credit_code for row in codes)


def check_words():
    texts = " ".join(f"{row.title}{row.duties}{row.requirements}{row.employer}" for row in Posting.objects.all())
    assert not {"测试", "test", "某某", "XX"} & set(texts.split())
    assert "测试" not in texts
    old = Posting.objects.get(community__code="minhe", state="draft")
    assert {finding.rule for finding in findings_of(old)} >= {"sex", "hukou", "fee"}


def check_floors():
    """Only invented districts carry invented floors."""
    invented = MinimumWage.objects.filter(invented=True)
    assert invented.exists()
    assert all(row.area.invented for row in invented.select_related("area"))
    real = minimum_wage(Posting.objects.filter(community__code="minhe").first().district)
    assert (real.monthly, real.hourly, real.invented) == (2330, 23, False)


def check_commands():
    """Communities are listed; a database that holds something is left alone."""
    out = StringIO()
    call_command("list_communities", stdout=out)
    assert sorted(line.split("\t") for line in out.getvalue().splitlines()) == [
        ["huatian", "花田社区"],
        ["minhe", "民和佳苑社区"],
    ]
    before = Posting.objects.count()
    call_command("seed_demo", if_empty=True, stdout=out)
    assert Posting.objects.count() == before
    with pytest.raises(CommandError):
        call_command("seed_demo", stdout=out)


def test_every_firm_hires_for_a_trade_that_exists_at_a_place_that_exists():
    for spec in COMMUNITIES:
        spots = {spot.name for spot in spec.spots}
        for firm in FIRMS[spec.code]:
            assert firm.spot in spots, firm
            assert set(firm.trades) <= set(TRADES), firm
        assert set(spec.people) <= set(KINDS)
