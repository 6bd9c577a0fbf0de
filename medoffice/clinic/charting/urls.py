"""Addresses of the chart."""

from django.urls import path

from medoffice.clinic.charting import views

app_name = "charting"
urlpatterns = [
    path("<uuid:encounter_id>/", views.visit, name="visit"),
    path("<uuid:encounter_id>/vitals/", views.vitals, name="vitals"),
    path("<uuid:encounter_id>/note/", views.write, name="write"),
    path("<uuid:encounter_id>/keep/", views.keep, name="keep"),
    path("<uuid:encounter_id>/sign/", views.sign, name="sign"),
    path("<uuid:encounter_id>/addendum/", views.addendum, name="addendum"),
]
