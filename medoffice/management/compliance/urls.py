"""Addresses of compliance."""

from django.urls import path

from medoffice.management.compliance import views

app_name = "compliance"
urlpatterns = [
    path("reviews/", views.reviews, name="reviews"),
    path("reviews/<uuid:access_id>/", views.review, name="review"),
    path("patient/<uuid:patient_id>/", views.patient_access, name="patient"),
    path("patient/<uuid:patient_id>/deny/", views.deny, name="deny"),
    path("patient/<uuid:patient_id>/label/", views.label, name="label"),
    path("denial/<uuid:denial_id>/lift/", views.lift, name="lift"),
    path("label/<uuid:label_id>/end/", views.label_end, name="label-end"),
    path("label/<uuid:label_id>/consent/", views.consent, name="consent"),
    path("consent/<uuid:consent_id>/revoke/", views.consent_revoke, name="consent-revoke"),
]
