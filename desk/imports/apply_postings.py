"""Stores planned postings through the actions of enterprises and jobs, in batches. Nothing is published."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from core.errors import Invalid, Plain
from desk.imports.apply_people import BATCH
from desk.imports.findings import ERROR
from desk.imports.plan_people import NEW
from desk.imports.plan_postings import PostingPlan
from enterprises.actions import register_employer
from enterprises.enums import EmployerKind
from jobs import actions
from jobs.enums import PostingSource
from reference.queries import local_rule


class Employers:
    """Employers of this sheet: found on the books, or registered once for all their rows."""

    def __init__(self, community, by):
        self.community, self.by, self.made = community, by, {}

    def of(self, plan: PostingPlan):
        if plan.employer is not None:
            return plan.employer
        who = plan.row.employer
        key = who.credit_code or who.name
        if key not in self.made:
            self.made[key] = register_employer(
                by=self.by,
                community=self.community,
                name=who.name,
                credit_code=who.credit_code,
                kind=EmployerKind.HOUSEHOLD if who.is_household and not who.credit_code else None,
                address=who.address,
                contact_name=who.contact,
                contact_phone=who.phone,
                source="import",
            )
        return self.made[key]


def store_postings(plans: list[PostingPlan], community, *, by, on: date, progress: Callable[[int], None]) -> None:
    """`progress` hears the number of rows done after every batch of at most 500, each its own transaction."""
    wanted, employers = [plan for plan in plans if plan.action == NEW], Employers(community, by)
    last_day = on + timedelta(days=int(local_rule(community, "posting_default_days", on)))
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        with transaction.atomic():
            for plan in batch:
                store_or_tell(plan, employers, community, by, on, last_day)
        progress(start + len(batch))


def store_or_tell(plan: PostingPlan, employers: Employers, community, by, on: date, last_day: date) -> None:
    made = dict(employers.made)
    try:
        with transaction.atomic():
            store(plan, employers.of(plan), community, by, on, last_day)
    except (Plain, IntegrityError) as problem:
        employers.made = made  # one that was registered for this row has gone with it
        plan.action = ""
        message = getattr(problem, "message", "这一行和刚存进去的内容撞上了。请再导入一次。")
        plan.row.add(ERROR, "单位名称", getattr(problem, "code", "stored-meanwhile").replace("_", "-"), message)


def store(plan: PostingPlan, employer, community, by, on: date, last_day: date) -> None:
    """A row the law forbids stays a draft; any other waits in the officers' queue with what was flagged beside it."""
    content = {**plan.content, "district": plan.district, "certificates": plan.certificates}
    if not plan.draft:
        content["valid_until"] = content["valid_until"] or last_day
    posting = actions.create_posting(
        by=by, employer=employer, source=PostingSource.IMPORT, community=community, import_key=plan.row.key, **content
    )
    for finding in plan.findings:
        actions.comment(by=by, posting=posting, text=f"{finding.column}：{finding.message}")
    if not plan.draft:
        hand_in(posting, by, on)


def hand_in(posting, by, on: date) -> None:
    """What review would refuse at once (a last day that is past, say) stays a draft too."""
    try:
        with transaction.atomic():
            actions.submit_posting(by=by, posting=posting, on=on)
    except Invalid as problem:
        actions.comment(by=by, posting=posting, text=problem.message)
