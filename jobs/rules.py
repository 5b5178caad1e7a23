"""Who may do what to a posting or an application. One name for the page, the button and the action."""

from enterprises.rules import acts_for
from jobs.enums import PostingSource


def may_edit_posting(user, posting) -> bool:
    """`user` None is the office's own machine: it may finish what it imported, nothing else."""
    if user is None:
        return posting.source == PostingSource.IMPORT
    return acts_for(user, posting.employer) or user.can("jobs.collect", posting.community)


def may_post_for(user, employer) -> bool:
    return acts_for(user, employer) or user.can("jobs.collect", employer.community)


def may_review(user, posting) -> bool:
    return user is not None and user.can("jobs.review", posting.community)


def may_resume(user, posting, paused_by_code) -> bool:
    """Who paused it may go on; what the community (or the machine, "") paused is not resumed by the employer."""
    if user is None:
        return False
    own = acts_for(user, posting.employer) and posting.employer.members.filter(user__code=paused_by_code).exists()
    return own or user.can("jobs.review", posting.community)


def may_see_applicants(user, posting) -> bool:
    """A collector brings in postings and sees nobody who applies."""
    return acts_for(user, posting.employer) or (user is not None and user.can("jobs.chase", posting.community))


def may_apply_for(user, resident) -> bool:
    """Herself, or an officer at the counter. None is the office's own machine, which writes down what was said on paper."""
    return user is None or resident.user_id == user.pk or user.can("residents.edit", resident.community)


def may_answer(user, application) -> bool:
    """The employer's people; an officer may pass on what the employer said on the telephone."""
    posting = application.posting
    return acts_for(user, posting.employer) or (user is not None and user.can("jobs.chase", posting.community))


def is_applicant(user, application) -> bool:
    return user is not None and application.resident_id is not None and application.resident.user_id == user.pk


def may_confirm_start(user, application) -> bool:
    return user is not None and user.can("jobs.confirm_start", application.posting.community)


def may_chase(user, application) -> bool:
    return user is not None and user.can("jobs.chase", application.posting.community)


def may_answer_complaint(user, complaint) -> bool:
    return user is not None and user.can("jobs.answer_complaint", complaint.posting.community)
