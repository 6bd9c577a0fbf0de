"""Addresses of the desks; they are at the root of the house."""

from django.urls import path

from medoffice.desks.views import away, leaving, own_day
from medoffice.desks.views import home as views

app_name = "desks"
urlpatterns = [
    path("", views.home, name="home"),
    path("front/", views.front, name="front"),
    path("front/board/", views.board, name="board"),
    path("front/check-in/<uuid:appointment_id>/", views.check_in_panel, name="check-in"),
    path("front/check-in/<uuid:appointment_id>/arrive/", views.arrive, name="arrive"),
    path("front/check-in/<uuid:appointment_id>/at-once/", views.see_at_once, name="at-once"),
    path("front/check-out/<uuid:encounter_id>/", leaving.check_out_panel, name="check-out"),
    path("front/check-out/<uuid:encounter_id>/take/", leaving.take, name="take"),
    path("front/check-out/<uuid:encounter_id>/summary/", leaving.summary, name="summary"),
    path("away/", away.away, name="away"),
    path("day/", own_day.day, name="day"),
    path("day/lines/", own_day.lines, name="day-lines"),
    path("huddle/", away.huddle, name="huddle"),
    path("work/", views.work, name="work"),
    path("work/<uuid:item_id>/take/", views.work_take, name="work-take"),
    path("find/", views.find_patient, name="find"),
    path("patient/<uuid:patient_id>/", views.patient_page, name="patient"),
    path("follow/", views.follow_search, name="follow-search"),
    path("follow/<slug:kind>/<uuid:thing_id>/", views.follow, name="follow"),
    path("tour/", views.tour, name="tour"),
    path("trust/", views.trust, name="trust"),
    path("trust/medoffice-ca.crt", views.trust_certificate, name="trust-certificate"),
]
