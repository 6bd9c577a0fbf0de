"""Addresses of the office's laboratory."""

from django.urls import path

from medoffice.clinic.office_lab.views import bench, visit

app_name = "office_lab"
urlpatterns = [
    path("", bench.bench, name="bench"),
    path("tests/new/", bench.new_test, name="new"),
    path("tests/<uuid:office_test_id>/", bench.test_page, name="test"),
    path("tests/<uuid:office_test_id>/change/", bench.change_test, name="change"),
    path("tests/<uuid:office_test_id>/<slug:step>/", bench.keep, name="keep"),
    path("kits/<uuid:kit_id>/", bench.kit_page, name="kit"),
    path("kits/<uuid:kit_id>/end/", bench.end, name="end"),
    path("visit/<uuid:encounter_id>/", visit.choose, name="choose"),
    path("visit/<uuid:encounter_id>/standing/<uuid:office_test_id>/", visit.by_standing, name="standing"),
    path("visit/<uuid:encounter_id>/<uuid:order_id>/", visit.enter, name="enter"),
    path("found/<uuid:tested_id>/", visit.found, name="found"),
    path("found/<uuid:tested_id>/correct/", visit.correct, name="correct"),
]
