"""Addresses of screening."""

from django.urls import path

from medoffice.clinic.screening.views import asking

app_name = "screening"
urlpatterns = [
    path("visit/<uuid:encounter_id>/", asking.choose, name="choose"),
    path("visit/<uuid:encounter_id>/<slug:key>/", asking.ask, name="ask"),
    path("<uuid:screened_id>/", asking.screened, name="screened"),
]
