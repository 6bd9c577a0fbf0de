"""Addresses of orders."""

from django.urls import path

from medoffice.clinic.orders.views import labs, set_up, visit

app_name = "orders"
urlpatterns = [
    path("open/", labs.open_list, name="open"),
    path("laboratories/", set_up.laboratories, name="laboratories"),
    path("laboratories/<uuid:laboratory_id>/", set_up.laboratory, name="laboratory"),
    path("laboratory/<uuid:requisition_id>/", labs.requisition, name="requisition"),
    path("laboratory/<uuid:requisition_id>/sign/", labs.sign, name="sign"),
    path("laboratory/<uuid:requisition_id>/notice/", labs.give, name="notice"),
    path("laboratory/<uuid:requisition_id>/notice/paper/", labs.file_paper, name="notice-paper"),
    path("laboratory/<uuid:requisition_id>/notice/strike/", labs.strike, name="notice-strike"),
    path("laboratory/<uuid:requisition_id>/paper.pdf", labs.paper, name="paper"),
    path("laboratory/<uuid:requisition_id>/labels.pdf", labs.specimen_labels, name="labels"),
    path("laboratory/<uuid:requisition_id>/<slug:step>/", labs.act, name="act"),
    path("<uuid:encounter_id>/laboratory/", labs.new, name="new"),
    path("<uuid:encounter_id>/place/", visit.place, name="place"),
    path("<uuid:order_id>/perform/", visit.perform, name="perform"),
    path("<uuid:order_id>/refuse/", visit.refuse, name="refuse"),
]
