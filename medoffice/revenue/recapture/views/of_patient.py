"""One patient: each condition on its words, what is said of it, and the what-if where the office has it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.scheduling.api import coming
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.api import banner, patient, years_of
from medoffice.revenue.recapture.actions.mark_condition import mark_condition
from medoffice.revenue.recapture.forms import MarkForm, ScoreForm
from medoffice.revenue.recapture.queries.conditions import YEARS_BACK, conditions, rested, this_year, words_of
from medoffice.revenue.recapture.queries.marks import score_state
from medoffice.revenue.recapture.rules.what_if import age_day, both_sums
from medoffice.revenue.recapture.types import Found, Said
from medoffice.revenue.recapture.views.lists import ROOM
from medoffice.security.api import OfficeRequest, screen
from medoffice.standards.hcc.api import shipped, year_of_visits
from medoffice.ui.fields import refusals_in


@screen("recapture.read", patient="patient_id")
def page(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """What is missing of this patient."""
    return _page(request, patient_id)


@require_POST
@screen("recapture.mark", patient="patient_id")
def mark(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Say of a condition what is to be done."""
    year = this_year()
    form = MarkForm(request.POST)
    form.offer(conditions(request.actor, year, patient_id)[1].conditions)
    if form.is_valid():
        said = Said(form.cleaned_data["said"])
        hcc, why = form.cleaned_data["hcc"], form.cleaned_data["why"]
        with refusals_in(form):
            mark_condition(actor=request.actor, patient_id=patient_id, year=year, hcc=hcc, said=said, why=why)
            messages.success(request, f"HCC {hcc}: {said.words}.")
            return redirect("recapture:patient", patient_id)
    return _page(request, patient_id, mark=form)


@require_POST
@screen("recapture.read", patient="patient_id")
def what_if(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """The sums for the segment that was chosen; nothing of it is kept."""
    if not score_state().on:
        raise NotFound
    return _page(request, patient_id, asked=ScoreForm(request.POST))


def _page(
    request: OfficeRequest, patient_id: UUID, mark: MarkForm | None = None, asked: ScoreForm | None = None
) -> HttpResponse:
    year, actor = this_year(), request.actor
    head = banner(actor, patient_id)
    tables, found = conditions(actor, year, patient_id)
    words = words_of(actor, year, found.conditions)
    form = mark or MarkForm()
    form.offer(found.conditions)
    context = {
        "banner": head,
        "tables": tables,
        "patient_id": patient_id,
        "lines": [(one, rested(one, words, year)) for one in found.conditions],
        "this_year": [(hcc, shipped().labels.get(hcc, "")) for hcc in sorted(_there(found, patient_id), key=int)],
        "unknown": found.unknown,
        "visit": coming(actor, {patient_id}).get(patient_id),
        "form": form,
        "may_mark": request.may("recapture.mark"),
        "first": year - YEARS_BACK,
        **_scores(patient_id, year, found, asked),
    }
    wrong = form.errors or (asked is not None and asked.errors)
    return render(request, "recapture/patient.html", context | ROOM, status=422 if wrong else 200)


def _there(found: Found, patient_id: UUID) -> frozenset[str]:
    return found.this_year.get(patient_id, frozenset())


def _scores(patient_id: UUID, year: int, found: Found, asked: ScoreForm | None) -> dict[str, object]:
    """What the page says of scores: nothing where the office has no what-if."""
    if not score_state().on:
        return {}
    who, weights = patient(patient_id), year_of_visits(year)
    age = years_of(who, age_day(year + 1))
    form = asked or ScoreForm(initial={"sex": who.sex} if who.sex in ("F", "M") else {})
    told: dict[str, object] = {
        "score_form": form,
        "weights": weights,
        "age": age,
        "age_day": age_day(year + 1),
        "scores_on": True,
    }
    if asked is None or not asked.is_valid() or weights is None:
        return told
    now, more = both_sums(shipped(), weights, asked.person(age), _there(found, patient_id), found.conditions)
    return told | {"sums": [("By what is coded this year", now), ("With what is on this list, too", more)]}
