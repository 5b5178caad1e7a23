"""The ranking itself: limits, then every feasible pair scored exactly, then words for the rows that are shown.

Deterministic: the same columns, ground and seed give the same list, whatever order the rows came in.
"""

import numpy as np

from matching.engine import missing, reasons, score
from matching.engine.arrays import Array
from matching.engine.columns import Postings, Seekers, stable_hash
from matching.engine.features import bins_of
from matching.engine.lexicon import Lexicon
from matching.engine.limits import LIMITS, Limit, judge_all
from matching.engine.local import STANDARD, Local
from matching.engine.pairs import Pairs
from matching.engine.results import Condition, Ground, Item, Near, Ranking, Removed
from matching.engine.tables import BINS
from matching.engine.verdicts import NO, NOT_ASKED, OK, WORDS

Many = Postings | Seekers
Rows = Array | list[int]

NEAR_SHOWN = 5
IDS_KEPT = 500  # nobody reads more; the counts are complete


def rank(seeker: Seekers, postings: Postings, *, ground: Ground, top: int | None = 20, seed: str = "") -> Ranking:
    """Postings for one person (`seeker` has one row), best first; `top` None = all.

    `seed` (default: her id) decides between equal scores, so that equal postings take turns between people.
    """
    pairs = Pairs(seeker, postings, ground.local)
    return _ranking(pairs, postings, ground, top, seed or str(seeker.id[0]), about_person=False)


def rank_people(
    posting: Postings, seekers: Seekers, *, ground: Ground, top: int | None = 20, seed: str = ""
) -> Ranking:
    """People for one posting (`posting` has one row): the same limits and tables, words fit for an employer's eyes."""
    pairs = Pairs(seekers, posting, ground.local)
    return _ranking(pairs, seekers, ground, top, seed or str(posting.id[0]), about_person=True)


def newest_rows(postings: Postings, *, door: Seekers | None = None, local: Local = STANDARD) -> Array:
    """Personalisation off: row numbers by day of publication, then nearest to the door, unknown distance last.

    `door` is a visitor that knows nothing but a point; there is no person in this function.
    """
    minutes = Pairs(door, postings, local).minutes if door is not None else np.zeros(len(postings))
    return np.lexsort((postings.tie, np.nan_to_num(minutes, nan=np.inf), -postings.published))


def feasible(seeker: Seekers, postings: Postings, *, ground: Ground) -> tuple[Array, list[Removed]]:
    """Row numbers of the postings that pass her limits, and what the limits removed."""
    if not len(postings):
        return np.zeros(0, np.intp), []
    verdicts = judge_all(Pairs(seeker, postings, ground.local), ground.lexicon)
    return np.flatnonzero(~(verdicts == NO).any(axis=0)), _removed(verdicts, postings)


def order(seeker: Seekers, postings: Postings, *, ground: Ground, seed: str = "") -> tuple[Array, list[Removed]]:
    """Row numbers of every feasible posting, best first, and what the limits removed; words are made with `describe`."""
    rows, removed = feasible(seeker, postings, ground=ground)
    pairs = Pairs(seeker, postings, ground.local)
    ties = score.mixed(postings.tie, stable_hash(seed or str(seeker.id[0])))
    return _best(pairs, rows, ties, ground, None), removed


def explain(seeker: Seekers, posting: Postings, *, ground: Ground, about_person: bool = False) -> Item:
    """One person and one posting in full, whether or not a limit would remove it; `about_person` = for an employer."""
    pair = Pairs(seeker, posting, ground.local)
    verdicts = judge_all(pair, ground.lexicon)[:, 0]
    return _item(pair, posting.id[0], bins_of(pair, ground.on), verdicts, ground, about_person)


def describe(seeker: Seekers, postings: Postings, rows: list[int], *, ground: Ground) -> list[Item]:
    """The same for several postings at once, in the order of `rows`."""
    part = postings.take(rows)
    pairs = Pairs(seeker, part, ground.local)
    verdicts = judge_all(pairs, ground.lexicon)
    return _items(pairs, part, np.arange(len(rows)), verdicts, ground, about_person=False)


def _ranking(pairs: Pairs, many: Many, ground: Ground, top: int | None, seed: str, *, about_person: bool) -> Ranking:
    tables = ground.tables
    if not len(pairs):
        return Ranking([], [], [], 0, 0, tables.base, tables.version)
    verdicts = judge_all(pairs, ground.lexicon)
    fails = (verdicts == NO).sum(axis=0)
    ties = score.mixed(many.tie, stable_hash(seed))
    kept = np.flatnonzero(fails == 0)
    shown = _best(pairs, kept, ties, ground, top)
    items = _items(pairs, many, shown, verdicts, ground, about_person)
    near = [] if about_person else _near(pairs, many, verdicts, ties, ground)
    return Ranking(items, _removed(verdicts, many), near, len(pairs), len(kept), tables.base, tables.version)


