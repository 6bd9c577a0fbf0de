"""Addresses of the schedule."""

from django.urls import path

from medoffice.front_office.scheduling.views import appointment, booking, day, set_up

app_name = "scheduling"
urlpatterns = [
    path("", day.day, name="day"),
    path("kinds/", set_up.kinds, name="kinds"),
    path("units/", set_up.booked_with, name="units"),
    path("units/device/", set_up.device, name="device"),
    path("units/group/", set_up.group, name="group"),
    path("units/<uuid:unit_id>/hours/", set_up.hours, name="hours"),
    path("units/<uuid:unit_id>/away/", set_up.away, name="away"),
    path("units/<uuid:unit_id>/hours/<uuid:template_id>/end/", set_up.template_end, name="template-end"),
    path("units/<uuid:unit_id>/away/<uuid:away_id>/end/", set_up.away_end, name="away-end"),
    path("off/", set_up.off, name="off"),
    path("rules/", set_up.limits, name="rules"),
    path("holidays/", set_up.holidays, name="holidays"),
    path("call/<uuid:call_id>/", booking.call_page, name="call"),
    path("call/<uuid:call_id>/people/", booking.call_people, name="call-people"),
    path("book/<uuid:patient_id>/", booking.book_page, name="book"),
    path("appointment/<uuid:appointment_id>/", appointment.appointment_page, name="appointment"),
    path("appointment/<uuid:appointment_id>/move/", appointment.move_, name="move"),
    path("visit/<uuid:visit_id>/confidential/", appointment.confidential, name="confidential"),
    path("appointment/<uuid:appointment_id>/<slug:verb>/", appointment.change, name="change"),
]
