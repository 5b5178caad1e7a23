"""Several people have one posting open and save at the same moment."""

from accounts.models import User
from core.errors import Conflict
from jobs import actions
from jobs.models import Posting
from tests.races import scene


def prepare(number: int, n: int) -> dict:
    area = scene.community()
    posting = actions.create_posting(by=(by := editor(area)), employer=scene.posting(area).employer, title="缝纫工")
    return {"posting": posting.pk, "version": posting.version, "editor": by.pk}


def editor(area) -> User:
    return scene.officer(area)


def attempt(token: dict, who: int) -> str:
    posting = Posting.objects.get(pk=token["posting"])
    by = User.objects.get(pk=token["editor"])
    try:
        actions.edit_posting(by=by, posting=posting, version=token["version"], duties=f"写法 {who}")
    except Conflict:
        return "conflict"
    return f"saved 写法 {who}"


def attempt_unguarded(token: dict, who: int) -> str:
    """Read, change, save: the last one wins and nobody is told."""
    posting = Posting.objects.get(pk=token["posting"])
    posting.duties = f"写法 {who}"
    posting.save()
    return f"saved 写法 {who}"


def facts(token: dict, outcomes: list[str]) -> dict:
    posting = Posting.objects.get(pk=token["posting"])
    return {"duties": posting.duties, "version": posting.version, "kept": posting.versions.count()}
