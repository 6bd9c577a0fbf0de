"""Addresses of forms."""

from django.urls import path

from medoffice.front_office.forms.views import office, patient, writing

app_name = "forms"
urlpatterns = [
    path("", writing.listed, name="list"),
    path("at/<str:token>/", patient.at, name="at"),
    path("hand/<uuid:appointment_id>/", office.hand, name="hand"),
    path("hand/<uuid:appointment_id>/end/", office.end, name="end"),
    path("signed/<uuid:filled_id>/", office.answers, name="answers"),
    path("signed/<uuid:filled_id>/paper.pdf", office.paper, name="paper"),
    path("edit/<slug:key>/", writing.edit, name="edit"),
    path("json/<slug:key>/", writing.as_json, name="json"),
    path("edit/<slug:key>/retire/", writing.retire, name="retire"),
]