def _part(pairs: Pairs, rows: Rows) -> Pairs:
    """The pairs with these numbers: the side with one row stays, the other is cut."""
    seekers, postings = pairs.seekers, pairs.postings
    if len(postings) == len(pairs):
        return Pairs(seekers if len(seekers) == 1 else seekers.take(rows), postings.take(rows), pairs.local)
    return Pairs(seekers.take(rows), postings, pairs.local)


def _best(pairs: Pairs, rows: Array, ties: Array, ground: Ground, top: int | None) -> Array:
    """The `top` best of these row numbers, best first."""
    if not len(rows):
        return rows
    scored = score.scores(bins_of(_part(pairs, rows), ground.on), ground.tables)
    return rows[score.best(scored, ties[rows], top)]


def _items(pairs: Pairs, many: Many, rows: Array, verdicts: Array, ground: Ground, about_person: bool) -> list[Item]:
    if not len(rows):
        return []
    bins = bins_of(_part(pairs, rows), ground.on)
    return [
        _item(
            _part(pairs, [row]),
            many.id[row],
            {feature: numbers[place : place + 1] for feature, numbers in bins.items()},
            verdicts[:, row],
            ground,
            about_person,
        )
        for place, row in enumerate(rows)
    ]


def _item(pair: Pairs, id: str, bins: dict[str, Array], verdicts: Array, ground: Ground, about_person: bool) -> Item:
    """`pair` and `bins` have length 1, `verdicts` one entry a limit."""
    tables, lexicon = ground.tables, ground.lexicon
    parts = score.contributions(bins, tables, 0)
    names = {feature: BINS[feature][numbers[0]] for feature, numbers in bins.items()}
    minutes = float(pair.full(pair.minutes)[0])
    return Item(
        id=str(id),
        score=float(score.scores(bins, tables)[0]),
        value=score.side(bins, tables.value, tables.value_base, 0),
        chance=score.side(bins, tables.chance, tables.chance_base, 0),
        parts=parts,
        reasons=reasons.reasons_of(pair, names, parts, lexicon, ground.on, about_person),
        missing=missing.steps_of(pair, names, tables, lexicon),
        conditions=_conditions(pair, verdicts, lexicon, about_person),
        minutes=None if np.isnan(minutes) else minutes,
    )


def _conditions(pair: Pairs, verdicts: Array, lexicon: Lexicon, about_person: bool) -> list[Condition]:
    """Every limit that applies to the pair; towards an employer only those that say nothing private."""
    asked = [(limit, code) for limit, code in zip(LIMITS, verdicts, strict=True) if code != NOT_ASKED]
    return [_condition(limit, pair, code, lexicon) for limit, code in asked if limit.shareable or not about_person]


def _condition(limit: Limit, pair: Pairs, code: int, lexicon: Lexicon) -> Condition:
    """A certificate that is still to be made does not remove the posting, but the condition is not met either."""
    text = limit.text(pair, code, lexicon)
    open_step = code == OK and limit.slug == "certificate" and missing.lacking(pair, lexicon)
    return Condition(limit.slug, limit.label, "no" if open_step else WORDS[int(code)], text)


def _removed(verdicts: Array, many: Many) -> list[Removed]:
    fails = verdicts == NO
    first = np.where(fails.any(axis=0), fails.argmax(axis=0), -1)
    alone = fails.sum(axis=0) == 1
    found = []
    for number, limit in enumerate(LIMITS):
        rows = np.flatnonzero(first == number)
        if len(rows):
            back = int((alone & fails[number]).sum())
            kept = rows if len(rows) <= IDS_KEPT else rows[np.argpartition(many.tie[rows], IDS_KEPT)[:IDS_KEPT]]
            names = sorted(str(id) for id in many.id[kept])
            found.append(Removed(limit.slug, limit.label, limit.sentence, len(rows), back, names))
    return found


def _near(pairs: Pairs, many: Many, verdicts: Array, ties: Array, ground: Ground) -> list[Near]:
    """The best of the rows that a single limit removed and one small step would bring back."""
    fails = verdicts == NO
    candidates = np.flatnonzero(fails.sum(axis=0) == 1)
    found = []
    for row in _best(pairs, candidates, ties, ground, NEAR_SHOWN * 4):
        limit = LIMITS[int(fails[:, row].argmax())].slug
        if step := missing.step_back(_part(pairs, [row]), limit, ground.lexicon):
            found.append(Near(str(many.id[row]), limit, step))
        if len(found) == NEAR_SHOWN:
            break
    return found
