"""Addresses of patient identity."""

from django.urls import path

from medoffice.records.patients import views

app_name = "patients"
urlpatterns = [
    path("register/", views.register, name="register"),
    path("<uuid:patient_id>/change/", views.change, name="change"),
    path("<uuid:patient_id>/comfort/", views.comfort, name="comfort"),
    path("<uuid:patient_id>/said/", views.said, name="said"),
    path("<uuid:patient_id>/same/", views.same, name="same"),
    path("<uuid:patient_id>/same/<uuid:other_id>/", views.merge, name="merge"),
    path("<uuid:patient_id>/apart/<uuid:merge_id>/", views.unmerge, name="unmerge"),
    path("labels/", views.sizes, name="sizes"),
    path("<uuid:patient_id>/label/<slug:key>.pdf", views.label, name="label"),
    path("said/<uuid:said_id>/<slug:verdict>/", views.said_decide, name="said-decide"),
    path("<uuid:patient_id>/people/", views.people, name="people"),
    path("<uuid:patient_id>/people/<uuid:permitted_id>/end/", views.permission_end, name="permission-end"),
    path("<uuid:patient_id>/pays/", views.pays, name="pays"),
    path("<uuid:patient_id>/household/", views.household, name="household"),
    path("<uuid:patient_id>/household/leave/", views.household_leave, name="household-leave"),
]
