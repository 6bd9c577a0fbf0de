"""Addresses of billing."""

from django.urls import path

from medoffice.revenue.billing import views

app_name = "billing"
urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("capture/<uuid:encounter_id>/", views.capture, name="capture"),
    path("fees/", views.fee_schedule, name="fees"),
    path("account/<uuid:patient_id>/", views.account, name="account"),
    path("account/<uuid:patient_id>/pay/", views.pay, name="pay"),
    path("account/<uuid:patient_id>/refund/", views.pay_back, name="refund"),
    path("account/<uuid:patient_id>/statement/", views.new_statement, name="new-statement"),
    path("charge/<uuid:charge_id>/", views.one_charge, name="charge"),
    path("charge/<uuid:charge_id>/adjust/", views.adjust, name="adjust"),
    path("charge/<uuid:charge_id>/take-back/", views.fee_back, name="fee-back"),
    path("receipt/<uuid:receipt_id>/", views.one_receipt, name="receipt"),
    path("receipt/<uuid:receipt_id>/take-back/", views.take_back, name="take-back"),
    path("statement/<uuid:statement_id>/", views.one_statement, name="statement"),
]
