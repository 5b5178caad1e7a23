"""Who gets what on which route: one letter per role, no blanks.

Roles in this order: nobody · resident (whose file it is) · other resident · boss (whose firm it is) · other boss ·
officer (of this community) · other officer · supervisor (of this street) · collector (of this community) · admin.
Letters: o 200 · s to the sign-in · r redirected (done) · n 403 not this role · x 404 not there for you · m 405 · w 409 ·
v 422 the form says what is wrong.
"""

from dataclasses import dataclass, field

FORM = {"title": "保安", "employment_type": "FULL_TIME", "pay_unit": "month", "version": "1"}
HER = {"name": "周敏", "phone": "13800138000"}
HOME = {"kind": "household", "name": "李梅", "address": "1栋", "contact_name": "李梅", "contact_phone": "13800138000"}


@dataclass(frozen=True)
class Route:
    """`thing`: what stands in the address (an attribute of tests.access.world.side, ":" before a plain argument)."""

    name: str
    thing: str
    get: str
    post: str
    body: dict = field(default_factory=dict)

    def __str__(self):
        return f"{self.name} {self.thing}".strip()


OPEN, READ_ONLY, POST_ONLY = "o" * 10, "m" * 10, "m" * 10
GOES, NOT_THERE = "r" * 10, "x" * 10

