"""Addresses of the flow through the office."""

from django.urls import path

from medoffice.front_office.check_in import views

app_name = "check_in"
urlpatterns = [
    path("<uuid:encounter_id>/room/", views.room, name="room"),
    path("<uuid:encounter_id>/enter/", views.enter, name="enter"),
    path("<uuid:encounter_id>/to-check-out/", views.to_check_out, name="to-check-out"),
    path("<uuid:encounter_id>/check-out/", views.check_out_, name="check-out"),
    path("walk-in/<uuid:patient_id>/", views.walk_in_page, name="walk-in"),
    path("<uuid:encounter_id>/not-here/", views.not_here, name="not-here"),
    path("<uuid:encounter_id>/leave/", views.left, name="leave"),
]
