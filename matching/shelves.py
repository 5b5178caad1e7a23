"""The public shelf: an order for whoever stands in front of it, with as much of her life in it as she allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.clock import today
from matching import boards
from matching.adapters import SCHOOL_HOURS, WALK_MINUTES
from matching.engine.facts import SeekerFacts, visitor
from matching.engine.rank import describe, feasible, newest_rows, order
from matching.engine.reasons import WEAK
from matching.engine.results import Item, Removed
from residents.enums import Travel
from residents.models import JobWish

CHIPS = frozenset({"care", "nights", "weekends", "standing", "walk"})


class Items(Sequence):
    """(posting id, Item) pairs in order; the words of a row are only made when it is looked at."""

    def __init__(self, ids: list[int], make: Callable[[list[int]], list[Item]]):
        self._ids = ids
        self._make = make

    def __len__(self):
        return len(self._ids)

    def __getitem__(self, index):
        if isinstance(index, slice):
            numbers = list(range(*index.indices(len(self))))
            return list(zip([self._ids[number] for number in numbers], self._make(numbers), strict=True))
        return self._ids[index], self._make([index])[0]


@dataclass(frozen=True)
class Shelf:
    items: Items
    removed: list[Removed]

    @property
    def total(self) -> int:
        return len(self.items)


def shelf(
    postings, *, limits, place=None, resident=None, newest=False, community=None, on: date | None = None
) -> Shelf:
    """The postings of a queryset in order. The chips in `limits` replace the five she may have in her profile.

    `newest`: by day of publication, then by distance from `place`; no table about a person is read. Without a resident
    the order knows the door and the chips alone. Raises KeyError for a chip nobody declared.
    """
    if unknown := set(limits) - CHIPS:
        raise KeyError(f"no such chip: {', '.join(sorted(unknown))}")
    on = on or today()
    base = boards.base(community, on)
    board = boards.board(postings, base)
    known = resident is not None and not newest
    facts = _with_chips(boards.person(resident, base) if known else _passer_by(place), limits)
    seeker = base.seeker(facts)
    if newest:
        rows, removed = feasible(seeker, board.columns, ground=base.ground)
        rows = rows[newest_rows(board.columns.take(rows), door=seeker, local=base.ground.local)]
    else:
        rows, removed = order(seeker, board.columns, ground=base.ground)

    def words(numbers: list[int]) -> list[Item]:
        items = describe(seeker, board.columns, [rows[number] for number in numbers], ground=base.ground)
        return items if known else [_to_a_passer_by(item) for item in items]

    return Shelf(Items([board.pks[row] for row in rows], words), [_named_after_chip(row, limits) for row in removed])


def limits_of(resident) -> set[str]:
    """The chips her profile sets: what `shelf` is to be given before she has pressed any."""
    wish = JobWish.objects.filter(resident=resident).first()
    if wish is None:
        return set()
    chips = {
        "care": wish.picks_up_child or (wish.picks_up_child is None and bool(wish.drop_off_at or wish.pick_up_at)),
        "nights": wish.no_nights,
        "weekends": wish.no_weekends,
        "standing": wish.no_standing,
        "walk": wish.travel == Travel.WALK,
    }
    return {name for name, pressed in chips.items() if pressed}


def _passer_by(place) -> SeekerFacts:
    return visitor(**({} if place is None else {"map": str(place.community_id), "x": place.x_m, "y": place.y_m}))


def _with_chips(facts: SeekerFacts, limits) -> SeekerFacts:
    walks = facts.travel == "walk"
    named = (facts.drop_off, facts.pick_up)
    drop_off, pick_up = named if named != (None, None) else SCHOOL_HOURS
    if "walk" in limits:
        travel, most = "walk", (walks and facts.max_minutes) or WALK_MINUTES
    else:
        travel, most = facts.travel, None if walks else facts.max_minutes
    return replace(
        facts,
        no_nights="nights" in limits,
        no_weekends="weekends" in limits,
        no_standing="standing" in limits,
        drop_off=drop_off if "care" in limits else None,
        pick_up=pick_up if "care" in limits else None,
        travel=travel,
        max_minutes=most,
    )


def _to_a_passer_by(item: Item) -> Item:
    """She is told what answers her door and chips; what every card could say is better left unsaid."""
    return replace(item, reasons=[each for each in item.reasons if each.sign and each.feature not in WEAK])


def _named_after_chip(removed: Removed, limits) -> Removed:
    """What the 只走路 chip took away is named after the chip, so that the page can offer to lift it."""
    if removed.limit == "distance" and "walk" in limits:
        return replace(removed, limit="walk", label="只走路")
    return removed
