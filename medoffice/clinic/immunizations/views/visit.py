"""Giving a vaccine at a visit, and correcting what was entered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.immunizations.actions.correct_dose import correct_dose, strike_dose
from medoffice.clinic.immunizations.actions.give_dose import give_dose
from medoffice.clinic.immunizations.forms import CorrectionForm, DoseForm, WhyForm
from medoffice.clinic.immunizations.queries import doses as asked
from medoffice.clinic.immunizations.queries.plans import plan_of
from medoffice.clinic.immunizations.queries.stock import lot, lots_for, lots_of_site
from medoffice.clinic.immunizations.rules.giving import FUNDING_WORDS, ROUTE_WORDS, SITE_WORDS, UNVERIFIED, in_words
from medoffice.clinic.immunizations.rules.planning import due_now, lots_by_need
from medoffice.clinic.immunizations.rules.stock import ends_soon, why_not
from medoffice.clinic.immunizations.types import Dose, Report
from medoffice.clinic.immunizations.views.plan import due_line
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounter, visit_shown
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.fields import refusals_in

ROOM = {"room": "vaccines"}


@screen("vaccines.give")
def choose(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Which lot: those of the visit's site that are good, each with a key."""
    visit = visit_shown(request, "vaccines.give", encounter_id)
    plan = plan_of(request.actor, visit.patient_id, visit.date)
    due = due_now(plan.advice)
    wanted = next((one for one in due if one.name == request.GET.get("for", "")), None)
    found = lots_by_need(lots_for(visit), due, wanted.name if wanted else "")
    context = {
        "lots": [(one, ends_soon(one, visit.date), needs) for one, needs in found],
        "wanted": wanted,
        "wanting": [one for one in due if not any(one in needs for _, needs in found)],
        "patient_id": visit.patient_id,
        "plan": plan,
        "orders": asked.orders_to_answer(encounter_id),
        "given": _lines(asked.doses_of_visit(encounter_id)),
        "encounter_id": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "immunizations/choose.html", context | ROOM)


@screen("vaccines.give")
def give(request: OfficeRequest, encounter_id: UUID, lot_id: UUID) -> HttpResponse:
    """A dose of a lot: where, how, which sheet; what the lot says is filled in."""
    visit, one = visit_shown(request, "vaccines.give", encounter_id), lot(lot_id)
    orders = asked.orders_to_answer(encounter_id)
    form = DoseForm(request.POST or None)
    form.offer(one, orders)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            answers = form.cleaned_data.get("order") or None
            order_id = UUID(answers) if answers else None
            give_dose(actor=request.actor, encounter_id=encounter_id, given=form.given(one), order_id=order_id)
            messages.success(request, f"Given from lot {one.vial.lot}.")
            return redirect("charting:visit", encounter_id)
    context = {
        "form": form,
        "lot": one,
        "paid_by": FUNDING_WORDS[one.vial.funding],
        "against": why_not(one, visit.date),
        "unverified": UNVERIFIED,
        "encounter_id": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "immunizations/give.html", context | ROOM, status=422 if form.errors else 200)


@screen("vaccines.read")
def dose(request: OfficeRequest, dose_id: UUID) -> HttpResponse:
    """A dose, and what it was entered as before."""
    return _dose_page(request, asked.dose(request.actor, dose_id))


@require_POST
@screen("vaccines.give")
def correct(request: OfficeRequest, dose_id: UUID) -> HttpResponse:
    """Say what was really given."""
    one = asked.dose(request.actor, dose_id)
    form = _correction(one, request.POST)
    if form.is_valid():
        with refusals_in(form):
            given = form.given(lot(UUID(form.cleaned_data["lot"])))
            made = correct_dose(actor=request.actor, dose_id=dose_id, given=given, why=form.cleaned_data["why"])
            messages.success(request, "Corrected; the wrong entry stays to be read.")
            return redirect("immunizations:dose", made)
    return _dose_page(request, one, form=form)


@require_POST
@screen("vaccines.give")
def strike(request: OfficeRequest, dose_id: UUID) -> HttpResponse:
    """Nothing was given."""
    one, form = asked.dose(request.actor, dose_id), WhyForm(request.POST, auto_id="s_%s")
    if form.is_valid():
        with refusals_in(form):
            strike_dose(actor=request.actor, dose_id=dose_id, why=form.cleaned_data["why"])
            return redirect("immunizations:dose", dose_id)
    return _dose_page(request, one, strike_form=form)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """The vaccines of a visit, and the way to give one."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return None
    visit = encounter(encounter_id)
    who = visit.patient_id
    if not can(actor, "vaccines.read", who, encounter_id):
        return None
    context = {
        "given": _lines(asked.doses_of_visit(encounter_id)),
        "may_give": can(actor, "vaccines.give", who, encounter_id),
        "encounter_id": encounter_id,
        "patient_id": who,
        **(due_line(plan_of(actor, who, visit.date)) if visit.date == today_here() else {}),
    }
    return render_to_string("immunizations/_panel.html", context, request)


def _correction(one: Dose, sent: QueryDict | None = None) -> CorrectionForm:
    form = CorrectionForm(sent, auto_id="c_%s")
    form.ask(one, lots_of_site(encounter(one.encounter_id).site_id))
    return form


def _dose_page(
    request: OfficeRequest, one: Dose, form: CorrectionForm | None = None, strike_form: WhyForm | None = None
) -> HttpResponse:
    saw(request, [one.patient_id])
    story = [each for each in asked.doses_of_visit(one.encounter_id) if each.number == one.number]
    if not story:
        raise NotFound
    may = one.stands and can(request.actor, "vaccines.give", one.patient_id, one.encounter_id)
    context = {
        "one": one,
        "lot": lot(one.lot_id),
        "route": ROUTE_WORDS[one.given.route],
        "site": SITE_WORDS[one.given.site] if one.given.site else "",
        "story": _lines(story),
        "told": asked.reports_of([each.id for each in story]).get(one.id),
        "form": (form or _correction(one)) if may else None,
        "strike_form": (strike_form or WhyForm(auto_id="s_%s")) if may else None,
        "banner": banner(request.actor, one.patient_id),
    }
    wrong = (form and form.errors) or (strike_form and strike_form.errors)
    return render(request, "immunizations/dose.html", context | ROOM, status=422 if wrong else 200)


def _lines(found: list[Dose]) -> list[tuple[Dose, str, Report | None]]:
    told = asked.reports_of([one.id for one in found])
    return [(one, in_words(one.given, one.lot), told.get(one.id)) for one in found]
