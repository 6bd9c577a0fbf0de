"""Addresses of the schedule."""

from django.urls import path

from medoffice.front_office.scheduling.views import appointment, booking, day, feeds, series, set_up

app_name = "scheduling"
urlpatterns = [
    path("", day.day, name="day"),
    path("week/", day.week, name="week"),
    path("list/", day.listed, name="list"),
    path("sheets/", day.sheets, name="sheets"),
    path("feed/", feeds.my_feed, name="my-feed"),
    path("feed/end/", feeds.end_feed, name="end-feed"),
    path("feed/<str:token>/times.ics", feeds.read_feed, name="feed"),
    path("kinds/", set_up.kinds, name="kinds"),
    path("units/", set_up.booked_with, name="units"),
    path("units/device/", set_up.device, name="device"),
    path("units/group/", set_up.group, name="group"),
    path("units/<uuid:unit_id>/hours/", set_up.hours, name="hours"),
    path("units/<uuid:unit_id>/away/", set_up.away, name="away"),
    path("units/<uuid:unit_id>/hours/<uuid:template_id>/end/", set_up.template_end, name="template-end"),
    path("units/<uuid:unit_id>/away/<uuid:away_id>/end/", set_up.away_end, name="away-end"),
    path("off/", set_up.off, name="off"),
    path("insight/", set_up.insight, name="insight"),
    path("rules/", set_up.limits, name="rules"),
    path("holidays/", set_up.holidays, name="holidays"),
    path("book/<uuid:patient_id>/", booking.book_page, name="book"),
    path("series/<uuid:patient_id>/", series.series, name="series"),
    path("appointment/<uuid:appointment_id>/series/change/", series.series_change, name="series-change"),
    path("appointment/<uuid:appointment_id>/series/cancel/", series.series_cancel, name="series-cancel"),
    path("appointment/<uuid:appointment_id>/", appointment.appointment_page, name="appointment"),
    path("appointment/<uuid:appointment_id>/move/", appointment.move_, name="move"),
    path("visit/<uuid:visit_id>/confidential/", appointment.confidential, name="confidential"),
    path("appointment/<uuid:appointment_id>/<slug:verb>/", appointment.change, name="change"),
]
