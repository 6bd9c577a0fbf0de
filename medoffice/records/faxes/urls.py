"""Addresses of faxes."""

from django.urls import path

from medoffice.records.faxes import views

app_name = "faxes"
urlpatterns = [
    path("", views.box, name="box"),
    path("<uuid:fax_id>/", views.fax, name="fax"),
    path("<uuid:fax_id>/pages.pdf", views.pages, name="pages"),
    path("<uuid:fax_id>/<slug:verb>/", views.change, name="change"),
    path("document/<uuid:document_id>/", views.new, name="new"),
]
