"""Addresses of patient identity."""

from django.urls import path

from medoffice.records.patients.views import card, people, twice

app_name = "patients"
urlpatterns = [
    path("register/", people.register, name="register"),
    path("<uuid:patient_id>/change/", card.change, name="change"),
    path("<uuid:patient_id>/change/<slug:group>/", card.change_group, name="change-group"),
    path("<uuid:patient_id>/comfort/", card.comfort, name="comfort"),
    path("<uuid:patient_id>/contacts/", card.contacts, name="contacts"),
    path("contacts/<uuid:contact_id>/end/", card.contact_end, name="contact-end"),
    path("<uuid:patient_id>/photo/", card.photo, name="photo"),
    path("<uuid:patient_id>/photo.png", card.photo_file, name="photo-file"),
    path("<uuid:patient_id>/said/", people.said, name="said"),
    path("<uuid:patient_id>/same/", twice.same, name="same"),
    path("<uuid:patient_id>/same/<uuid:other_id>/", twice.merge, name="merge"),
    path("<uuid:patient_id>/apart/<uuid:merge_id>/", twice.unmerge, name="unmerge"),
    path("twice/", twice.twice, name="twice"),
    path("twice/<uuid:pair_id>/", twice.twice_pair, name="twice-pair"),
    path("twice/<uuid:pair_id>/different/", twice.twice_different, name="twice-different"),
    path("twice/<uuid:pair_id>/later/", twice.twice_later, name="twice-later"),
    path("labels/", people.sizes, name="sizes"),
    path("<uuid:patient_id>/label/<slug:key>.pdf", people.label, name="label"),
    path("said/<uuid:said_id>/<slug:verdict>/", people.said_decide, name="said-decide"),
    path("<uuid:patient_id>/people/", people.people, name="people"),
    path("<uuid:patient_id>/people/<uuid:permitted_id>/end/", people.permission_end, name="permission-end"),
    path("<uuid:patient_id>/pays/", people.pays, name="pays"),
    path("<uuid:patient_id>/household/", people.household, name="household"),
    path("<uuid:patient_id>/household/leave/", people.household_leave, name="household-leave"),
]
