"""Rows that stand before anything happens: areas, maps, floors, employers, people, staff."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from accounts.enums import Role
from accounts.models import StaffRole, User
from core.identity import id_number
from desk.demo.communities import HOURS, CommunitySpec
from desk.demo.people import GIVEN, KINDS, SURNAMES
from enterprises.models import Employer, EmployerMember
from reference.enums import AreaKind, PlaceKind
from reference.models import Area, CertificateKind, CommunityInfo, MinimumWage, Place, PlaceAlias, Skill
from reference.queries import gazetteer, occupation_index
from residents import actions as people_actions
from residents.enums import Source
from residents.models import JobSeekingRegistration, Resident, ResidentCertificate, ResidentContact, ResidentSkill

INVENTED_WAGE_DOC = "演示用的虚构标准"
CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def phone_number(rng: Random) -> str:
    """190 0… numbers: the shape of a mobile, set aside here for invented people."""
    return f"1900{rng.randrange(10**7):07d}"


def areas(spec: CommunitySpec) -> Area:
    """Province and city are the country's; the district is real (its floor is published) or invented, the rest invented."""
    if spec.district.isdigit():
        district = Area.objects.get(official_code=spec.district)
    else:
        city = Area.objects.get(official_code=spec.city)
        district, _ = Area.objects.get_or_create(
            parent=city, name=spec.district, kind=AreaKind.DISTRICT, defaults={"invented": True}
        )
        monthly, hourly = spec.wage
        MinimumWage.objects.get_or_create(
            area=district, effective_from=date(2025, 1, 1),
            defaults={"tier": 1, "monthly": monthly, "hourly": hourly, "doc_no": INVENTED_WAGE_DOC, "invented": True},
        )  # fmt: skip
    street, _ = Area.objects.get_or_create(
        parent=district, name=spec.street, kind=AreaKind.STREET, defaults={"invented": True}
    )
    community = Area(parent=street, name=spec.name, kind=AreaKind.COMMUNITY, invented=True, code=spec.code)
    community.save()
    CommunityInfo.objects.create(
        community=community, hotline=spec.hotline, hotline_hours=HOURS, contact_name=spec.contact, address=spec.window,
        health_certificate=spec.health,
    )  # fmt: skip
    return community


def sketch_map(spec: CommunitySpec, community: Area) -> None:
    """Buildings in rows, and the places people give as an address."""
    for block in spec.blocks:
        for number in range(block.first, block.last + 1):
            row, column = divmod(number - block.first, block.wide)
            name = f"{block.prefix}{number}栋"
            building = Area(parent=community, name=name, kind=AreaKind.BUILDING, invented=True)
            building.save()
            place = Place.objects.create(
                community=community, area=building, name=name, kind=PlaceKind.BUILDING,
                x_m=block.x + column * block.gap, y_m=block.y + row * block.gap,
            )  # fmt: skip
            if block.prefix:
                PlaceAlias.objects.create(place=place, alias=f"{number}栋")
    for spot in spec.spots:
        place = Place.objects.create(
            community=community, name=spot.name, kind=spot.kind, x_m=spot.x, y_m=spot.y, landmark=True
        )
        PlaceAlias.objects.bulk_create([PlaceAlias(place=place, alias=alias) for alias in spot.aliases])


def staff(spec: CommunitySpec, community: Area, rng: Random, on: date) -> User:
    """The officer of the community's window, a supervisor of its street, a volunteer."""
    made = []
    for name, role, area in (
        (spec.contact, Role.OFFICER, community),
        (f"{rng.choice(SURNAMES)}督导", Role.SUPERVISOR, community.parent),
        (f"{rng.choice(SURNAMES)}大姐", Role.COLLECTOR, community),
    ):
        user = User(name=name, phone=phone_number(rng))
        user.set_unusable_password()
        user.save()
        StaffRole.objects.create(user=user, role=role, area=area, from_on=on - timedelta(days=400))
        made.append(user)
    return made[0]


