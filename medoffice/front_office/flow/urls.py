"""Addresses of the flow."""

from django.urls import path

from medoffice.front_office.flow.views import office, places

app_name = "flow"
urlpatterns = [
    path("where/", places.where, name="where"),
    path("waits/", places.waits, name="waits"),
    path("day/", places.day, name="day"),
    path("figures/", office.figures, name="figures"),
    path("set-up/", office.set_up, name="set-up"),
    path("display/<uuid:site_id>/", office.display, name="display"),
    path("display/<uuid:site_id>/end/", office.display_end, name="display-end"),
    path("queue/<str:token>/", office.queue, name="queue"),
    path("<uuid:encounter_id>/rooms/", places.rooms, name="rooms"),
    path("<uuid:encounter_id>/timeline/", places.timeline, name="timeline"),
    path("<uuid:encounter_id>/display/", places.call_on, name="call-on"),
]
