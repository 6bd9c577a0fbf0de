"""Addresses of the telephone."""

from django.urls import path

from medoffice.front_office.calls.views import calls, office, taking

app_name = "calls"
urlpatterns = [
    path("", calls.log, name="log"),
    path("new/", taking.new, name="new"),
    path("take/", taking.take, name="take"),
    path("find/", taking.find, name="find"),
    path("who/", taking.who, name="who"),
    path("flags/", taking.flags, name="flags"),
    path("ringing/", taking.ringing_, name="ringing"),
    path("ring/", office.ring, name="ring"),
    path("cards/", office.cards_, name="cards"),
    path("cards/<slug:kind>/", office.card, name="card"),
    path("figures/", office.figures, name="figures"),
    path("lists/<slug:kind>/", office.entries, name="entries"),
    path("phone-system/", office.phone_system, name="phone-system"),
    path("on-call/", office.on_call, name="on-call"),
    path("on-call/set/", office.on_call_set, name="on-call-set"),
    path("on-call/<slug:number>/end/", office.on_call_end, name="on-call-end"),
    path("on-call/hand-off/", office.hand_over, name="hand-off"),
    path("on-call/accept/", office.accept, name="accept"),
    path("answering/", office.answering, name="answering"),
    path("promise/<uuid:promise_id>/", calls.promise, name="promise"),
    path("promise/<uuid:promise_id>/keep/", calls.keep, name="keep"),
    path("<uuid:call_id>/", calls.page, name="call"),
    path("<uuid:call_id>/people/", calls.people, name="people"),
    path("<uuid:call_id>/about/<uuid:patient_id>/", calls.about_, name="about"),
    path("<uuid:call_id>/also/<uuid:patient_id>/", taking.also, name="also"),
    path("<uuid:call_id>/verify/", calls.verify, name="verify"),
    path("<uuid:call_id>/note/", calls.note, name="note"),
    path("<uuid:call_id>/escalate/", calls.escalate, name="escalate"),
    path("<uuid:call_id>/triage/", calls.triage, name="triage"),
    path("<uuid:call_id>/cause/", calls.cause, name="cause"),
    path("<uuid:call_id>/balance/", calls.balance, name="balance"),
    path("<uuid:call_id>/close/", calls.close, name="close"),
]
