"""Addresses of summaries."""

from django.urls import path

from medoffice.clinic.summaries import views

app_name = "summaries"
urlpatterns = [path("give/<uuid:patient_id>/", views.give, name="give")]
