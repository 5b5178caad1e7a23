from datetime import datetime, timedelta

from core.work import periodic
from notices import actions
from notices.sending import send

__all__ = ["send", "send_due"]


@periodic("notices.send_due", every=timedelta(minutes=1))
def send_due(now: datetime) -> int:
    return actions.send_due(now)
