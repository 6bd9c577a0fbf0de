"""Addresses of coding."""

from django.urls import path

from medoffice.revenue.coding.views import asking, desk, facts, level, lines, papers, updates

app_name = "coding"
urlpatterns = [
    path("", desk.queue, name="queue"),
    path("missing/", papers.missing, name="missing"),
    path("diagnoses/", facts.facts, name="facts"),
    path("diagnoses/table/", facts.take, name="take-facts"),
    path("of/<uuid:patient_id>/", papers.diagnoses, name="diagnoses"),
    path("updates/", updates.updates, name="updates"),
    path("updates/<str:touched>/", updates.mend, name="mend"),
    path("services/", desk.office_services, name="services"),
    path("services/placeholders/", desk.placeholders, name="placeholders"),
    path("visit/<uuid:encounter_id>/", desk.visit, name="visit"),
    path("search/<uuid:encounter_id>/", desk.search, name="search"),
    path("<uuid:encounter_id>/find-service/", desk.find_service, name="find-service"),
    path("visit/<uuid:encounter_id>/level/", level.worksheet, name="level"),
    path("visit/<uuid:encounter_id>/defence/", papers.defence, name="defence"),
    path("<uuid:coding_id>/level/take/", level.take, name="take-elements"),
    path("<uuid:coding_id>/level/add/", level.add, name="add-element"),
    path("level/<uuid:element_id>/drop/", level.drop, name="drop-element"),
    path("visit/<uuid:encounter_id>/ask/", asking.ask, name="ask"),
    path("query/<uuid:query_id>/", asking.answer, name="answer"),
    path("query/<uuid:query_id>/withdraw/", asking.withdraw, name="withdraw"),
    path("query/<uuid:query_id>/code/", asking.code, name="code-answer"),
    path("<uuid:coding_id>/diagnosis/", desk.diagnosis, name="diagnosis"),
    path("<uuid:coding_id>/reject/", desk.reject, name="reject"),
    path("suggestion/<uuid:suggestion_id>/offer/", desk.offer, name="offer-again"),
    path("<uuid:coding_id>/place/", lines.place, name="place"),
    path("<uuid:coding_id>/service/", desk.service, name="service"),
    path("code/<uuid:code_id>/point/", lines.point, name="point"),
    path("code/<uuid:code_id>/modifier/", lines.modifier, name="modifier"),
    path("code/<uuid:code_id>/remove/", desk.remove, name="remove"),
]
