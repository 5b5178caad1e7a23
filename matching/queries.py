"""What pages and commands ask: which postings for this person, which people for this posting, and why."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from core.clock import today
from jobs.enums import EmploymentType
from jobs.models import Posting
from matching import boards
from matching.engine.building import seekers_from
from matching.engine.columns import WISH_CLOSE
from matching.engine.facts import visitor
from matching.engine.limit_words import hours_of
from matching.engine.pairs import Pairs
from matching.engine.rank import explain as explain_pair
from matching.engine.rank import newest_rows, order, rank, rank_people
from matching.engine.results import Item, Ranking
from matching.shelves import Shelf, limits_of, shelf
from reference.enums import AreaKind
from residents.models import Resident

__all__ = [
    "Recommended",
    "Shelf",
    "alternatives",
    "explain",
    "facts_for_employer",
    "limits_of",
    "recommend_for_person",
    "recommend_for_posting",
    "shelf",
]

TOLD_TO_EMPLOYER = 3


@dataclass(frozen=True)
class Recommended:
    """`ranking` with the rows its ids stand for: `rows[item.id]` is a Posting or a Resident."""

    ranking: Ranking
    rows: dict[str, object]


def postings_around(community, on: date):
    """Live postings of the district a community lies in: the candidate set of everyday lists."""
    district = community.ancestor(AreaKind.DISTRICT) or community
    return Posting.objects.live(on).filter(community__path__startswith=district.path)


def recommend_for_person(resident, *, top: int | None = 20, on: date | None = None) -> Recommended:
    """Postings around her, best first. Has she switched the order off, then the newest, and her profile is not read."""
    on = on or today()
    base = boards.base(resident.community, on)
    board = boards.board(postings_around(resident.community, on), base)
    if not resident.personalised:
        return _with_rows(_by_date(base, board, top), Posting)
    seeker = base.seeker(boards.person(resident, base))
    return _with_rows(rank(seeker, board.columns, ground=base.ground, top=top), Posting)


def recommend_for_posting(posting, *, people=None, top: int | None = 20, on: date | None = None) -> Recommended:
    """People who look for work around a posting, best first; `people` narrows them (a queryset of residents).

    Reasons are fit for an employer: nothing about the child, the limits, the floor, age, sex or hardship.
    """
    on = on or today()
    base = boards.base(posting.community, on)
    board = boards.board(Posting.objects.filter(pk=posting.pk), base)
    facts = boards.people(_seeking_around(posting, on) if people is None else people, base)
    seekers = seekers_from(facts, base.words.lexicon)
    return _with_rows(rank_people(board.posting(0), seekers, ground=base.ground, top=top), Resident)


def explain(resident, posting, *, on: date | None = None) -> Item:
    """One posting for one person: reasons, what is missing, every condition with 符合/不符."""
    on = on or today()
    base = boards.base(posting.community, on)
    board = boards.board(Posting.objects.filter(pk=posting.pk), base)
    return explain_pair(base.seeker(boards.person(resident, base)), board.posting(0), ground=base.ground)


def facts_for_employer(resident, posting, *, on: date | None = None) -> list[str]:
    """At most three plain sentences about her that she agrees to pass on: what she can do, how near, when she can."""
    on = on or today()
    base = boards.base(posting.community, on)
    board = boards.board(Posting.objects.filter(pk=posting.pk), base)
    seeker, columns = base.seeker(boards.person(resident, base)), board.posting(0)
    item = explain_pair(seeker, columns, ground=base.ground, about_person=True)
    told = {reason.feature: reason.text for reason in item.reasons if reason.sign > 0}
    near = f"住得近，{told['distance']}" if "distance" in told and item.minutes else None
    facts = [told.get("skill"), told.get("certificate"), near, _hours(Pairs(seeker, columns))]
    return [fact for fact in facts if fact][:TOLD_TO_EMPLOYER]


def alternatives(posting, *, resident=None, top: int = 3, on: date | None = None) -> list[Posting]:
    """Live postings around it, the same or close work first, within her own limits when she is known."""
    on = on or today()
    base = boards.base(posting.community, on)
    others = postings_around(posting.community, on).exclude(pk=posting.pk)
    if resident is None:
        others = others.exclude(employment_type=EmploymentType.PUBLIC_WELFARE)  # nobody known to be entitled
    else:
        others = others.exclude(applications__resident=resident)
    board = boards.board(others, base)
    like = (posting.occupation.code,) if posting.occupation_id else ()
    if resident is None:
        facts = visitor(wishes=like, **_where(posting.place))
    else:
        facts = boards.person(resident, base)
        facts = replace(facts, wishes=(*like, *(wish for wish in facts.wishes if wish not in like)))
    seeker = base.seeker(facts)
    rows, _removed = order(seeker, board.columns, ground=base.ground)
    alike = Pairs(seeker, board.columns).wish >= WISH_CLOSE
    pks = [board.pks[row] for row in sorted(rows, key=lambda row: not alike[row])[:top]]
    found = Posting.objects.for_card().in_bulk(pks)
    return [found[pk] for pk in pks]


def _with_rows(ranking: Ranking, model) -> Recommended:
    codes = [row.id for row in (*ranking.items, *ranking.near)]
    return Recommended(ranking, model.objects.in_bulk(codes, field_name="code"))


def _by_date(base, board, top) -> Ranking:
    nobody = base.seeker(visitor())
    rows = newest_rows(board.columns)[:top]
    items = [explain_pair(nobody, board.posting(row), ground=base.ground) for row in rows]
    total = len(board.pks)
    return Ranking(items, [], [], total, total, base.ground.tables.base, "newest")


def _seeking_around(posting, on):
    district = posting.community.ancestor(AreaKind.DISTRICT) or posting.community
    return Resident.objects.seeking(on).filter(community__path__startswith=district.path)


def _hours(pair) -> str | None:
    """ "8:30–15:30 能上", said only when she has named her hours and they fit."""
    opens, shuts = pair.opens, pair.shuts
    if np.isnan(opens).all() and np.isnan(shuts).all():
        return None
    known, fits = pair.window(opens, shuts)
    return f"{hours_of(pair)} 能上" if known.all() and fits.all() and not pair.postings.own_hours.all() else None


def _where(place) -> dict:
    return {} if place is None else {"map": str(place.community_id), "x": place.x_m, "y": place.y_m}
