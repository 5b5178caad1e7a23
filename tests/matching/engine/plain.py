"""The ranking read a second time, in plain Python over the facts: one person, one posting, no arrays.

Written from the rules, not from the engine's code; it imports only the numbers (tables) and the facts.
"""

from math import hypot

from matching.engine.facts import AgeBand, Kind
from matching.engine.tables import BINS, RULE
from tests.matching.engine.worlds import LEXICON, ON

SPEED = {"walk": (4.0, 0), "ebike": (15.0, 0), "bus": (18.0, 8.0)}


def minutes(s, p):
    if p.at_home:
        return 0
    if not s.map or s.map != p.map:
        return None
    metres = hypot(s.x - p.x, s.y - p.y) * 1.3
    took = {mode: max(1, round(metres / (kmh * 1000 / 60) + wait)) for mode, (kmh, wait) in SPEED.items()}
    return min(took["bus"], took["walk"]) if s.travel == "bus" else took[s.travel]


def span(p):
    """(start, end) with overnight work ending after 1440, or None."""
    if p.start is None or p.end is None:
        return None
    return p.start, p.end + 1440 if p.end <= p.start else p.end


def hours_a_day(p):
    if p.hours_day is not None:
        return p.hours_day
    if span(p) is None or p.own_hours:
        return None
    start, end = span(p)
    return (end - start) / 60


def by_month(amount, p):
    if amount is None or p.pay_unit == "piece":
        return None
    days = None if p.days_week is None else p.days_week * 52 / 12
    if p.pay_unit == "month":
        return amount
    if p.pay_unit == "day":
        return round(amount * (21.75 if days is None else days), 2)
    return None if days is None or hours_a_day(p) is None else round(amount * hours_a_day(p) * days, 2)


def by_hour(amount, p):
    if amount is None or p.pay_unit == "piece":
        return None
    hours = hours_a_day(p) or 8
    days = 21.75 if p.days_week is None else p.days_week * 52 / 12
    return round({"month": amount / hours / days, "day": amount / hours, "hour": amount}[p.pay_unit], 2)


def touches_night(p):
    """None = hours unknown. One known end can be enough to say yes."""
    if p.start is not None and p.start < 360:
        return True
    if span(p) is None:
        return p.end is not None and p.end > 1320 or None
    return span(p)[1] > 1320


def inside(p, opens, shuts):
    """True, False or None for "do the hours lie between"; a time of None is no bound."""
    if p.own_hours:
        return True
    if p.rotating:
        return False
    if opens is None and shuts is None:
        return True
    end = span(p)[1] if span(p) else p.end
    if opens is not None and p.start is not None and p.start < opens:
        return False
    if shuts is not None and end is not None and end > shuts:
        return False
    return None if span(p) is None else True


def wish(s, p):
    if p.occupation is None or not s.wishes:
        return "none_said"
    if p.occupation in s.wishes:
        return ("first", "second", "third")[s.wishes.index(p.occupation)]
    for wished in s.wishes:
        link = LEXICON.links.get((f"work:{wished}", p.occupation))
        if LEXICON.groups[wished] == LEXICON.groups[p.occupation] or (link and link.weight >= 0.5):
            return "close"
    return "other"


def skill(s, p):
    if p.occupation is None or not s.abilities:
        return "none_said"
    found = ["other"]
    for ability in s.abilities:
        link = LEXICON.links.get((ability.slug, p.occupation))
        same = ability.slug == f"work:{p.occupation}" or (link and link.exact)
        years = ability.years or 0
        if same:
            expert = ability.proved or years >= 3
            found.append("expert" if expert else "practised" if ability.good or years >= 1 else "same")
        elif link:
            found.append("strong" if link.weight >= 0.5 else "weak")
    return max(found, key=BINS["skill"].index)


