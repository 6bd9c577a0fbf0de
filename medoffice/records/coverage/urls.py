"""Addresses of coverage."""

from django.urls import path

from medoffice.records.coverage import views

app_name = "coverage"
urlpatterns = [
    path("<uuid:patient_id>/", views.of_patient, name="patient"),
    path("<uuid:patient_id>/<uuid:coverage_id>/correct/", views.correct, name="correct"),
    path("<uuid:patient_id>/<uuid:coverage_id>/end/", views.end, name="end"),
]
