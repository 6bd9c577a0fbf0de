"""Addresses of paper charts."""

from django.urls import path

from medoffice.records.charts import views

app_name = "charts"
urlpatterns = [
    path("", views.away, name="away"),
    path("abstract/", views.to_abstract, name="to-abstract"),
    path("of/<uuid:patient_id>/", views.of_patient, name="of-patient"),
    path("<uuid:chart_id>/out/", views.out, name="out"),
    path("<uuid:chart_id>/done/", views.done, name="done"),
    path("<uuid:chart_id>/<slug:verb>/", views.move, name="move"),
]
