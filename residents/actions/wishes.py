"""What she wants and what her life allows."""

from collections.abc import Sequence
from datetime import time

from django.db import transaction

from core import audit
from core.errors import Invalid
from core.fitting import require_fitting
from residents.actions.base import require_edit, sign_of_life
from residents.actions.consents import give_consent
from residents.enums import ConsentPurpose, EmploymentKind, Travel
from residents.models import JobWish, Resident, WishedOccupation
from residents.queries import consent_in_force

WANTS = frozenset(
    {
        "kinds",
        "monthly_floor",
        "hourly_floor",
        "can_start_on",
        "needs_lodging",
        "wants_training",
        "wants_business",
        "own_words",
    }
)
LIMITS = frozenset(
    {
        "travel",
        "max_minutes",
        "free_from",
        "free_until",
        "picks_up_child",
        "drop_off_at",
        "pick_up_at",
        "no_nights",
        "no_weekends",
        "no_standing",
        "max_lift_kg",
    }
)
ABOUT_HER_BODY = frozenset({"no_standing", "max_lift_kg"})
# What the usual school day leaves a parent, where she says only that she takes a child to school.
SCHOOL_RUN = {"drop_off_at": time(8, 30), "pick_up_at": time(16, 30)}
MOST_OCCUPATIONS = 3


@transaction.atomic
def set_wish(*, by, resident: Resident, occupations: Sequence | None = None, **answers) -> JobWish:
    """`occupations`: reference.Occupation rows, the dearest first, at most three; None leaves them as they are.

    Raises Refused, Invalid; TypeError for anything that is not a wish.
    """
    wish = _answer(by, resident, answers, WANTS)
    if occupations is not None:
        store_occupations(wish, list(dict.fromkeys(occupations)))
    audit.record("residents.set_wish", resident, by=by, note=",".join(sorted(answers)))
    return wish


@transaction.atomic
def set_limits(*, by, resident: Resident, consent_channel: str = "", **answers) -> JobWish:
    """Hours, way, child, body. What she says of her body needs a consent of its own: one in force, or `consent_channel`
    (how she gives it now). Raises Refused, Invalid; TypeError for anything that is not a limit."""
    if "picks_up_child" in answers:
        answers |= _school_run(answers)
    if any(answers.get(name) is not None for name in ABOUT_HER_BODY):
        _need_consent(by, resident, consent_channel)
    wish = _answer(by, resident, answers, LIMITS)
    audit.record("residents.set_limits", resident, by=by, note=",".join(sorted(answers)))
    return wish


def _school_run(answers: dict) -> dict:
    """Her times, the usual ones where she named none; no times without a child to take. Times she gives without the
    answer itself are kept: they say it."""
    if answers["picks_up_child"] is None:
        return {}
    if not answers["picks_up_child"]:
        return dict.fromkeys(SCHOOL_RUN)
    return {name: answers.get(name) or usual for name, usual in SCHOOL_RUN.items()}


def _need_consent(by, resident: Resident, channel: str) -> None:
    if consent_in_force(resident, ConsentPurpose.SENSITIVE):
        return
    if not channel:
        raise Invalid("身体方面的情况要您单独同意才记。请勾选下面的同意，或者这一项不填。", field="consent")
    give_consent(by=by, resident=resident, purpose=ConsentPurpose.SENSITIVE, channel=channel)


def _answer(by, resident: Resident, answers: dict, allowed: frozenset[str]) -> JobWish:
    require_edit(by, resident)
    if unknown := answers.keys() - allowed:
        raise TypeError(f"not asked here: {sorted(unknown)}")
    _check(answers)
    require_fitting(JobWish, answers)
    wish, _ = JobWish.objects.get_or_create(resident=resident)
    for name, value in answers.items():
        setattr(wish, name, value)
    wish.save()
    resident.wish = wish
    sign_of_life(by, resident)
    return wish


def _check(answers: dict) -> None:
    if set(answers.get("kinds") or ()) - set(EmploymentKind.values):
        raise Invalid("用工形式请从列表里选。", field="kinds")
    if answers.get("travel") and answers["travel"] not in Travel.values:
        raise Invalid("怎么去请从走路、电动车、坐公交里选。", field="travel")
    for name, most in (("monthly_floor", 100_000), ("hourly_floor", 1_000), ("max_minutes", 240), ("max_lift_kg", 100)):
        if answers.get(name) is not None and not 0 <= answers[name] <= most:
            raise Invalid(f"这个数应在 0 到 {most} 之间。请核对单位。", field=name)
    drop, pick = answers.get("drop_off_at"), answers.get("pick_up_at")
    if drop and pick and drop >= pick:
        raise Invalid("接孩子的时间要晚于送孩子的时间。请核对上午、下午。", field="pick_up_at")


def store_occupations(wish: JobWish, occupations: list) -> None:
    if len(occupations) > MOST_OCCUPATIONS:
        raise Invalid("最多选三种活。请留下最想做的三种。", field="occupations")
    wish.occupations.all().delete()
    WishedOccupation.objects.bulk_create(
        WishedOccupation(wish=wish, occupation=occupation, rank=rank) for rank, occupation in enumerate(occupations, 1)
    )
