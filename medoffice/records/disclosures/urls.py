"""Addresses of disclosures."""

from django.urls import path

from medoffice.records.disclosures import views

app_name = "disclosures"
urlpatterns = [
    path("", views.log, name="log"),
    path("<uuid:patient_id>/account/", views.account, name="account"),
]
