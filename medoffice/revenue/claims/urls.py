"""Addresses of claims."""

from django.urls import path

from medoffice.revenue.claims.views import claims, supposing

app_name = "claims"
urlpatterns = [
    path("", claims.board, name="board"),
    path("send/", claims.send, name="send"),
    path("fetch/", claims.fetch, name="fetch"),
    path("remittances/", claims.remittances, name="remittances"),
    path("remittances/<uuid:remittance_id>/", claims.remittance, name="remittance"),
    path("remittances/<uuid:remittance_id>/post/", claims.post, name="post"),
    path("remittances/<uuid:remittance_id>/answer/", claims.answer, name="answer"),
    path("remittances/<uuid:remittance_id>/again/", claims.again, name="again"),
    path("remittances/<uuid:remittance_id>/return/", claims.give_back, name="return"),
    path("visit/<uuid:encounter_id>/suppose/", supposing.suppose, name="suppose"),
    path("<uuid:claim_id>/", claims.claim, name="claim"),
    path("<uuid:claim_id>/recheck/", claims.recheck, name="recheck"),
    path("<uuid:claim_id>/correct/", claims.correct, name="correct"),
    path("<uuid:claim_id>/bill/", claims.bill, name="bill"),
    path("<uuid:claim_id>/write-off/", claims.drop, name="write-off"),
    path("<uuid:claim_id>/note/", claims.note, name="note"),
]
