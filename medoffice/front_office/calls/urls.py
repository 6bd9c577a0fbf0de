"""Addresses of the telephone."""

from django.urls import path

from medoffice.front_office.calls import views

app_name = "calls"
urlpatterns = [
    path("take/", views.take, name="take"),
    path("<uuid:call_id>/about/<uuid:patient_id>/", views.about, name="about"),
    path("<uuid:call_id>/close/", views.close, name="close"),
]
