"""Stores planned people through the actions of residents, in batches; a row that cannot be stored holds up no other."""

from collections.abc import Callable

from django.db import IntegrityError, transaction

from core.errors import Plain
from desk.imports.findings import ERROR
from desk.imports.plan_people import NEW, UPDATE, PersonPlan
from residents import actions

BATCH = 500


def store_people(plans: list[PersonPlan], community, *, by, progress: Callable[[int], None]) -> None:
    """`progress` hears the number of rows done after every batch of at most 500, each its own transaction."""
    wanted = [plan for plan in plans if plan.action in (NEW, UPDATE)]
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        with transaction.atomic():
            for plan in batch:
                store_or_tell(plan, community, by)
        progress(start + len(batch))


def store_or_tell(plan: PersonPlan, community, by) -> None:
    try:
        with transaction.atomic():
            store(plan, community, by)
    except Plain as problem:
        keep_out(plan, problem.code, problem.message)
    except IntegrityError:
        keep_out(plan, "registered-meanwhile", "这个人刚在别处登记了。请再导入一次，会按更新处理。")


def keep_out(plan: PersonPlan, code: str, message: str) -> None:
    plan.action = ""
    plan.row.add(ERROR, "姓名", code.replace("_", "-"), message)


def store(plan: PersonPlan, community, by) -> None:
    facts = dict(plan.facts)
    if plan.household:
        facts["household"] = actions.household_of(by=by, community=community, key=plan.household)
    said = {"contacts": plan.contacts, "skills": plan.skills, "wish": plan.wish, "occupations": plan.occupations}
    if plan.action == NEW:
        actions.register_from_import(by=by, community=community, seeking_from=plan.seeking_from, **said, **facts)
    else:
        actions.update_from_import(by=by, resident=plan.resident, facts=facts, **said)
