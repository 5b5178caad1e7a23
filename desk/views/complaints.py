"""举报 queue: what is wrong, by when it must be answered, and what happens to the posting."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.access import staff
from core.clock import now
from jobs import actions
from jobs.queries import open_complaints


@staff("jobs.answer_complaint")
@require_safe
def queue(request):
    return render(
        request,
        "desk/complaints.html",
        {"rows": open_complaints(request.user), "now": now(), "section": "complaints"},
    )


@staff("jobs.answer_complaint")
@require_POST
def answer(request, code):
    complaint = get_object_or_404(open_complaints(request.user), code=code)
    then = request.POST.get("then", "")
    actions.answer_complaint(
        by=request.user,
        complaint=complaint,
        answer=request.POST.get("answer", ""),
        then=then if then in ("pause", "close") else "",
    )
    return HttpResponseRedirect(reverse("desk:complaints"))
