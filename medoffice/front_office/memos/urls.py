"""Addresses of memos."""

from django.urls import path

from medoffice.front_office.memos.views import memos

app_name = "memos"
urlpatterns = [
    path("", memos.desk, name="desk"),
    path("new/", memos.new, name="new"),
    path("new/<uuid:patient_id>/", memos.new_about, name="new-about"),
    path("<uuid:thread_id>/", memos.thread, name="thread"),
    path("<uuid:thread_id>/act/", memos.act, name="act"),
    path("<uuid:thread_id>/pass/", memos.pass_on, name="pass"),
]
