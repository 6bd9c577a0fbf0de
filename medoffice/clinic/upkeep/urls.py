"""Addresses of upkeep."""

from django.urls import path

from medoffice.clinic.upkeep import views

app_name = "upkeep"
urlpatterns = [
    path("", views.day, name="day"),
    path("new/<slug:kind>/", views.new, name="new"),
    path("line/<uuid:log_id>/", views.line, name="line"),
    path("<uuid:equipment_id>/", views.equipment, name="equipment"),
    path("<uuid:equipment_id>/change/", views.change, name="change"),
    path("<uuid:equipment_id>/month/", views.month, name="month"),
    path("<uuid:equipment_id>/tick/<slug:step>/", views.tick, name="tick"),
    path("<uuid:equipment_id>/decide/", views.decide, name="decide"),
    path("<uuid:equipment_id>/lots/", views.lots, name="lots"),
]
