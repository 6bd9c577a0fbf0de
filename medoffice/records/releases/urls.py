"""Addresses of releases."""

from django.urls import path

from medoffice.records.releases.views import copies, requests

app_name = "releases"
urlpatterns = [
    path("", requests.desk, name="desk"),
    path("new/<uuid:patient_id>/", requests.new, name="new"),
    path("<uuid:request_id>/", requests.request_, name="request"),
    path("<uuid:request_id>/check/", requests.check, name="check"),
    path("<uuid:request_id>/pick/", copies.pick, name="pick"),
    path("<uuid:request_id>/deliver/", copies.give, name="deliver"),
    path("<uuid:request_id>/more-time/", requests.more_time, name="more-time"),
    path("<uuid:request_id>/close/", requests.close, name="close"),
    path("<uuid:request_id>/look/<str:copied>/", copies.look, name="look"),
    path("<uuid:request_id>/look/<str:copied>/<int:page>/", copies.page, name="page"),
    path("copies/<uuid:delivery_id>/", copies.packet, name="packet"),
]
