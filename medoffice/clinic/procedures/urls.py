"""Addresses of procedures."""

from django.urls import path

from medoffice.clinic.procedures.views import office, visit

app_name = "procedures"
urlpatterns = [
    path("", office.area, name="area"),
    path("kinds/", office.kinds, name="kinds"),
    path("kinds/<slug:procedure_kind>/", office.kind, name="kind"),
    path("kinds/<slug:procedure_kind>/standing/", office.standing, name="standing"),
    path("visit/<uuid:encounter_id>/", visit.choose, name="choose"),
    path("visit/<uuid:encounter_id>/<slug:procedure_kind>/", visit.by_standing, name="by-standing"),
    path("order/<uuid:procedure_order_id>/", visit.order, name="order"),
    path("order/<uuid:procedure_order_id>/<slug:step>/", visit.step, name="step"),
    path("done/<uuid:procedure_id>/", visit.done, name="done"),
    path("done/<uuid:procedure_id>/<slug:step>/", visit.keep, name="keep"),
]
