"""Addresses of the schedule."""

from django.urls import path

from medoffice.front_office.scheduling import views

app_name = "scheduling"
urlpatterns = [
    path("", views.day, name="day"),
    path("kinds/", views.kinds, name="kinds"),
    path("call/<uuid:call_id>/", views.call_page, name="call"),
    path("call/<uuid:call_id>/people/", views.call_people, name="call-people"),
    path("book/<uuid:patient_id>/", views.book_page, name="book"),
    path("appointment/<uuid:appointment_id>/", views.appointment_page, name="appointment"),
    path("appointment/<uuid:appointment_id>/move/", views.move_, name="move"),
    path("visit/<uuid:visit_id>/confidential/", views.confidential, name="confidential"),
    path("appointment/<uuid:appointment_id>/<slug:verb>/", views.change, name="change"),
]
