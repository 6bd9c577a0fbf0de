"""Addresses of documents."""

from django.urls import path

from medoffice.records.documents.views import arranging, chart, holding, inbox, pages, searching, settings

app_name = "documents"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("upload/", inbox.upload, name="upload"),
    path("aside/", inbox.laid_aside, name="laid-aside"),
    path("find/", inbox.find, name="find"),
    path("file/<uuid:document_id>/", inbox.work, name="work"),
    path("file/<uuid:document_id>/whose/", inbox.whose, name="whose"),
    path("file/<uuid:document_id>/aside/", inbox.aside, name="aside"),
    path("file/<uuid:document_id>/divide/", arranging.divide, name="divide"),
    path("search/", searching.search, name="search"),
    path("search/<uuid:patient_id>/", searching.search_chart, name="search-chart"),
    path("cover-sheet/", searching.cover, name="cover"),
    path("types/", settings.types, name="types"),
    path("keeping/", settings.keeping, name="keeping"),
    path("holds/", holding.holds, name="holds"),
    path("past/", holding.past, name="past"),
    path("past/ask/", holding.ask, name="ask-destruction"),
    path("past/decide/", holding.decide, name="decide-destruction"),
    path("patient/<uuid:patient_id>/", chart.of_patient, name="of-patient"),
    path("<uuid:document_id>/", pages.show, name="show"),
    path("<uuid:document_id>/pages/", arranging.arrange, name="arrange"),
    path("<uuid:document_id>/pages/join/", arranging.join, name="join"),
    path("<uuid:document_id>/pages/back/", arranging.put_back, name="arrange-back"),
    path("<uuid:document_id>/rename/", chart.rename, name="rename"),
    path("<uuid:document_id>/refile/", chart.refile, name="refile"),
    path("<uuid:document_id>/mistake/", chart.mistake, name="mistake"),
    path("<uuid:document_id>/label/", holding.label, name="label"),
    path("<uuid:document_id>/unlabel/", holding.unlabel, name="unlabel"),
    path("<uuid:document_id>/hold/", holding.hold, name="hold"),
    path("<uuid:document_id>/sign/", chart.sign, name="sign"),
    path("<uuid:document_id>/back/", chart.back_to_desk, name="back"),
    path("<uuid:document_id>/print/", pages.print_, name="print"),
    path("<uuid:document_id>/page/<int:page>/", pages.page, name="page"),
    path("<uuid:document_id>/as-it-came/", pages.file, name="file"),
]
