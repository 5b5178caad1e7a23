"""Look things up: areas, the calendar, wages, local rules, occupations and skills by their everyday words, places."""

from collections import defaultdict
from datetime import date

from django.db.models import Prefetch
from django.db.models.functions import Length

from core.calendar import WorkCalendar
from core.clock import today
from reference.divisions import DivisionIndex
from reference.enums import DayKind, DayStatus
from reference.gazetteer import Gazetteer, PlaceMatch
from reference.geometry import Speeds
from reference.models import (
    Area,
    CertificateAlias,
    CertificateCover,
    CertificateKind,
    Holiday,
    LocalRule,
    MinimumWage,
    Occupation,
    OccupationAlias,
    OccupationCertificate,
    Place,
    PlaceAlias,
    Skill,
    SkillAlias,
    SkillTransfer,
    WordingRule,
)
from reference.words import WordIndex, WordMatch

SPEED_KEYS = {
    "walking_speed_kmh": "walking_kmh",
    "detour": "detour",
    "ebike_kmh": "ebike_kmh",
    "bus_kmh": "bus_kmh",
    "bus_wait_min": "bus_wait_min",
}


# Areas


def division_index() -> DivisionIndex:
    """All provinces, cities and districts for many look-ups; two queries' worth of work, so load it once a sheet."""
    rows = Area.objects.filter(kind__in=("province", "city", "district"))
    return DivisionIndex((area.pk, area.parent_id, area.kind, area.name, area.official_code, area) for area in rows)


def find_area_by_text(text: str, index: DivisionIndex | None = None) -> Area | None:
    """District named in a title, an address or a six-digit code; None when none or two are meant (鼓楼区)."""
    return (index or division_index()).find(text)


# Dated rules


def calendar() -> WorkCalendar:
    """Holidays and worked weekends as known today. `known_until` is the end of the last year that was published."""
    days = list(Holiday.objects.order_by("day").values_list("day", "kind", "status"))
    published = [day.year for day, _kind, status in days if status == DayStatus.PUBLISHED]
    return WorkCalendar(
        off=frozenset(day for day, kind, _status in days if kind == DayKind.OFF),
        working=frozenset(day for day, kind, _status in days if kind == DayKind.WORK),
        known_until=date(max(published), 12, 31) if published else date.min,
    )


def minimum_wage(area: Area, on: date | None = None) -> MinimumWage | None:
    """The row that holds for the area that day: its own, else the nearest above it. None where nothing is known.

    A row of a whole province is its lowest tier (`row.area.kind` tells): less is unlawful everywhere in it.
    """
    rows = MinimumWage.objects.effective(on or today()).filter(area__path__in=area.path_prefixes())
    return rows.select_related("area").order_by(Length("area__path").desc(), "-effective_from").first()


def local_rules(area: Area | None, on: date | None = None) -> dict[str, object]:
    """{key: value} of every setting that holds for the area that day; the nearest area wins. One query."""
    prefixes = area.path_prefixes() if area else []
    rows = LocalRule.objects.effective(on or today()).order_by("effective_from")
    near: dict[str, tuple[int, object]] = {}
    for key, value, path in rows.values_list("key", "value", "area__path"):
        if path is not None and path not in prefixes:
            continue
        depth = len(path or "")
        if key not in near or depth >= near[key][0]:
            near[key] = (depth, value)
    return {key: value for key, (_depth, value) in near.items()}


def local_rule(area: Area | None, key: str, on: date | None = None):
    """One setting, e.g. `local_rule(community, "reply_days")` -> 3. LookupError when nobody ever set it."""
    rules = local_rules(area, on)
    if key not in rules:
        raise LookupError(f"no local rule {key!r}")
    return rules[key]


def speeds(area: Area | None, on: date | None = None) -> Speeds:
    """How fast people are on their way there, for reference.geometry."""
    rules = local_rules(area, on)
    return Speeds(**{name: float(rules[key]) for key, name in SPEED_KEYS.items() if key in rules})


def wording_rules(on: date | None = None):
    return WordingRule.objects.effective(on or today()).order_by("rule", "line")


# Words


