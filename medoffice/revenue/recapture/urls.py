"""Addresses of recapture."""

from django.urls import path

from medoffice.revenue.recapture.views import lists, of_patient

app_name = "recapture"
urlpatterns = [
    path("", lists.missing, name="list"),
    path("score/", lists.set_up, name="set-up"),
    path("of/<uuid:patient_id>/", of_patient.page, name="patient"),
    path("of/<uuid:patient_id>/mark/", of_patient.mark, name="mark"),
    path("of/<uuid:patient_id>/score/", of_patient.what_if, name="score"),
]
