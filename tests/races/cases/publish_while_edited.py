"""The officer lets a posting through while the employer rewrites it: what is on the shelf is what she read."""

from datetime import timedelta

from accounts.models import User
from core.clock import today
from core.errors import Conflict, Plain
from enterprises.models import EmployerMember, Verification
from jobs import actions
from jobs.models import Posting
from tests.races import scene


def prepare(number: int, n: int) -> dict:
    area = scene.community()
    posting = scene.posting(area, state="review")
    posting.duties = "缝直线"
    posting.save()
    posting.versions.create(number=1, content={})
    boss = User.objects.create(name="厂长甲")
    EmployerMember.objects.create(employer=posting.employer, user=boss, from_on=today())
    Verification.objects.create(
        employer=posting.employer,
        verified_on=today(),
        expires_on=today() + timedelta(days=90),
        how="看过",
        verified_by_code="x",
    )
    return {"posting": posting.pk, "version": posting.version, "officer": scene.officer(area).pk, "boss": boss.pk}


def attempt(token: dict, who: int) -> str:
    posting = Posting.objects.get(pk=token["posting"])
    try:
        if who % 2:
            boss = User.objects.get(pk=token["boss"])
            actions.edit_posting(by=boss, posting=posting, version=token["version"], duties=f"写法 {who}")
            return "edited"
        officer = User.objects.get(pk=token["officer"])
        actions.publish_posting(by=officer, posting=posting, version=token["version"], warn_reason="看过")
    except Conflict:
        return "told"
    except Plain as problem:
        return f"told: {problem.code}"
    return "published"


def facts(token: dict, outcomes: list[str]) -> dict:
    posting = Posting.objects.get(pk=token["posting"])
    return {"state": posting.state, "duties": posting.duties}
