"""Addresses of outreach."""

from django.urls import path

from medoffice.front_office.outreach.views import messages, set_up

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
    path("reminders/", set_up.reminders, name="reminders"),
    path("reminders/<uuid:rule_id>/end/", set_up.reminder_end, name="reminder-end"),
    path("settings/", set_up.settings, name="settings"),
]
