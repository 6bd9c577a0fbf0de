"""Addresses of the chart."""

from django.urls import path

from medoffice.clinic.charting.views import visit

app_name = "charting"
urlpatterns = [
    path("<uuid:encounter_id>/", visit.visit, name="visit"),
    path("<uuid:encounter_id>/vitals/", visit.vitals, name="vitals"),
    path("<uuid:encounter_id>/note/", visit.write, name="write"),
    path("<uuid:encounter_id>/keep/", visit.keep, name="keep"),
    path("<uuid:encounter_id>/sign/", visit.sign, name="sign"),
    path("<uuid:encounter_id>/addendum/", visit.addendum, name="addendum"),
]