TABLE = (
    Route("health", "", OPEN, READ_ONLY),
    # The desk
    Route("desk:home", "", "snnnnooooo", "snnnnmmmmm"),
    Route("desk:review-list", "", "snnnnrrnnn", "snnnnmmnnn"),
    Route("desk:review", "review", "snnnnoxnnn", "snnnnmmnnn"),
    Route("desk:review-move", "review:publish", "snnnnmmnnn", "snnnnrxnnn"),
    Route("desk:review-move", "review:return", "snnnnmmnnn", "snnnnrxnnn", {"why": "写清楚"}),
    Route("desk:review-move", "review:verify", "snnnnmmnnn", "snnnnrxnnn", {"how": "看过"}),
    Route("desk:review-move", "review:swap", "snnnnmmnnn", "snnnnwxnnn", {"swap": "all"}),
    Route("desk:review-move", "review:drop", "snnnnmmnnn", "snnnnxxnnn"),
    Route("desk:chase-list", "", "snnnnooonn", "snnnnmmmnn"),
    Route("desk:chase", "waiting", "snnnnmmmnn", "snnnnrxrnn", {"note": "打过"}),
    Route("desk:starts", "", "snnnnoonnn", "snnnnmmnnn"),
    Route("desk:confirm-start", "offered", "snnnnmmnnn", "snnnnrxnnn", {"on": "2026-11-20"}),
    Route("desk:clear-no-show", "missed", "snnnnmmmnn", "snnnnrxrnn", {"note": "问过"}),
    Route("desk:complaints", "", "snnnnooonn", "snnnnmmmnn"),
    Route("desk:complaint", "complaint", "snnnnmmmnn", "snnnnrxrnn", {"answer": "看过", "then": "close"}),
    Route("desk:doors", "", "snnnnoonon", "snnnnmmnmn"),
    Route("desk:door-sheet", "door", "snnnnoxnon", "snnnnmmnmn"),
    # Everybody
    Route("portal:home", "", OPEN, READ_ONLY),
    Route("portal:why", "", OPEN, READ_ONLY),
    Route("portal:door", "door", GOES, READ_ONLY),
    Route("portal:where", "community", GOES, READ_ONLY),
    Route("portal:posting", "live", OPEN, READ_ONLY),
    Route("portal:posting", "draft", "xxxoxoxoox", READ_ONLY),
    Route("portal:posting-print", "live", OPEN, READ_ONLY),
    Route("portal:posting-print", "draft", "xxxoxoxoox", READ_ONLY),
    Route("portal:apply", "live", OPEN, GOES, HER),
    Route("portal:apply", "draft", "xxxoxoxoox", "xxxnxnxnnx", HER),
    Route("portal:report", "live", OPEN, GOES, {"kind": "fee"}),
    Route("portal:report", "draft", "xxxoxoxoox", "xxxrxrxrrx", {"kind": "fee"}),
    Route("portal:report-status", "complaint", OPEN, READ_ONLY),
    Route("portal:display", "", GOES, READ_ONLY),
    Route("portal:about", "", OPEN, READ_ONLY),
    Route("portal:privacy", "", OPEN, READ_ONLY),
    Route("portal:algorithm", "", OPEN, READ_ONLY),
    # Whoever holds the signed link
    Route("portal:application", "waiting", OPEN, READ_ONLY),
    Route("portal:withdraw", "waiting", OPEN, GOES, {"why": ""}),
    Route("portal:cannot-come", "invited", OPEN, GOES, {"words": ""}),
    Route("portal:explain-no-show", "missed", POST_ONLY, GOES, {"words": "去了"}),
    Route("portal:reply", "waiting", OPEN, GOES, {"answer": "filled"}),
    # Signing in
    Route("portal:sign-in", "", OPEN, GOES, {"phone": "13800138000"}),
    Route("portal:sign-in-code", "", "s" * 10, "v" * 10, {"phone": "13800138000", "code": "000000"}),
    Route("portal:sign-in-who", "", POST_ONLY, "s" * 10, {"who": "new"}),
    Route("portal:sign-in-staff", "", OPEN, "v" * 10, {"phone": "13800138000", "password": "x"}),
    Route("portal:sign-out", "", "smmmmmmmmm", "srrrrrrrrr"),
    Route("portal:demo-inbox", "", NOT_THERE, READ_ONLY),
    Route("portal:demo-sign-in", "boss", POST_ONLY, NOT_THERE),
    # Her own pages
    Route("portal:me", "", "soorrrrrrr", "smmmmmmmmm"),
    Route("portal:messages", "", "sooooooooo", "smmmmmmmmm"),
    Route("portal:settings", "", "soorrrrrrr", "srrrrrrrrr", {"do": "rename", "name": "王小英"}),
    Route("portal:personalisation", "", POST_ONLY, GOES, {"order": "new"}),
    Route("portal:register-start", "", "orrooooooo", "vrrvvrrvrv", {"name": "周敏"}),
    Route("portal:register", ":who", "soorrrrrrr", "srrrrrrrrr", {"education": "70"}),
    Route("portal:register", ":nothing", "sxxrrrrrrr", "sxxrrrrrrr"),
    # An employer's pages
    Route("portal:employer", "", "srroorrrrr", "smmmmmmmmm"),
    Route("portal:employer-join", "", "sooooooooo", "srrvvrrvrv", HOME),
    Route("portal:employer-posting-new", "firm", "sxxoxoxxox", "sxxrxrxxrx", FORM),
    Route("portal:employer-posting", "live", "sxxoxoxxox", "smmmmmmmmm"),
    Route("portal:employer-posting-edit", "draft", "sxxoxoxxox", "sxxrxrxxrx", FORM),
    Route("portal:employer-posting-check", "draft", "sxxoxoxxox", "sxxrxrxxrx"),
    Route("portal:employer-posting-move", "live:pause", "smmmmmmmmm", "sxxrxrxxrx"),
    Route("portal:employer-posting-move", "live:close", "smmmmmmmmm", "sxxrxrxxrx", {"reason": "cancelled"}),
    Route("portal:employer-posting-move", "live:comment", "smmmmmmmmm", "sxxrxrxxrx", {"text": "好"}),
    Route("portal:employer-posting-move", "live:drop", "smmmmmmmmm", "sxxxxxxxxx"),
)
# Routes that exist only where DEBUG is on: they show invented content and nothing of the database.
DEBUG_ONLY = {"gallery"}
