"""Screens of paper charts: what is away, what is to be abstracted, those of a patient."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.records.charts import queries
from medoffice.records.charts.actions.abstract_chart import abstract_chart, ask_abstraction
from medoffice.records.charts.actions.add_chart import add_chart
from medoffice.records.charts.actions.move_chart import move_chart
from medoffice.records.charts.forms import AbstractForm, ChartForm, OutForm
from medoffice.records.charts.rules.moving import overdue_days
from medoffice.records.charts.types import Move, PaperChart
from medoffice.records.patients.api import banner, hits_of
from medoffice.records.patients.types.people import PatientHit
from medoffice.security.api import OfficeRequest, back, can, require, saw, screen
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

_MOVES = {"back": Move.BACK, "missed": Move.MISSED, "found": Move.FOUND}
_ASKS = {"abstract": True, "leave": False}


@screen("charts.read")
def away(request: OfficeRequest) -> HttpResponse:
    """What is out, to whom since when, what is overdue, and what is not to be found."""
    found, total = queries.away(request.actor, limit_of(request))
    today = today_here()
    lines = [(one, who, overdue_days(one, today)) for one, who in _with_people(request, found)]
    context = {"lines": lines, "total": total, "rest": rest_of(request, len(found), total), "room": "documents"}
    return render(request, "charts/away.html", context)


@screen("charts.abstract")
def to_abstract(request: OfficeRequest) -> HttpResponse:
    """Which old charts are still to be brought into the record, and what was, by whom."""
    found, total = queries.to_abstract(request.actor, limit_of(request))
    context = {
        "lines": _with_people(request, found),
        "done": _with_people(request, queries.abstracted(request.actor)),
        "total": total,
        "rest": rest_of(request, len(found), total),
        "room": "documents",
    }
    return render(request, "charts/to_abstract.html", context)


@screen("charts.read", patient="patient_id")
def of_patient(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The paper charts of a patient, where each is, and how it came there."""
    form = ChartForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            add_chart(actor=request.actor, patient_id=patient_id, **form.cleaned_data)
            return redirect("charts:of-patient", patient_id)
    found = queries.charts_of(request.actor, patient_id)
    context = {
        "banner": banner(request.actor, patient_id),
        "charts": [(one, overdue_days(one, today_here())) for one in found],
        "moves": queries.moves_of(one.id for one in found),
        "form": form,
        "may_keep": request.may("charts.keep"),
        "may_abstract": request.may("charts.abstract"),
        "room": "documents",
    }
    return render(request, "charts/of_patient.html", context, status=422 if form.errors else 200)


@screen("charts.keep")
def out(request: OfficeRequest, chart_id: UUID) -> HttpResponse:
    """Give a chart out, or note that it was handed on."""
    one = _required(request, chart_id, "charts.keep")
    form = OutForm(request.POST or None)
    form.fields["due"].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            move_chart(actor=request.actor, chart_id=chart_id, move=Move.OUT, **form.cleaned_data)
            return redirect("charts:of-patient", one.patient_id)
    return _about(request, one, form, "Give the chart out", "It goes out")


@screen("charts.abstract")
def done(request: OfficeRequest, chart_id: UUID) -> HttpResponse:
    """Say what was brought from a chart into the record."""
    one = _required(request, chart_id, "charts.abstract")
    form = AbstractForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            abstract_chart(actor=request.actor, chart_id=chart_id, **form.cleaned_data)
            return redirect("charts:to-abstract")
    return _about(request, one, form, "What was abstracted", "It is in the record")


@require_POST
@screen("charts.keep")
def move(request: OfficeRequest, chart_id: UUID, verb: str) -> HttpResponse:
    """It is back, missed or found; it is to be abstracted, or not."""
    if verb in _ASKS:
        one = _required(request, chart_id, "charts.abstract")
        ask_abstraction(actor=request.actor, chart_id=chart_id, wanted=_ASKS[verb])
    elif verb in _MOVES:
        one = _required(request, chart_id, "charts.keep")
        move_chart(actor=request.actor, chart_id=chart_id, move=_MOVES[verb])
    else:
        raise NotFound
    return back(request, reverse("charts:of-patient", args=[one.patient_id]))


def chart_panel(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """Where the paper chart is, on the page of a patient."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "charts.read", patient_id):
        return None
    lines = [queries.words_of(one) for one in queries.charts_of(actor, patient_id)]
    return render_to_string("charts/_panel.html", {"lines": lines, "who": patient_id}, request)


def _required(request: OfficeRequest, chart_id: UUID, word: str) -> PaperChart:
    one = queries.chart(chart_id)
    require(request.actor, word, one.patient_id)
    saw(request, [one.patient_id])
    return one


def _about(
    request: OfficeRequest, one: PaperChart, form: OutForm | AbstractForm, title: str, submit: str
) -> HttpResponse:
    context: dict[str, object] = {"chart": one, "form": form, "title": title, "submit": submit, "room": "documents"}
    context["banner"] = banner(request.actor, one.patient_id)
    return render(request, "charts/about.html", context, status=422 if form.errors else 200)


def _with_people(request: OfficeRequest, found: Iterable[PaperChart]) -> list[tuple[PaperChart, PatientHit]]:
    charts = list(found)
    hits = {hit.id: hit for hit in hits_of(request.actor, {one.patient_id for one in charts})}
    saw(request, hits)
    return [(one, hits[one.patient_id]) for one in charts if one.patient_id in hits]
