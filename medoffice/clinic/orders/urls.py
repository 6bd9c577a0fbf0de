"""Addresses of in-office orders."""

from django.urls import path

from medoffice.clinic.orders import views

app_name = "orders"
urlpatterns = [
    path("<uuid:encounter_id>/place/", views.place, name="place"),
    path("<uuid:order_id>/perform/", views.perform, name="perform"),
    path("<uuid:order_id>/refuse/", views.refuse, name="refuse"),
]
