"""Every write to postings, applications and complaints."""

from jobs.actions.answers import (
    answer_no_show,
    cannot_come,
    clear_no_show,
    confirm_start,
    decline,
    invite,
    offer,
    report_no_show,
    report_start,
    say_filled,
    withdraw,
)
from jobs.actions.applications import apply, chase, join_resident
from jobs.actions.clock import chase_overdue, close_silent_ones, expire_postings, remind_interviews, warn_of_expiry
from jobs.actions.complaints import answer_complaint, complain
from jobs.actions.postings import (
    close_posting,
    comment,
    create_posting,
    edit_posting,
    findings_of,
    pause_posting,
    publish_posting,
    resume_posting,
    return_posting,
    submit_posting,
)

__all__ = [
    "answer_complaint",
    "answer_no_show",
    "apply",
    "cannot_come",
    "chase",
    "chase_overdue",
    "clear_no_show",
    "close_posting",
    "close_silent_ones",
    "comment",
    "complain",
    "confirm_start",
    "create_posting",
    "decline",
    "edit_posting",
    "expire_postings",
    "findings_of",
    "invite",
    "join_resident",
    "offer",
    "pause_posting",
    "publish_posting",
    "remind_interviews",
    "report_no_show",
    "report_start",
    "resume_posting",
    "return_posting",
    "say_filled",
    "submit_posting",
    "warn_of_expiry",
    "withdraw",
]
