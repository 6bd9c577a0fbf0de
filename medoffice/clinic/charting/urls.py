"""Addresses of the chart."""

from django.urls import path

from medoffice.clinic.charting.views import (
    amending,
    deficiencies,
    lists,
    measures,
    note_templates,
    noted,
    reconcile,
    revising,
    visit,
)

app_name = "charting"
urlpatterns = [
    path("deficiencies/", deficiencies.deficiencies, name="deficiencies"),
    path("routes/", deficiencies.who_gets, name="routes"),
    path("note-templates/", note_templates.listed, name="note-templates"),
    path("note-templates/<slug:note_key>/order/", note_templates.order, name="order-note-templates"),
    path("note-templates/<slug:note_key>/", note_templates.edit, name="note-template"),
    path("note-templates/<slug:note_key>/retire/", note_templates.retire, name="retire-note-template"),
    path("chart/<uuid:patient_id>/", lists.chart, name="chart"),
    path("chart/<uuid:patient_id>/enter/<slug:list_kind>/", lists.enter, name="enter"),
    path("chart/<uuid:patient_id>/attest/<slug:list_kind>/", lists.attest, name="attest"),
    path("chart/<uuid:patient_id>/reconcile/", reconcile.reconcile, name="reconcile"),
    path("incoming/<uuid:incoming_id>/decide/", reconcile.decide, name="decide"),
    path("lists/<slug:list_kind>/find/", lists.find, name="find"),
    path("listed/<uuid:listed_id>/change/", lists.change, name="change"),
    path("listed/<uuid:listed_id>/end/", lists.end, name="end"),
    path("listed/<uuid:listed_id>/strike/", lists.strike, name="strike"),
    path("amend/<uuid:entry_amendment_id>/", amending.amend, name="amend"),
    path("chart/<uuid:patient_id>/vitals/", measures.vitals_sheet, name="vitals-sheet"),
    path("chart/<uuid:patient_id>/growth/", measures.growth, name="growth"),
    path("chart/<uuid:patient_id>/gestation/", measures.gestation, name="gestation"),
    path("<uuid:encounter_id>/", visit.visit, name="visit"),
    path("<uuid:encounter_id>/vitals/", visit.vitals, name="vitals"),
    path("<uuid:encounter_id>/note/", visit.write, name="write"),
    path("<uuid:encounter_id>/template/", visit.take_template, name="take-template"),
    path("<uuid:encounter_id>/keep/", visit.keep, name="keep"),
    path("<uuid:encounter_id>/sign/", visit.sign, name="sign"),
    path("<uuid:encounter_id>/cosign/", visit.cosign, name="cosign"),
    path("<uuid:encounter_id>/noted/", noted.noted, name="noted"),
    path("<uuid:encounter_id>/noted/decide/", noted.decide, name="decide-noted"),
    path("<uuid:encounter_id>/revise/", revising.revise, name="revise"),
    path("<uuid:encounter_id>/addendum/", visit.addendum, name="addendum"),
]
