"""Addresses of rights."""

from django.urls import path

from medoffice.records.rights.views import amendments, notices, patient, restrictions

app_name = "rights"
urlpatterns = [
    path("", amendments.desk, name="desk"),
    path("notices/", notices.notices, name="notices"),
    path("notice/", notices.notice, name="notice"),
    path("receive/<uuid:patient_id>/", notices.receive, name="receive"),
    path("of/<uuid:patient_id>/", patient.rights, name="patient"),
    path("amend/<uuid:patient_id>/", amendments.new, name="amend"),
    path("restrict/<uuid:patient_id>/", restrictions.new, name="restrict"),
    path("restriction/<uuid:restriction_id>/", restrictions.restriction, name="restriction"),
    path("restriction/<uuid:restriction_id>/answer/", restrictions.answer, name="answer"),
    path("restriction/<uuid:restriction_id>/end/", restrictions.end, name="end"),
    path("restriction/<uuid:restriction_id>/lift/", restrictions.lift, name="lift"),
    path("<uuid:amendment_id>/", amendments.amendment, name="amendment"),
    path("<uuid:amendment_id>/accept/", amendments.accept, name="accept"),
    path("<uuid:amendment_id>/deny/", amendments.deny, name="deny"),
    path("<uuid:amendment_id>/say/", amendments.line, name="say"),
    path("<uuid:amendment_id>/more-time/", amendments.more_time, name="more-time"),
    path("<uuid:amendment_id>/withdraw/", amendments.withdraw, name="withdraw"),
]
