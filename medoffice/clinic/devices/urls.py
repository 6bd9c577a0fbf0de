"""Addresses of devices."""

from django.urls import path

from medoffice.clinic.devices.views import attached, office, patient, visit

app_name = "devices"
urlpatterns = [
    path("", office.everything, name="devices"),
    path("new/", office.new, name="new"),
    path("<uuid:device_id>/", office.device_page, name="device"),
    path("<uuid:device_id>/calibrated/", office.calibrated, name="calibrated"),
    path("patient/<uuid:patient_id>/", patient.of_patient, name="of-patient"),
    path("visit/<uuid:encounter_id>/", visit.choose, name="choose"),
    path("visit/<uuid:encounter_id>/<uuid:order_id>/", visit.attach, name="attach"),
    path("visit/<uuid:encounter_id>/file/<uuid:attached_id>/", attached.attached, name="attached"),
    path("visit/<uuid:encounter_id>/file/<uuid:attached_id>/correct/", attached.correct, name="correct"),
    path("visit/<uuid:encounter_id>/file/<uuid:attached_id>/strike/", attached.strike, name="strike"),
    path("calibration/<uuid:calibration_id>/", office.struck, name="strike-calibration"),
]
