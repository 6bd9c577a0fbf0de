"""Addresses of the flow through the office."""

from django.urls import path

from medoffice.front_office.check_in.views import cards, flow, insurance, leaving

app_name = "check_in"
urlpatterns = [
    path("<uuid:encounter_id>/room/", flow.room, name="room"),
    path("<uuid:encounter_id>/enter/", flow.enter, name="enter"),
    path("<uuid:encounter_id>/to-check-out/", flow.to_check_out, name="to-check-out"),
    path("<uuid:encounter_id>/check-out/", flow.check_out_, name="check-out"),
    path("walk-in/<uuid:patient_id>/", flow.walk_in_page, name="walk-in"),
    path("<uuid:encounter_id>/not-here/", flow.not_here, name="not-here"),
    path("<uuid:encounter_id>/was-here/", leaving.was_here, name="was-here"),
    path("<uuid:encounter_id>/leave/", flow.left, name="leave"),
    path("card/<uuid:card_id>/", cards.confirm, name="card"),
    path("scan/<uuid:patient_id>/", cards.scan, name="scan"),
    path("insurance/<uuid:appointment_id>/", insurance.page, name="insurance"),
    path("insurance/<uuid:appointment_id>/ask/", insurance.ask, name="ask"),
    path("insurance/<uuid:appointment_id>/<uuid:coverage_id>/", insurance.correct, name="correct-member-id"),
]
