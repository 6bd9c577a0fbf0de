"""Addresses of results."""

from django.urls import path

from medoffice.clinic.results import views

app_name = "results"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("laboratories/", views.laboratories, name="laboratories"),
    path("tray/", views.tray, name="tray"),
    path("tray/find/", views.find, name="find"),
    path("tray/<uuid:lab_message_id>/", views.message, name="message"),
    path("tray/<uuid:lab_message_id>/register/", views.register, name="register"),
    path("tray/<uuid:lab_message_id>/return/", views.give_back, name="return"),
    path("refused/<uuid:lab_message_id>/", views.refused, name="refused"),
    path("of/<uuid:patient_id>/", views.of_patient, name="of-patient"),
    path("<uuid:lab_report_id>/", views.report, name="report"),
    path("<uuid:lab_report_id>/sign/", views.sign, name="sign"),
    path("<uuid:lab_report_id>/note/", views.note, name="note"),
    path("<uuid:lab_report_id>/follow-up/", views.follow, name="follow"),
    path("<uuid:lab_report_id>/whose/", views.whose, name="whose"),
    path("<uuid:lab_report_id>/take-off/", views.take_off, name="take-off"),
    path("<uuid:lab_report_id>/tell/", views.tell, name="tell"),
]
