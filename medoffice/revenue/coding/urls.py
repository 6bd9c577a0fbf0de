"""Addresses of coding."""

from django.urls import path

from medoffice.revenue.coding import views

app_name = "coding"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("services/", views.office_services, name="services"),
    path("services/placeholders/", views.placeholders, name="placeholders"),
    path("visit/<uuid:encounter_id>/", views.visit, name="visit"),
    path("search/<uuid:encounter_id>/", views.search, name="search"),
    path("<uuid:encounter_id>/find-service/", views.find_service, name="find-service"),
    path("<uuid:coding_id>/diagnosis/", views.diagnosis, name="diagnosis"),
    path("<uuid:coding_id>/service/", views.service, name="service"),
    path("code/<uuid:code_id>/remove/", views.remove, name="remove"),
]
