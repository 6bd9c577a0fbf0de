"""Addresses of letters."""

from django.urls import path

from medoffice.front_office.letters.views import templates

app_name = "letters"
urlpatterns = [
    path("templates/", templates.listed, name="templates"),
    path("templates/new/", templates.new, name="new-template"),
    path("templates/letterheads/", templates.letterheads, name="letterheads"),
    path("templates/<slug:language>/<slug:key>/", templates.edit, name="template"),
    path("templates/<slug:language>/<slug:key>/read/", templates.read, name="read"),
    path("templates/<slug:language>/<slug:key>/approve/", templates.approve, name="approve"),
]
