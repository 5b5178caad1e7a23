from django.urls import path

from desk.views import applications, complaints, doors, review, today

app_name = "desk"

urlpatterns = [
    path("", today.home, name="home"),
    path("review/", review.queue, name="review-list"),
    path("review/<str:code>/", review.detail, name="review"),
    path("review/<str:code>/<slug:move>/", review.move, name="review-move"),
    path("chase/", applications.chase_list, name="chase-list"),
    path("chase/<str:code>/", applications.chase, name="chase"),
    path("starts/", applications.starts, name="starts"),
    path("starts/<str:code>/", applications.confirm, name="confirm-start"),
    path("no-shows/<str:code>/", applications.clear_no_show, name="clear-no-show"),
    path("complaints/", complaints.queue, name="complaints"),
    path("complaints/<str:code>/", complaints.answer, name="complaint"),
    path("doors/", doors.index, name="doors"),
    path("doors/<str:code>/", doors.sheet, name="door-sheet"),
]
