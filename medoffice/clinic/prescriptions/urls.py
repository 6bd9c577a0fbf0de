"""Addresses of prescriptions."""

from django.urls import path

from medoffice.clinic.prescriptions.views import (
    controlled,
    desk,
    dispatching,
    pharmacies,
    prescribing,
    renewals,
    signing,
)

app_name = "prescriptions"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("find/", prescribing.find, name="find"),
    path("reads/", prescribing.reads, name="reads"),
    path("renewals/", renewals.desk, name="renewals"),
    path("renewals/ask/<uuid:patient_id>/", renewals.ask, name="ask-renewal"),
    path("renewals/<uuid:renewal_id>/", renewals.renewal, name="renewal"),
    path("renewals/<uuid:renewal_id>/prepare/", renewals.prepare, name="prepare-renewal"),
    path("renewals/<uuid:renewal_id>/approve/", renewals.approve, name="approve"),
    path("renewals/<uuid:renewal_id>/deny/", renewals.deny, name="deny-renewal"),
    path("renewals/<uuid:renewal_id>/answer/", renewals.answer, name="answer-renewal"),
    path("pharmacies/", pharmacies.directory, name="pharmacies"),
    path("sent/", dispatching.desk, name="sent"),
    path("sent/<uuid:dispatch_id>/", dispatching.one_dispatch, name="dispatch"),
    path("sent/<uuid:dispatch_id>/said/", dispatching.said, name="said"),
    path("sent/<uuid:dispatch_id>/back/", dispatching.back, name="call-back"),
    path("pharmacies/find/", pharmacies.find, name="find-pharmacy"),
    path("pharmacies/<uuid:pharmacy_id>/", pharmacies.pharmacy, name="pharmacy"),
    path("of/<uuid:patient_id>/pharmacies/", pharmacies.theirs, name="their-pharmacies"),
    path("of/<uuid:patient_id>/pharmacies/<uuid:pharmacy_id>/leave/", pharmacies.leave, name="leave-pharmacy"),
    path("of/<uuid:patient_id>/", desk.of_patient, name="of-patient"),
    path("of/<uuid:patient_id>/new/", prescribing.new, name="new"),
    path("of/<uuid:patient_id>/favourite/<uuid:favourite_id>/", prescribing.by_favourite, name="by-favourite"),
    path("of/<uuid:patient_id>/controlled/", controlled.controlled, name="controlled"),
    path("of/<uuid:patient_id>/controlled/check/", controlled.check, name="check-program"),
    path("of/<uuid:patient_id>/controlled/agree/", controlled.agree, name="agree"),
    path("of/<uuid:patient_id>/controlled/count/", controlled.count, name="count"),
    path("agreements/<uuid:agreement_id>/end/", controlled.end, name="end-agreement"),
    path("favourites/<uuid:favourite_id>/drop/", signing.drop, name="drop-favourite"),
    path("<uuid:prescription_id>/", signing.prescription, name="prescription"),
    path("<uuid:prescription_id>/change/", prescribing.change, name="change"),
    path("<uuid:prescription_id>/sign/", signing.sign, name="sign"),
    path("<uuid:prescription_id>/print/", signing.on_paper, name="print"),
    path("<uuid:prescription_id>/pharmacy/", pharmacies.direct, name="direct"),
    path("<uuid:prescription_id>/send/", dispatching.send, name="send"),
    path("<uuid:prescription_id>/withdraw/", signing.withdraw, name="withdraw"),
    path("<uuid:prescription_id>/end/", signing.end, name="end"),
    path("<uuid:prescription_id>/favourite/", signing.favour, name="favour"),
]
