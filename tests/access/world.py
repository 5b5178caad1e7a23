"""Two communities side by side with everything a route can name, and everybody who may knock."""

from datetime import timedelta
from types import SimpleNamespace

from django.test import Client
from django.urls import reverse

from accounts.enums import Role
from core.clock import now
from jobs.links import application_path, reply_url
from tests.factories import accounts, enterprises, jobs, reference, residents

ROLES = (
    "nobody", "resident", "other resident", "boss", "other boss", "officer", "other officer", "supervisor", "collector", "admin",
)  # fmt: skip
# The same people seen from the other community; for the rest of the staff it is simply not theirs.
MIRROR = {
    "resident": "other resident", "other resident": "resident", "boss": "other boss", "other boss": "boss",
    "officer": "other officer", "other officer": "officer", "nobody": "nobody",
}  # fmt: skip


def side(community, mark: str) -> SimpleNamespace:
    """`mark` stands in every personal field of this side, so that a page which shows it is caught."""
    person = f"{mark}某"
    firm = enterprises.employer(
        community,
        f"{community.name}食堂",
        contact_name=f"{mark}师傅",
        contact_phone=accounts.mobile(),
        address="桐花菜市场旁",
    )
    resident = residents.resident(community, person, user=accounts.user(person), address_text=f"{mark}栋")
    residents.contact(resident, resident.user.phone)
    residents.seeking(resident)
    made = SimpleNamespace(community=community, firm=firm, person=resident, mark=mark)
    made.boss = enterprises.member(firm, name=f"{mark}老板")
    made.door = reference.building(community, "1栋")
    own = {"of": firm, "contact_name": f"{mark}师傅", "contact_phone": accounts.mobile()}
    made.live, made.draft, made.review = (
        jobs.posting(community, state=state, **own) for state in ("published", "draft", "review")
    )
    made.live.comments.create(by_code="x", by_label="社区", text=f"{mark}说的话")
    who = {"name": person, "resident": resident, "facts": [f"{mark}会切菜"], "chase_note": f"{mark}催过"}
    chased = {"chased_at": now(), "chased_by_code": "x", "reply_due_at": now() - timedelta(hours=1)}
    made.waiting = jobs.application(made.live, **who, **chased)
    other = {"resident": None, "facts": [f"{mark}会切菜"]}
    made.invited = jobs.application(made.live, state="interview", name=f"{mark}甲", **other)
    made.offered = jobs.application(made.live, state="offered", name=f"{mark}乙", **other)
    said = {"no_show_answer": f"{mark}去过了", "no_show_answered_at": now()}
    made.missed = jobs.application(made.live, state="no_show", name=f"{mark}丙", **said, **other)
    made.complaint = jobs.complaint(made.live, words=f"{mark}要交钱", phone=accounts.mobile())
    return made


def world() -> SimpleNamespace:
    here, there = side(reference.community("桐花社区"), "哨兵"), side(reference.community("梧桐社区"), "邻居")
    for made in (here, there):
        made.officer = accounts.staff(Role.OFFICER, made.community, name="何静")
    street = here.community.parent
    people = {
        "nobody": None, "resident": here.person.user, "other resident": there.person.user, "boss": here.boss,
        "other boss": there.boss, "officer": here.officer, "other officer": there.officer,
        "supervisor": accounts.staff(Role.SUPERVISOR, street, name="罗强"),
        "collector": accounts.staff(Role.COLLECTOR, here.community, name="唐小琴"),
        "admin": accounts.staff(Role.ADMIN, street, name="蒋伟"),
    }  # fmt: skip
    return SimpleNamespace(here=here, there=there, people=people, sessions=sessions(people))


def sessions(people) -> dict[str, str]:
    """Role → session key; one sign-in each."""
    keys = {}
    for role, user in people.items():
        client = Client()
        if user is not None:
            client.force_login(user, backend="accounts.backends.PhoneBackend")
            keys[role] = client.cookies["sessionid"].value
    return keys


def client_of(made, role: str) -> Client:
    client = Client()
    if role in made.sessions:
        client.cookies["sessionid"] = made.sessions[role]
    return client


MISSING = SimpleNamespace(code="zzzzzzzzzzzz", missing=True)


def missing_side() -> SimpleNamespace:
    names = "community firm person door live draft review waiting invited offered missed complaint boss".split()
    return SimpleNamespace(mark="", **dict.fromkeys(names, MISSING))


def token_of(side_of_link: str, application) -> str:
    if application is MISSING:
        return f"{MISSING.code}.{'A' * 43}"
    url = application_path(application) if side_of_link == "application" else reply_url(application)
    return url.rstrip("/").rsplit("/", 1)[1]


def path_of(name: str, thing: str, made: SimpleNamespace) -> str:
    """The route's path for `thing` of one side: "live", "draft", … or "live:pause" with a second argument."""
    attribute, _, extra = thing.partition(":")
    if not attribute:
        return reverse(name, args=[extra] if extra else [])
    target = getattr(made, attribute)
    if name in ("portal:application", "portal:withdraw", "portal:cannot-come", "portal:explain-no-show"):
        return reverse(name, args=[token_of("application", target)])
    if name == "portal:reply":
        return reverse(name, args=[token_of("reply", target)])
    return reverse(name, args=[target.code, *([extra] if extra else [])])
