"""Addresses of the books."""

from django.urls import path

from medoffice.revenue.books import views

app_name = "books"
urlpatterns = [
    path("", views.sheet_of_day, name="day"),
    path("deposits/", views.all_deposits, name="deposits"),
    path("deposits/make/", views.deposit, name="deposit"),
    path("proofs/", views.all_proofs, name="proofs"),
    path("proofs/run/", views.prove, name="prove"),
]
