"""Wishes, limits, abilities: what the list is ordered by."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Invalid
from residents import actions
from residents.actions.wishes import LIMITS, WANTS
from residents.enums import ConsentChannel, ConsentPurpose, EmploymentKind, SkillLevel
from residents.models import JobWish, Resident
from residents.queries import consent_in_force, profile_for_matching
from residents.questions import QUESTIONS, next_question, open_questions
from tests import cast
from tests.factories import reference

pytestmark = pytest.mark.django_db


@pytest.fixture
def wu():
    return cast.nameless_beginner(cast.community())


def test_three_occupations_in_her_order(wu):
    wanted = [reference.occupation(name) for name in ("缝纫工", "保洁员", "收银员")]
    actions.set_wish(by=wu.user, resident=wu, occupations=[wanted[0], wanted[0], *wanted[1:]])
    assert [(row.rank, row.occupation) for row in wu.wish.occupations.all()] == list(enumerate(wanted, 1))
    actions.set_wish(by=wu.user, resident=wu, occupations=wanted[2:])
    assert [row.occupation for row in wu.wish.occupations.all()] == wanted[2:]
    actions.set_wish(by=wu.user, resident=wu, monthly_floor=Decimal(2600))
    assert wu.wish.occupations.count() == 1, "not asked, not changed"


def test_not_four(wu):
    four = [reference.occupation(name) for name in ("缝纫工", "保洁员", "收银员", "裁缝")]
    with pytest.raises(Invalid, match="最多选三种"):
        actions.set_wish(by=wu.user, resident=wu, occupations=four)
    assert not JobWish.objects.exists()


def test_a_child_at_school_is_one_tap(wu):
    actions.set_limits(by=wu.user, resident=wu, picks_up_child=True)
    wish = JobWish.objects.get(resident=wu)
    assert (wish.drop_off_at, wish.pick_up_at) == (time(8, 30), time(16, 30))
    actions.set_limits(by=wu.user, resident=wu, picks_up_child=True, pick_up_at=time(17, 10), drop_off_at=None)
    wish.refresh_from_db()
    assert (wish.drop_off_at, wish.pick_up_at) == (time(8, 30), time(17, 10))
    actions.set_limits(by=wu.user, resident=wu, picks_up_child=True, no_nights=True)
    actions.set_limits(by=wu.user, resident=wu, picks_up_child=True, no_nights=None)
    wish.refresh_from_db()
    assert wish.no_nights is None, "an answer can be taken back"
    actions.set_limits(by=wu.user, resident=wu, picks_up_child=False, pick_up_at=time(17, 10))
    wish.refresh_from_db()
    assert (wish.drop_off_at, wish.pick_up_at) == (None, None)


def test_times_typed_without_the_answer_are_not_lost(wu):
    actions.set_limits(by=wu.user, resident=wu, picks_up_child=None, drop_off_at=None, pick_up_at=time(16, 40))
    wish = JobWish.objects.get(resident=wu)
    assert (wish.picks_up_child, wish.drop_off_at, wish.pick_up_at) == (None, None, time(16, 40))


def test_what_she_says_of_her_body_needs_a_consent_of_its_own(wu):
    with pytest.raises(Invalid, match="单独同意"):
        actions.set_limits(by=wu.user, resident=wu, no_standing=True)
    actions.set_limits(by=wu.user, resident=wu, no_standing=True, consent_channel=ConsentChannel.TAP)
    actions.set_limits(by=wu.user, resident=wu, max_lift_kg=10)
    assert consent_in_force(wu, ConsentPurpose.SENSITIVE)
    assert wu.consents.filter(purpose=ConsentPurpose.SENSITIVE).count() == 1
    actions.withdraw_consent(by=wu.user, resident=wu, purpose=ConsentPurpose.SENSITIVE)
    wish = JobWish.objects.get(resident=wu)
    assert (wish.no_standing, wish.max_lift_kg) == (None, None), "withdrawn means gone, in this very request"


@pytest.mark.parametrize(
    "wrong",
    [
        {"monthly_floor": Decimal(-1)},
        {"monthly_floor": Decimal(1_000_000)},
        {"hourly_floor": Decimal(2600)},
        {"kinds": ["anything"]},
    ],
)
def test_a_wish_that_cannot_be_meant(wu, wrong):
    with pytest.raises(Invalid):
        actions.set_wish(by=wu.user, resident=wu, **wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"travel": "helicopter"},
        {"max_minutes": 600},
        {"picks_up_child": True, "drop_off_at": time(16, 0), "pick_up_at": time(8, 0)},
    ],
)
def test_a_limit_that_cannot_be_meant(wu, wrong):
    with pytest.raises(Invalid):
        actions.set_limits(by=wu.user, resident=wu, **wrong)


def test_wishes_and_limits_are_all_of_the_row_and_nothing_twice(wu):
    fields = {field.name for field in JobWish._meta.concrete_fields} - {"id", "resident"}
    assert fields == WANTS | LIMITS
    assert not WANTS & LIMITS
    with pytest.raises(TypeError):
        actions.set_wish(by=wu.user, resident=wu, no_nights=True)


class TestAbilities:
    def test_said_verified_and_said_otherwise(self, wu):
        officer, skill = cast.officer(wu.community), reference.skill()
        actions.add_skill(by=wu.user, resident=wu, skill=skill, years=3)
        row = actions.verify_skill(by=officer, resident=wu, skill=skill, level=SkillLevel.GOOD, evidence=" 试做合格 ")
        assert (row.level, row.years, row.evidence, row.verified_by_code) == ("good", 3, "试做合格", officer.code)
        row = actions.add_skill(by=wu.user, resident=wu, skill=skill, level=SkillLevel.GOOD, years=4)
        assert row.verified_at is not None, "more years of the same level"
        row = actions.add_skill(by=wu.user, resident=wu, skill=skill, level=SkillLevel.CERTIFIED)
        assert (row.verified_at, row.verified_by_code, row.evidence) == (None, "", "")
        actions.remove_skill(by=wu.user, resident=wu, skill=skill)
        assert not wu.skills.exists()

    def test_evidence_is_words_not_blanks(self, wu):
        with pytest.raises(Invalid, match="看到了什么"):
            actions.verify_skill(by=cast.officer(wu.community), resident=wu, skill=reference.skill(), evidence=" ")

    def test_a_changed_certificate_is_seen_again(self, wu):
        officer, kind = cast.officer(wu.community), reference.certificate_kind()
        row = actions.add_certificate(by=wu.user, resident=wu, kind=kind, expires_on=date(2027, 3, 1))
        actions.verify_certificate(by=officer, certificate=row)
        assert wu.certificates.get().verified_by_code == officer.code
        actions.add_certificate(by=wu.user, resident=wu, kind=kind, expires_on=date(2029, 3, 1))
        assert wu.certificates.get().verified_at is None
        with pytest.raises(Invalid, match="早于发证"):
            actions.add_certificate(
                by=wu.user, resident=wu, kind=kind, issued_on=date(2026, 3, 1), expires_on=date(2025, 3, 1)
            )

    def test_past_work_in_her_words(self, wu):
        actions.add_experience(by=wu.user, resident=wu, words=" 棉纺厂挡车工 ", years=8)
        actions.add_experience(
            by=wu.user, resident=wu, words="棉纺厂挡车工", years=9, occupation=reference.occupation("挡车工")
        )
        row = wu.experiences.get()
        assert (row.words, row.years, row.occupation.name) == ("棉纺厂挡车工", 9, "挡车工")
        with pytest.raises(Invalid):
            actions.add_experience(by=wu.user, resident=wu, words="  ")


class TestQuestions:
    def test_the_most_useful_first_until_nothing_is_open(self, wu):
        assert [question.key for question in open_questions(wu)] == [question.key for question in QUESTIONS]
        assert next_question(wu).key == "place"
        actions.update_profile(by=wu.user, resident=wu, address_text="12栋3-2")
        assert next_question(wu).key == "hours"

    def test_who_has_told_much_is_asked_little(self):
        wang = cast.resident_wang(cast.community())
        assert {question.key for question in open_questions(wang)} == {"monthly_floor"}

    def test_no_is_an_answer(self, wu):
        actions.set_limits(by=wu.user, resident=wu, picks_up_child=False, no_nights=False)
        assert {"picks_up_child", "no_nights"} & {question.key for question in open_questions(wu)} == set()

    @pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
    def test_every_question_says_what_it_is_good_for(self, question):
        assert question.words.endswith("？")
        assert 5 <= len(question.why) <= 22


def test_the_profile_is_read_in_a_fixed_number_of_queries(django_assert_num_queries):
    community = cast.community()
    for _ in range(3):
        wang = cast.resident_wang(community, with_user=False)
        wang.id_number = None
        wang.save()
    cast.nameless_beginner(community)
    with django_assert_num_queries(7):
        people = list(profile_for_matching(Resident.objects.filter(community=community)))
        for person in people:
            wish = getattr(person, "wish", None)
            [row.occupation.name for row in (wish.occupations.all() if wish else ())]
            [(row.skill.name, row.level) for row in person.skills.all()]
            [row.kind.name for row in person.certificates.all()]
            [row.words for row in person.experiences.all()]
            (list(person.recognitions.all()), list(person.seekings.all()), person.place, person.community.path)
    assert len(people) == 4


@given(
    kinds=st.lists(st.sampled_from(EmploymentKind.values), unique=True),
    floor=st.none() | st.decimals(0, 100_000, places=2),
)
def test_every_wish_that_can_be_meant_comes_back_as_it_was_said(kinds, floor):
    from residents.actions.wishes import _check

    assert _check({"kinds": kinds, "monthly_floor": floor}) is None