def removed_by(s, p):
    """The slugs of all limits that remove the posting, in the order in which they are asked."""
    band = s.legal_age_band
    night = touches_night(p)
    law_night = night or p.night
    way = minutes(s, p)
    held = s.certificates or frozenset()
    asked = p.law_certificates | p.wanted_certificates
    her_way = wish(s, p) in ("close", "third", "second", "first") or skill(s, p) not in ("none_said", "other")
    links = [LEXICON.links.get((ability.slug, p.occupation)) for ability in s.abilities]
    out = p.law_certificates - held - LEXICON.obtainable and not any(link and link.course for link in links)
    high = p.pay_low if p.pay_high is None else p.pay_high
    days_away = asked - held <= LEXICON.obtainable
    worth_it = her_way or (days_away and bool(s.wishes or s.abilities))
    floors = ((s.floor_month, by_month(high, p)), (s.floor_hour, by_hour(high, p)))
    written_night = night if p.night is None else p.night
    rules = {
        "under-16": band == AgeBand.UNDER_16,
        "young-night": band == AgeBand.YOUNG and law_night,
        "young-hazard": band == AgeBand.YOUNG and p.hazardous,
        "birth-unknown": band == AgeBand.UNKNOWN and (law_night or p.hazardous or p.public_welfare),
        "public-welfare": p.public_welfare
        and band != AgeBand.VISITOR
        and (not s.public_welfare or band == AgeBand.YOUNG),
        "over-age": band == AgeBand.RETIRED and (p.hazardous or not (p.accepts_over_age or p.only_over_age)),
        "before-retirement": p.only_over_age and band in (AgeBand.YOUNG, AgeBand.ADULT),
        "traineeship": p.traineeship and s.traineeship is False,
        "certificate": s.certificates is not None and (bool(out) or (bool(asked - held) and not worth_it)),
        "away": p.away
        and Kind.AWAY not in s.kinds
        and not (band == AgeBand.VISITOR and not s.kinds and s.max_minutes is None),
        "kinds": bool(s.kinds and p.kinds and not s.kinds & p.kinds),
        "distance": s.max_minutes is not None and not p.away and way is not None and way > s.max_minutes,
        "nights": s.no_nights and bool(written_night),
        "weekends": s.no_weekends and p.weekend is True,
        "care": (s.drop_off is not None or s.pick_up is not None) and inside(p, s.drop_off, s.pick_up) is False,
        "free-hours": (s.free_from is not None or s.free_until is not None)
        and inside(p, s.free_from, s.free_until) is False,
        "standing": s.no_standing and p.standing is True,
        "lifting": s.max_lift_kg is not None and p.lift_kg is not None and p.lift_kg > s.max_lift_kg,
        "lodging": s.needs_lodging and not p.lodging,
        "pay": any(floor is not None and pay is not None and pay < floor for floor, pay in floors),
    }
    return [slug for slug, removes in rules.items() if removes]


def _rising(value, edges, names):
    return names[sum(value >= edge for edge in edges)]


def distance(s, p):
    if p.at_home:
        return "home" if Kind.HOME in s.kinds else "home_unasked"
    way = minutes(s, p)
    if way is None:
        if p.away:
            return "away"
        return "other_community" if s.map and p.map else "unknown"
    for edge in (5, 10, 15, 20, 30, 45, 60):
        if way <= edge:
            return f"to{edge}"
    return "more"


def hours(s, p):
    opens = max((t for t in (s.drop_off, s.free_from) if t is not None), default=None)
    shuts = min((t for t in (s.pick_up, s.free_until) if t is not None), default=None)
    if opens is None and shuts is None and not s.no_weekends:
        return "not_asked"
    fits = True if opens is None and shuts is None else inside(p, opens, shuts)
    if fits is False or (s.no_weekends and p.weekend is True):
        return "clash"
    if fits is None or (s.no_weekends and p.weekend is None and not p.own_hours):
        return "unknown"
    if p.own_hours:
        return "own"
    end = span(p)[1] if span(p) else p.end
    return "easy" if shuts is None or shuts - end >= 30 else "tight"


def pay_floor(s, p):
    floors = [(s.floor_month, by_month(p.pay_low, p)), (s.floor_hour, by_hour(p.pay_low, p))]
    floors = [(floor, pay) for floor, pay in floors if floor is not None]
    if not floors:
        return "not_asked"
    if any(pay is None for _floor, pay in floors):
        return "unknown"
    return _rising(min(pay / floor for floor, pay in floors), (1, 1.1, 1.3), ("below", "just", "more", "much_more"))


def pay_local(s, p):
    rate = by_hour(p.pay_low, p)
    if rate is None or p.median_rate is None:
        return "unknown"
    names = ("far_below", "below", "same", "above", "far_above")
    return _rising(rate / p.median_rate, (0.8, 0.95, 1.05, 1.2), names)


def certificate(s, p):
    asked = p.law_certificates | p.wanted_certificates
    if not asked:
        return "none_asked"
    if s.certificates is None:
        return "unknown"
    lacking = asked - s.certificates
    return "held" if not lacking else "lacking" if lacking <= LEXICON.obtainable else "exam"


def education(s, p):
    if p.education == 0:
        return "none_asked"
    if s.education is None:
        return "unknown"
    short = p.education - s.education
    return "met" if short <= 0 else "below" if short == 1 else "far_below"


def freshness(s, p):
    if p.published_on is None:
        return "unknown"
    days = (ON - p.published_on).days
    for edge, name in ((2, "new"), (7, "week"), (14, "fortnight"), (30, "month")):
        if days <= edge:
            return name
    return "old"


def reply(s, p):
    if p.asked < 3:
        return "unknown"
    return _rising((p.answered + 1) / (p.asked + 2), (0.25, 0.5, 0.75), ("silent", "slow", "fair", "prompt"))


FEATURES = (distance, wish, skill, hours, pay_floor, pay_local, certificate, education, freshness, reply)


def score(s, p):
    """Sum of the table entries of both scores."""
    total = 0.0
    for feature in FEATURES:
        place = BINS[feature.__name__].index(feature(s, p))
        for side in (RULE.value, RULE.chance):
            if feature.__name__ in side:
                total += float(side[feature.__name__][place])
    return total
