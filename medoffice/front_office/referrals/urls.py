"""Addresses of referrals."""

from django.urls import path

from medoffice.front_office.referrals.views import office, referrals

app_name = "referrals"
urlpatterns = [
    path("", referrals.desk, name="desk"),
    path("radar/", referrals.radar, name="radar"),
    path("find/", referrals.find, name="find"),
    path("new/<uuid:patient_id>/", referrals.new, name="new"),
    path("received/<uuid:patient_id>/", referrals.received, name="received"),
    path("directory/", office.directory, name="directory"),
    path("directory/<uuid:performer_id>/", office.performer, name="performer"),
    path("due/", office.when_due, name="paces"),
    path("<uuid:referral_id>/", referrals.referral, name="referral"),
    path("<uuid:referral_id>/move/", referrals.move, name="move"),
    path("<uuid:referral_id>/chase/", referrals.chase, name="chase"),
    path("<uuid:referral_id>/packet/", referrals.packet, name="packet"),
]
