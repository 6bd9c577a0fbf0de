"""Addresses of lists of medicines and of requests to payers."""

from django.urls import path

from medoffice.revenue.authorizations.views import desk, lists, requests

app_name = "authorizations"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("lists/", lists.lists, name="lists"),
    path("lists/<uuid:formulary_id>/", lists.one_list, name="list"),
    path("begin/<uuid:prescription_id>/", requests.begin, name="begin"),
    path("<uuid:authorization_id>/", requests.authorization, name="authorization"),
    path("<uuid:authorization_id>/packet/", requests.packet, name="packet"),
    path("<uuid:authorization_id>/sign/", requests.sign, name="sign"),
    path("<uuid:authorization_id>/send/", requests.send, name="send"),
    path("<uuid:authorization_id>/answer/", requests.answer, name="answer"),
    path("<uuid:authorization_id>/chase/", requests.chase, name="chase"),
    path("<uuid:authorization_id>/close/", requests.close, name="close"),
    path("<uuid:authorization_id>/use/", requests.use, name="use"),
]
