"""Screens of what was measured: vital signs over the visits, and a child's growth chart."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.actions.note_gestation import note_gestation
from medoffice.clinic.charting.forms import GestationForm
from medoffice.clinic.charting.queries import chart as queries
from medoffice.clinic.charting.rules.flowsheet import flowsheet
from medoffice.clinic.charting.rules.growth import (
    CHILD,
    GROWN_UP,
    INFANT,
    age_on,
    chart_for,
    days_early,
    place_all,
    reference,
)
from medoffice.clinic.charting.rules.growth_plot import growth_plot
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner, patient
from medoffice.records.patients.types.people import Patient
from medoffice.security.api import OfficeRequest, can, screen
from medoffice.standards.growth.api import EDITION
from medoffice.ui.fields import show_refusal
from medoffice.ui.lists import limit_of, rest_of


@screen("chart.read", patient="patient_id")
def vitals_sheet(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """A patient's vital signs over all visits, with their trends."""
    who = patient(patient_id)
    sheet = flowsheet(queries.takings_of(request.actor, patient_id), who.birth_date)
    shown = sheet.lines[: limit_of(request)]
    context = {
        "banner": banner(request.actor, patient_id),
        "who": who,
        "sheet": sheet,
        "lines": shown,
        "rest": rest_of(request, len(shown), len(sheet.lines)),
        "grows": _grows(who),
    }
    return render(request, "charting/vitals.html", context)


@screen("chart.read", patient="patient_id")
def growth(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """A child's measures against the growth reference."""
    return _growth(request, patient_id, GestationForm())


@require_POST
@screen("chart.vitals", patient="patient_id")
def gestation(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Note how long a child was carried; the chart then corrects the age of who came early."""
    form = GestationForm(request.POST)
    if form.is_valid():
        try:
            note_gestation(actor=request.actor, patient_id=patient_id, **form.cleaned_data)
            return redirect("charting:growth", patient_id=patient_id)
        except Invalid as refusal:
            show_refusal(form, refusal)
    return _growth(request, patient_id, form)


def panel(request: HttpRequest, patient_id: UUID, keys: str = "sG") -> SafeString | None:
    """On a patient's page: the way to what was measured; ``keys`` are those of the flowsheet and the growth chart."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "chart.read", patient_id):
        return None
    context = {"who": patient_id, "grows": _grows(patient(patient_id)), "keys": keys}
    return render_to_string("charting/_measures_panel.html", context, request)


def chart_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """The same on the chart, where other keys are free."""
    return panel(request, patient_id, "mh")


def _growth(request: OfficeRequest, patient_id: UUID, form: GestationForm) -> HttpResponse:
    who, carried = patient(patient_id), queries.gestation_of(patient_id)
    takings = queries.takings_of(request.actor, patient_id)
    latest = next((age_on(who.birth_date, one.on) for one in takings if one.on >= who.birth_date), None)
    chart = chart_for(request.GET.get("chart", ""), latest)
    early = days_early(carried.weeks, carried.days) if carried else 0
    against = reference(chart, who.sex)
    placed, left = place_all(chart, against, who.birth_date, early, takings) if against else ([], [])
    context = {
        "banner": banner(request.actor, patient_id),
        "who": who,
        "groups": (("Birth to 36 months", INFANT), ("2 to 20 years", CHILD)),
        "chart": chart,
        "infant": chart in INFANT,
        "edition": EDITION,
        "carried": carried,
        "early": early,
        "form": form,
        "measures": can(request.actor, "chart.vitals", patient_id),
        "placed": placed,
        "left": left,
        "plot": growth_plot(chart, against, who.sex, placed) if against else None,
    }
    return render(request, "charting/growth.html", context, status=422 if form.errors else 200)


def _grows(who: Patient) -> bool:
    """Whether the growth charts are about somebody of this age."""
    return age_on(who.birth_date, max(today_here(), who.birth_date)).months < GROWN_UP
