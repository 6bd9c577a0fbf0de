"""Addresses of audits of codes."""

from django.urls import path

from medoffice.revenue.code_audits.views import chart, samples

app_name = "code_audits"
urlpatterns = [
    path("", samples.samples, name="all"),
    path("mine/", samples.mine, name="mine"),
    path("new/", samples.draw, name="draw"),
    path("<uuid:code_audit_id>/", samples.sample, name="audit"),
    path("visit/<uuid:audited_id>/", chart.chart, name="chart"),
    path("visit/<uuid:audited_id>/level/", chart.level, name="level"),
    path("visit/<uuid:audited_id>/judge/", chart.judged, name="judge"),
    path("visit/<uuid:audited_id>/agree/", chart.agree, name="agree"),
    path("visit/<uuid:audited_id>/missed/", chart.missed, name="missed"),
    path("missed/<uuid:judgement_id>/drop/", chart.drop, name="drop"),
    path("visit/<uuid:audited_id>/finish/", chart.finish, name="finish"),
]
