"""Addresses of outreach."""

from django.urls import path

from medoffice.front_office.outreach.views import (
    messages,
    missed,
    recalls,
    rescheduling,
    self_booking,
    set_up,
    waitlist,
)

app_name = "outreach"
urlpatterns = [
    path("", messages.box, name="box"),
    path("message/<uuid:message_id>/", messages.message, name="message"),
    path("message/<uuid:message_id>/<slug:verb>/", messages.change, name="message-change"),
    path("heard/<uuid:heard_id>/", messages.heard, name="heard"),
    path("letters/", messages.letters, name="letters"),
    path("letters/posted/", messages.posted, name="posted"),
    path("preference/<uuid:patient_id>/", messages.preference, name="preference"),
    path("texts/", set_up.texts, name="texts"),
    path("waitlist/", waitlist.waitlist, name="waitlist"),
    path("waitlist/add/<uuid:patient_id>/", waitlist.add, name="wait"),
    path("waitlist/<uuid:waiter_id>/end/", waitlist.end, name="wait-end"),
    path("fill/<uuid:appointment_id>/", waitlist.fill, name="fill"),
    path("offer/<uuid:offer_id>/", waitlist.offer_page, name="offer"),
    path("offer/<uuid:offer_id>/next/", waitlist.offer_next, name="offer-next"),
    path("offer/<uuid:offer_id>/<slug:verb>/", waitlist.answer, name="offer-answer"),
    path("missed/policy/", missed.policy, name="missed-policy"),
    path("missed/<uuid:missed_id>/", missed.missed, name="missed"),
    path("missed/<uuid:missed_id>/<slug:verb>/", missed.decide, name="missed-decide"),
    path("recalls/", recalls.board, name="recalls"),
    path("recalls/rules/", recalls.rules, name="recall-rules"),
    path("recalls/rules/<uuid:rule_id>/end/", recalls.rule_end, name="recall-rule-end"),
    path("recalls/away/", recalls.long_away, name="long-away"),
    path("recalls/<uuid:recall_id>/", recalls.recall, name="recall"),
    path("recalls/<uuid:recall_id>/<slug:verb>/", recalls.act, name="recall-act"),
    path("absences/", rescheduling.absences, name="absences"),
    path("absences/<uuid:batch_id>/", rescheduling.absence, name="absence"),
    path("book/", self_booking.self_book, name="self-book"),
    path("book/thanks/", self_booking.self_booked, name="self-booked"),
    path("asked/", self_booking.requests, name="requests"),
    path("asked/<uuid:asked_id>/", self_booking.asked, name="asked"),
    path("asked/<uuid:asked_id>/<slug:verb>/", self_booking.answer, name="asked-answer"),
    path("self-booking/", self_booking.rules, name="self-booking"),
    path("reminders/", set_up.reminders, name="reminders"),
    path("reminders/<uuid:rule_id>/end/", set_up.reminder_end, name="reminder-end"),
    path("settings/", set_up.settings, name="settings"),
]
