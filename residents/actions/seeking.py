"""求职登记: she looks for work, for a while."""

from django.db import transaction

from core import audit
from core.clock import today
from core.fitting import require_fitting
from residents.actions.base import require_edit, seeking_term, sign_of_life
from residents.enums import SeekingState, Source
from residents.models import JobSeekingRegistration, Resident


@transaction.atomic
def renew_seeking(
    *, by, resident: Resident, state: str = SeekingState.ACTIVE, source: str = Source.SELF
) -> JobSeekingRegistration:
    """Opens a registration or carries the open one on, for the local rule's number of days from today."""
    require_edit(by, resident)
    require_fitting(JobSeekingRegistration, {"state": state, "source": source})
    row, _ = JobSeekingRegistration.objects.update_or_create(
        resident=resident,
        ended_on=None,
        defaults={"state": state, "valid_until": today() + seeking_term(resident)},
        create_defaults={
            "state": state,
            "from_on": today(),
            "valid_until": today() + seeking_term(resident),
            "source": source,
        },
    )
    sign_of_life(by, resident)
    audit.record("residents.renew_seeking", resident, by=by, note=state)
    return row


@transaction.atomic
def pause_seeking(*, by, resident: Resident) -> JobSeekingRegistration:
    """暂时不找: nothing is sent and nobody is proposed, until she renews."""
    return renew_seeking(by=by, resident=resident, state=SeekingState.PAUSED)


@transaction.atomic
def end_seeking(*, by, resident: Resident) -> int:
    """She has work, or no longer wants any. Returns 0 when nothing was open."""
    require_edit(by, resident)
    ended = close_seeking(resident)
    audit.record("residents.end_seeking", resident, by=by)
    return ended


def close_seeking(resident: Resident) -> int:
    return JobSeekingRegistration.objects.filter(resident=resident, ended_on__isnull=True).update(ended_on=today())
