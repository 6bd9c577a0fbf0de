"""Addresses of coverage."""

from django.urls import path

from medoffice.records.coverage import views

app_name = "coverage"
urlpatterns = [
    path("line/", views.line, name="line"),
    path("line/call/", views.call, name="call"),
    path("<uuid:patient_id>/told/", views.told, name="told"),
    path("<uuid:patient_id>/case/", views.case_page, name="case"),
    path("<uuid:patient_id>/case/<uuid:case_id>/", views.correct_case, name="correct-case"),
    path("<uuid:patient_id>/case/<uuid:case_id>/close/", views.close, name="close-case"),
    path("<uuid:patient_id>/<uuid:coverage_id>/ask/", views.ask, name="ask"),
    path("<uuid:patient_id>/", views.of_patient, name="patient"),
    path("<uuid:patient_id>/<uuid:coverage_id>/correct/", views.correct, name="correct"),
    path("<uuid:patient_id>/<uuid:coverage_id>/end/", views.end, name="end"),
]
