"""Who may go where. The gate in core is the only code that changes `state`."""

from core.transitions import StateTable
from jobs.enums import ApplicationState as A
from jobs.enums import ComplaintState as C
from jobs.enums import PostingState as P

POSTING = StateTable(
    moves={
        "submit": ((P.DRAFT, P.RETURNED, P.EXPIRED), P.REVIEW),
        "return": ((P.REVIEW,), P.RETURNED),
        "publish": ((P.REVIEW,), P.PUBLISHED),
        "revise": ((P.PUBLISHED, P.PAUSED), P.REVIEW),
        "pause": ((P.PUBLISHED,), P.PAUSED),
        "resume": ((P.PAUSED,), P.PUBLISHED),
        "expire": ((P.PUBLISHED, P.PAUSED), P.EXPIRED),
        "close": ((P.DRAFT, P.REVIEW, P.RETURNED, P.PUBLISHED, P.PAUSED, P.EXPIRED), P.CLOSED),
    }
)

APPLICATION = StateTable(
    moves={
        "invite": ((A.SUBMITTED, A.INTERVIEW), A.INTERVIEW),
        "cannot_come": ((A.INTERVIEW,), A.SUBMITTED),
        "offer": ((A.SUBMITTED, A.INTERVIEW), A.OFFERED),
        "decline": ((A.SUBMITTED, A.INTERVIEW, A.OFFERED), A.DECLINED),
        "confirm_start": ((A.INTERVIEW, A.OFFERED), A.STARTED),
        "withdraw": ((A.SUBMITTED, A.INTERVIEW, A.OFFERED), A.WITHDRAWN),
        "report_no_show": ((A.INTERVIEW,), A.NO_SHOW),
        "clear_no_show": ((A.NO_SHOW,), A.SUBMITTED),
        "close_silent": ((A.SUBMITTED,), A.CLOSED_SILENT),
        "close_filled": ((A.SUBMITTED, A.INTERVIEW, A.OFFERED), A.CLOSED_FILLED),
    }
)

COMPLAINT = StateTable(moves={"answer": ((C.OPEN,), C.ANSWERED)})
