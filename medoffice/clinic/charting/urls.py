"""Addresses of the chart."""

from django.urls import path

from medoffice.clinic.charting.views import measures, visit

app_name = "charting"
urlpatterns = [
    path("chart/<uuid:patient_id>/vitals/", measures.vitals_sheet, name="vitals-sheet"),
    path("chart/<uuid:patient_id>/growth/", measures.growth, name="growth"),
    path("chart/<uuid:patient_id>/gestation/", measures.gestation, name="gestation"),
    path("<uuid:encounter_id>/", visit.visit, name="visit"),
    path("<uuid:encounter_id>/vitals/", visit.vitals, name="vitals"),
    path("<uuid:encounter_id>/note/", visit.write, name="write"),
    path("<uuid:encounter_id>/keep/", visit.keep, name="keep"),
    path("<uuid:encounter_id>/sign/", visit.sign, name="sign"),
    path("<uuid:encounter_id>/addendum/", visit.addendum, name="addendum"),
]
