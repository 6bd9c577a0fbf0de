"""Addresses of documents."""

from django.urls import path

from medoffice.records.documents import views

app_name = "documents"
urlpatterns = [path("<uuid:document_id>/", views.show, name="show")]