def credit_code(rng: Random, kind: str) -> str:
    """Keeps both check characters of GB 32100; the organisation behind it does not exist."""
    prefix = {"individual": "92", "cooperative": "93", "institution": "12", "community": "54"}.get(kind, "91")
    body = "".join(rng.choice("0123456789") for _ in range(7)) + rng.choice("ABCDEFGHJKLMNPQRTUWXY")
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = {letter: number for number, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
    rest = 11 - sum(values[c] * w for c, w in zip(body, weights, strict=True)) % 11
    code = prefix + "500107" + body + {10: "X", 11: "0"}.get(rest, str(rest))
    powers = [pow(3, number, 31) for number in range(17)]
    check = (31 - sum(CREDIT_LETTERS.index(c) * w for c, w in zip(code, powers, strict=True)) % 31) % 31
    return code + CREDIT_LETTERS[check]


def employer(firm, community: Area, rng: Random) -> Employer:
    place = Place.objects.filter(community=community, name=firm.spot).first()
    made = Employer.objects.create(
        kind=firm.kind, name=firm.name, short_name=firm.short, community=community, address=firm.spot, place=place,
        credit_code=None if firm.kind == "household" else credit_code(rng, firm.kind),
        contact_name=firm.contact, contact_phone=phone_number(rng),
    )  # fmt: skip
    user = User(name=firm.contact, phone=made.contact_phone)
    user.set_unusable_password()
    user.save()
    EmployerMember.objects.create(employer=made, user=user, role="owner", from_on=date(2026, 1, 5))
    return made


def identity_number(region: str, born_on: date, sex: str, rng: Random) -> str:
    order = rng.randrange(0, 499) * 2 + (1 if sex == "1" else 0)
    body = f"{region}{born_on:%Y%m%d}{order:03d}"
    return body + id_number.check_character(body)


class PeopleMaker:
    """One community's people: thin profiles and full ones, as registers are."""

    def __init__(self, spec: CommunitySpec, community: Area, officer: User, rng: Random):
        self.community, self.officer, self.rng, self.region = community, officer, rng, spec.city[:4] + "02"
        self.buildings = list(Place.objects.filter(community=community, kind=PlaceKind.BUILDING))
        self.gazetteer = gazetteer(community)
        self.occupations = occupation_index()
        self.skills = {row.name: row for row in Skill.objects.all()}
        self.certificates = {row.slug: row for row in CertificateKind.objects.all()}
        self.names: set[str] = set()

    def person(self, key: str, on: date) -> Resident:
        kind, rng = KINDS[key], self.rng
        sex = "2" if rng.random() * 100 < kind.women else "1"
        born_on = date(rng.randint(*kind.born), rng.randint(1, 12), rng.randint(1, 28))
        home = rng.choice(self.buildings)
        thin = rng.random() < 0.3  # somebody knocked, wrote a name and a number, and was called away
        resident = Resident.objects.create(
            community=self.community, name=self.name(born_on, sex), born_on=born_on, sex=sex,
            id_number=identity_number(self.region, born_on, sex, rng),
            education="" if thin else rng.choice(kind.education), labour_status=kind.status,
            address_text=f"{home.name}{rng.randint(1, 3)}单元{rng.randint(1, 18)}-{rng.randint(1, 6)}", place=home,
            source=Source.VISIT if rng.random() < 0.6 else Source.COUNTER,
        )  # fmt: skip
        ResidentContact.objects.create(resident=resident, number=phone_number(rng), relation="self")
        JobSeekingRegistration.objects.create(
            resident=resident, state="active", from_on=on, valid_until=on + timedelta(days=90), source="visit"
        )
        self.abilities(resident, kind, thin)
        if not thin:
            self.wish(resident, kind)
        if kind.hardship and rng.random() < 0.55:
            people_actions.recognise(
                by=self.officer, resident=resident, category=kind.hardship, basis="社区入户核实", from_on=on
            )
        return resident

    def sign_in(self, resident: Resident, *, shared_with: User | None = None) -> User:
        """Somebody who uses the product herself; a family may share one phone."""
        user = User(name=resident.name, phone=shared_with.phone if shared_with else resident.contacts.first().number)
        user.set_unusable_password()
        user.save()
        Resident.objects.filter(pk=resident.pk).update(user=user)
        return user

    def name(self, born_on: date, sex: str) -> str:
        decade = "50" if born_on.year < 1970 else "70" if born_on.year < 1990 else "90"
        for _ in range(50):
            name = self.rng.choice(SURNAMES) + self.rng.choice(GIVEN[decade, sex])
            if name not in self.names:
                break
        self.names.add(name)
        return name

    def abilities(self, resident, kind, thin) -> None:
        rng = self.rng
        for name in rng.sample(kind.skills, k=1 if thin else min(len(kind.skills), rng.randint(1, 3))):
            ResidentSkill.objects.create(
                resident=resident, skill=self.skills[name], level=rng.choice(("some", "good", "good")), years=rng.choice((None, 2, 5, 8))
            )  # fmt: skip
        for name in kind.certificates:
            if rng.random() < 0.5:
                ResidentCertificate.objects.create(
                    resident=resident, kind=self.certificates[name], expires_on=date(2026, 12, 1) + timedelta(days=rng.randint(0, 300))
                )  # fmt: skip
        if not thin:
            words, years = rng.choice(kind.done)
            found = self.occupations.find(words)
            people_actions.add_experience(
                by=self.officer, resident=resident, words=words, years=max(1, years + rng.randint(-2, 3)),
                occupation=found[0].owner if found else None,
            )  # fmt: skip

    def wish(self, resident, kind) -> None:
        rng, answers = self.rng, {}
        wanted = [self.occupations.find(word) for word in kind.wishes[: rng.randint(1, 3)]]
        floor = Decimal(kind.floor) if kind.floor and rng.random() < 0.7 else None
        people_actions.set_wish(
            by=self.officer, resident=resident, kinds=list(kind.kinds), monthly_floor=floor,
            occupations=list(dict.fromkeys(found[0].owner for found in wanted if found)),
        )  # fmt: skip
        if rng.random() < 0.85:
            answers = dict(kind.limits)
        answers["travel"] = rng.choice(kind.travel)
        answers.setdefault("max_minutes", rng.choice((20, 30, 30, 45)))
        people_actions.set_limits(by=self.officer, resident=resident, consent_channel="paper", **answers)
