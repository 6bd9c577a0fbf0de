"""Restrictions: a new one, one at hand with its answer, its end, and the emergency."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel import clock
from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner
from medoffice.records.rights.actions.answer_restriction import answer_restriction, end_restriction, lift_restriction
from medoffice.records.rights.actions.ask_restriction import ask_restriction
from medoffice.records.rights.forms import AnswerForm, EndForm, LiftForm, RestrictionForm
from medoffice.records.rights.queries import restrictions as queries
from medoffice.records.rights.types import Standing
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in
from medoffice.ui.panels import panels_for

# While which standing a restriction has a form; what was answered or ended meanwhile has it no more.
_WHILE: dict[type, Standing] = {AnswerForm: Standing.OPEN, EndForm: Standing.AGREED, LiftForm: Standing.AGREED}


@screen("rights.note", patient="patient_id")
def new(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Note whom a patient does not want to be told."""
    form = RestrictionForm(request.POST or None, initial={"came_on": f"{today_here():%m/%d/%Y}"})
    form.offer(queries.whom_known(patient_id))
    form.fields["came_on"].today = today_here()  # type: ignore[attr-defined] # a TypedDateField
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            made = ask_restriction(actor=request.actor, patient_id=patient_id, wanted=form.wanted())
            return redirect("rights:restriction", made)
    context = {"banner": banner(request.actor, patient_id), "form": form, "room": "letters"}
    return render(request, "rights/restrict.html", context, status=422 if form.errors else 200)


@screen("rights.note")
def restriction(request: OfficeRequest, restriction_id: UUID) -> HttpResponse:
    """A restriction at hand."""
    return _shown(request, restriction_id)


def _shown(request: OfficeRequest, restriction_id: UUID, typed: Form | None = None) -> HttpResponse:
    one = queries.restriction(request.actor, restriction_id)
    saw(request, [one.patient_id])
    forms = {
        "answer": AnswerForm(auto_id="answer_%s"),
        "end": EndForm(auto_id="end_%s"),
        "lift": LiftForm(auto_id="lift_%s"),
    }
    context = {
        "one": one,
        "untaken": typed if one.standing is not _WHILE.get(type(typed), one.standing) else None,
        "holds": one.holds(clock.now()),
        "panels": panels_for("restriction", request, one),
        "decides": can(request.actor, "rights.decide", one.patient_id),
        "forms": {name: typed if isinstance(typed, type(form)) else form for name, form in forms.items()},
        "banner": banner(request.actor, one.patient_id),
        "room": "letters",
    }
    return render(request, "rights/restriction.html", context, status=422 if typed else 200)


def _done(request: OfficeRequest, restriction_id: UUID, form: Form, told: str) -> HttpResponse:
    """Answer a form of the page: do it and show the page again, or show what was typed with what is wrong."""
    if form.is_valid():
        with refusals_in(form):
            _act(request, restriction_id, form, form.cleaned_data)
            messages.success(request, told)
            return redirect("rights:restriction", restriction_id)
    return _shown(request, restriction_id, form)


def _act(request: OfficeRequest, restriction_id: UUID, form: Form, said: dict[str, Any]) -> None:
    if isinstance(form, AnswerForm):
        answer_restriction(
            actor=request.actor, restriction_id=restriction_id, seen_version=seen_version(request),
            agrees=said["agrees"], why=said["answer_why"],
        )  # fmt: skip
    elif isinstance(form, EndForm):
        end_restriction(actor=request.actor, restriction_id=restriction_id, why=said["ended_why"])
    else:
        lift_restriction(actor=request.actor, restriction_id=restriction_id, why=said["lifted_why"])


@require_POST
@screen("rights.decide")
def answer(request: OfficeRequest, restriction_id: UUID) -> HttpResponse:
    """The office agrees, or not."""
    return _done(request, restriction_id, AnswerForm(request.POST, auto_id="answer_%s"), "Answered. Tell who asked.")


@require_POST
@screen("rights.decide")
def end(request: OfficeRequest, restriction_id: UUID) -> HttpResponse:
    """It holds no longer."""
    return _done(request, restriction_id, EndForm(request.POST, auto_id="end_%s"), "Ended.")


@require_POST
@screen("rights.decide")
def lift(request: OfficeRequest, restriction_id: UUID) -> HttpResponse:
    """For emergency treatment it does not hold for a day."""
    told = "Lifted for a day. Ask whoever is told not to tell others."
    return _done(request, restriction_id, LiftForm(request.POST, auto_id="lift_%s"), told)
