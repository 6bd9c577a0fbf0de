"""Addresses of the dashboard."""

from django.urls import path

from medoffice.management.dashboard import views

app_name = "dashboard"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("<slug:report>/", views.report, name="report"),
    path("<slug:report>/csv/", views.take, name="take"),
]
