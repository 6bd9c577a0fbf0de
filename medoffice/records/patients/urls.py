"""Addresses of patient identity."""

from django.urls import path

from medoffice.records.patients import views

app_name = "patients"
urlpatterns = [
    path("register/", views.register, name="register"),
    path("<uuid:patient_id>/change/", views.change, name="change"),
]
