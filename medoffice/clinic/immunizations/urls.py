"""Addresses of immunizations."""

from django.urls import path

from medoffice.clinic.immunizations.views import plan, stock, visit

app_name = "immunizations"
urlpatterns = [
    path("", stock.stock, name="stock"),
    path("find/", stock.find, name="find"),
    path("registry/", stock.registry, name="registry"),
    path("patient/<uuid:patient_id>/", plan.plan, name="plan"),
    path("patient/<uuid:patient_id>/fact/", plan.fact, name="fact"),
    path("lot/<uuid:lot_id>/", stock.lot, name="lot"),
    path("lot/<uuid:lot_id>/<slug:step>/", stock.keep, name="keep"),
    path("visit/<uuid:encounter_id>/", visit.choose, name="choose"),
    path("visit/<uuid:encounter_id>/<uuid:lot_id>/", visit.give, name="give"),
    path("dose/<uuid:dose_id>/", visit.dose, name="dose"),
    path("dose/<uuid:dose_id>/correct/", visit.correct, name="correct"),
    path("dose/<uuid:dose_id>/strike/", visit.strike, name="strike"),
]
