from django.urls import path

from jobs.links import APPLICATION_PATH, REPLY_PATH
from portal.views import application, apply, door, employer, me, pages, posting, register, reply, report, shelf, signin

app_name = "portal"

urlpatterns = [
    path("", shelf.home, name="home"),
    path("why/", shelf.why, name="why"),
    path("d/<str:code>/", door.door, name="door"),
    path("where/<str:code>/", door.where, name="where"),
    path("posting/<str:code>/", posting.detail, name="posting"),
    path("posting/<str:code>/print/", posting.sheet, name="posting-print"),
    path("posting/<str:code>/apply/", apply.apply, name="apply"),
    path("posting/<str:code>/report/", report.report, name="report"),
    path("report/<str:code>/", report.status, name="report-status"),
    path(APPLICATION_PATH, application.detail, name="application"),
    path(f"{APPLICATION_PATH}withdraw/", application.withdraw, name="withdraw"),
    path(f"{APPLICATION_PATH}cannot-come/", application.cannot_come, name="cannot-come"),
    path(f"{APPLICATION_PATH}explain/", application.explain, name="explain-no-show"),
    path(REPLY_PATH, reply.reply, name="reply"),
    path("sign-in/", signin.start, name="sign-in"),
    path("sign-in/code/", signin.code, name="sign-in-code"),
    path("sign-in/who/", signin.who, name="sign-in-who"),
    path("sign-in/staff/", signin.staff, name="sign-in-staff"),
    path("sign-out/", signin.leave, name="sign-out"),
    path("me/", me.home, name="me"),
    path("me/messages/", me.messages, name="messages"),
    path("me/order/", me.personalisation, name="personalisation"),
    path("me/register/", register.start, name="register-start"),
    path("me/register/<slug:step>/", register.step, name="register"),
    path("employer/", employer.home, name="employer"),
    path("employer/join/", employer.join, name="employer-join"),
    path("employer/<str:code>/new/", employer.new_posting, name="employer-posting-new"),
    path("employer/posting/<str:code>/", employer.posting, name="employer-posting"),
    path("employer/posting/<str:code>/edit/", employer.edit_posting, name="employer-posting-edit"),
    path("employer/posting/<str:code>/check/", employer.check, name="employer-posting-check"),
    path("employer/posting/<str:code>/<slug:move>/", employer.move, name="employer-posting-move"),
    path("display/", pages.display, name="display"),
    path("about/", pages.about, name="about"),
    path("privacy/", pages.privacy, name="privacy"),
    path("algorithm/", pages.algorithm, name="algorithm"),
    path("demo/inbox/", pages.demo_inbox, name="demo-inbox"),
    path("demo/sign-in/<str:code>/", signin.demo, name="demo-sign-in"),
]
