"""Addresses of claims."""

from django.urls import path

from medoffice.revenue.claims import views

app_name = "claims"
urlpatterns = [
    path("", views.board, name="board"),
    path("send/", views.send, name="send"),
    path("fetch/", views.fetch, name="fetch"),
    path("remittances/", views.remittances, name="remittances"),
    path("remittances/<uuid:remittance_id>/", views.remittance, name="remittance"),
    path("remittances/<uuid:remittance_id>/post/", views.post, name="post"),
    path("remittances/<uuid:remittance_id>/answer/", views.answer, name="answer"),
    path("remittances/<uuid:remittance_id>/again/", views.again, name="again"),
    path("remittances/<uuid:remittance_id>/return/", views.give_back, name="return"),
    path("<uuid:claim_id>/", views.claim, name="claim"),
    path("<uuid:claim_id>/recheck/", views.recheck, name="recheck"),
    path("<uuid:claim_id>/correct/", views.correct, name="correct"),
    path("<uuid:claim_id>/bill/", views.bill, name="bill"),
    path("<uuid:claim_id>/write-off/", views.drop, name="write-off"),
    path("<uuid:claim_id>/note/", views.note, name="note"),
]