def occupation_index() -> WordIndex:
    """For many look-ups: load once, then `find(text)`. Owners are Occupation rows."""
    occupations = Occupation.objects.in_bulk()
    pairs = [(occupation.name, occupation) for occupation in occupations.values()]
    aliases = OccupationAlias.objects.order_by("pk").values_list("alias", "occupation_id")
    return WordIndex([*pairs, *((alias, occupations[pk]) for alias, pk in aliases)])


def occupations_for(text: str, index: WordIndex | None = None) -> list[WordMatch]:
    """Occupations meant by 后厨洗碗阿姨 …, best first; `.owner` is the Occupation, `.exact` whether it is all of it."""
    return (index or occupation_index()).find(text)


def skills_for(text: str, index: WordIndex | None = None) -> list[WordMatch]:
    """Skills meant by 会踩缝纫机 …, best first; `.owner` is the Skill."""
    return (index or skill_index()).find(text)


def skill_index() -> WordIndex:
    skills = Skill.objects.in_bulk()
    pairs = [(skill.name, skill) for skill in skills.values()]
    aliases = SkillAlias.objects.order_by("pk").values_list("alias", "skill_id")
    return WordIndex([*pairs, *((alias, skills[pk]) for alias, pk in aliases)])


def certificates_for(text: str, index: WordIndex | None = None) -> list[WordMatch]:
    """Certificates named in a text (有健康证, C1 驾照 …), best first; `.owner` is the CertificateKind."""
    return (index or certificate_index()).find(text)


def certificate_index() -> WordIndex:
    kinds = CertificateKind.objects.in_bulk()
    pairs = [(kind.name, kind) for kind in kinds.values()]
    aliases = CertificateAlias.objects.order_by("pk").values_list("alias", "certificate_id")
    return WordIndex([*pairs, *((alias, kinds[pk]) for alias, pk in aliases)])


def expand(query: str, index: WordIndex | None = None) -> set[str]:
    """The query and every word for the occupation it names: 门卫 -> {门卫, 保安, 保安员, 安保 …}; for search."""
    index = index or occupation_index()
    owners = {match.owner for match in index.find(query) if match.exact}
    return {query, *(word for word, meant in index.owners.items() if owners.intersection(meant))}


# What work needs and what helps


def required_certificates() -> dict[int, frozenset[int]]:
    """{occupation id: ids of the certificates the law demands}. One query."""
    required = defaultdict(set)
    rows = OccupationCertificate.objects.filter(required_by_law=True)
    for occupation, certificate in rows.values_list("occupation_id", "certificate_id"):
        required[occupation].add(certificate)
    return {occupation: frozenset(kinds) for occupation, kinds in required.items()}


def certificates_covering() -> dict[int, frozenset[int]]:
    """{certificate id: ids of the certificates that are as good, itself among them}; only where others are. One query.

    A person meets a requirement when she holds any of `covering.get(required, {required})`.
    """
    covering = defaultdict(set)
    for holder, covered in CertificateCover.objects.values_list("holder_id", "covered_id"):
        covering[covered] |= {holder, covered}
    return {covered: frozenset(holders) for covered, holders in covering.items()}


def transfers():
    """Every SkillTransfer with its ends, strongest first. One query."""
    return SkillTransfer.objects.select_related("from_skill", "from_occupation", "to_occupation").order_by(
        "-weight", "pk"
    )


# Places


def gazetteer(community: Area) -> Gazetteer:
    """Every current place of the community with all its names, ready for many addresses. Three queries."""
    aliases = Prefetch("aliases", PlaceAlias.objects.order_by("pk"))
    places = Place.objects.current().filter(community=community).order_by("pk").prefetch_related(aliases)
    names = [(place, [place.name, *(row.alias for row in place.aliases.all())]) for place in places]
    return Gazetteer(names, _leading_names(community))


def match_place(community: Area, text: str | None) -> PlaceMatch:
    """The place an address means; see Gazetteer.match. For a whole sheet load `gazetteer(community)` once."""
    return gazetteer(community).match(text)


def _leading_names(community: Area) -> list[str]:
    """What an address here may begin with: 重庆市, 九龙坡区, 九龙坡, 某街道, 某社区 …"""
    names = list(community.ancestors().values_list("name", flat=True))
    for suffix in ("特别行政区", "自治区", "省", "市", "区", "县", "街道", "镇", "社区"):
        names += [name.removesuffix(suffix) for name in names if name.endswith(suffix) and len(name) > len(suffix) + 1]
    return names
