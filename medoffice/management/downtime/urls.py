"""Addresses of downtime."""

from django.urls import path

from medoffice.management.downtime import views

app_name = "downtime"
urlpatterns = [
    path("", views.packs_page, name="packs"),
    path("make/", views.make, name="make"),
    path("set-up/", views.set_up, name="set-up"),
    path("<uuid:pack_id>/pdf/", views.fetch, name="pdf"),
]
