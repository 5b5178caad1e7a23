"""举报 without an account, and the page on which the answer can be read."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import client_address, public
from core.errors import Invalid
from jobs import actions
from jobs.models import Complaint
from portal.forms.apply import ComplaintForm
from portal.views.posting import visible_posting


@public
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, code):
    posting = visible_posting(request, code)
    form = ComplaintForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            by = request.user if request.user.is_authenticated else None
            complaint = actions.complain(by=by, posting=posting, address=client_address(request), **form.cleaned_data)
            return HttpResponseRedirect(reverse("portal:report-status", args=[complaint.code]))
        except Invalid as problem:
            form.add_error(problem.field, problem.message)
    return render(request, "portal/report.html", {"posting": posting, "form": form}, status=422 if form.errors else 200)


@public
@require_safe
def status(request, code):
    complaint = get_object_or_404(Complaint.objects.select_related("posting"), code=code)
    return render(request, "portal/report_status.html", {"complaint": complaint})
