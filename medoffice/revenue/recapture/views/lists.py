"""The list of everybody, the way to it, and the switch of the what-if."""

from datetime import UTC, datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.front_office.scheduling.api import coming
from medoffice.kernel.refusals import Invalid
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.recapture.actions.switch_score import switch_score
from medoffice.revenue.recapture.forms import SwitchForm
from medoffice.revenue.recapture.queries.conditions import YEARS_BACK, conditions, rested, this_year, words_of
from medoffice.revenue.recapture.queries.marks import score_state
from medoffice.revenue.recapture.types import Condition
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.lists import limit_of, rest_of

ROOM = {"room": "coding"}
_NEVER = datetime.max.replace(tzinfo=UTC)
Visits = dict[UUID, tuple[UUID, datetime]]


@screen("recapture.read")
def missing(request: OfficeRequest) -> HttpResponse:
    """Who has a condition of earlier years without a code this year: those who come soonest first."""
    year, actor = this_year(), request.actor
    tables, found = conditions(actor, year)
    everybody = "gone" in request.GET
    waiting = [one for one in found.conditions if everybody or not one.gone]
    unknown = {one.patient_id for one in found.unknown}
    people = patients_by_id({one.patient_id for one in waiting} | unknown)
    names = {who: one.name.sorted_form for who, one in people.items()}
    visits = coming(actor, set(names))
    ordered = sorted(waiting, key=lambda one: _order(one, names, visits))
    shown = ordered[: limit_of(request)]
    saw(request, {one.patient_id for one in shown} | unknown)
    words = words_of(actor, year, shown)
    context = {
        "tables": tables,
        "lines": [(one, names[one.patient_id], rested(one, words, year), visits.get(one.patient_id)) for one in shown],
        "unknown": [(one, names[one.patient_id]) for one in found.unknown],
        "patients": len({one.patient_id for one in waiting}),
        "total": len(waiting),
        "gone": sum(one.gone for one in found.conditions),
        "everybody": everybody,
        "years_back": YEARS_BACK,
        "first": year - YEARS_BACK,
        "rest": rest_of(request, len(shown), len(ordered)),
    }
    return render(request, "recapture/list.html", context | ROOM)


@screen("recapture.set_up")
def set_up(request: OfficeRequest) -> HttpResponse:
    """What the what-if of scores is, and whether the office has it."""
    if request.method == "POST":
        form = SwitchForm(request.POST)
        if not form.is_valid():
            raise Invalid("not-acceptable", "Say on or off.", "Open the page anew.")
        on = form.cleaned_data["on"] == "yes"
        switch_score(actor=request.actor, on=on)
        messages.success(request, f"The what-if of risk scores is {'on' if on else 'off'}.")
        return redirect("recapture:set-up")
    return render(request, "recapture/score.html", {"state": score_state(), "room": "practice"})


def desk_panel(request: HttpRequest, _subject: object) -> SafeString | None:
    """The way from the coder's desk to the list."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "recapture.read"):
        return None
    return render_to_string("recapture/_desk.html", {}, request)


def _order(one: Condition, names: dict[UUID, str], visits: Visits) -> tuple[datetime, str, int]:
    """By when the patient comes, then by name. Never by what a condition is worth."""
    return visits[one.patient_id][1] if one.patient_id in visits else _NEVER, names[one.patient_id], int(one.hcc)
