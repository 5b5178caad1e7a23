from datetime import datetime, timedelta

from accounts import actions
from core.work import periodic


@periodic("accounts.forget_old_codes", every=timedelta(hours=1))
def forget_old_codes(now: datetime) -> int:
    return actions.forget_old_codes(now)
