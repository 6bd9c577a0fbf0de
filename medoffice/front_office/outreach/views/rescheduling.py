"""Screens of an absence: its visits, where each could go, and what is left."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.front_office.outreach.actions.move_chosen import move_chosen
from medoffice.front_office.outreach.actions.start_reschedule import start_reschedule
from medoffice.front_office.outreach.forms import AbsenceForm, choices_in
from medoffice.front_office.outreach.queries import rescheduling as queries
from medoffice.front_office.outreach.types.visits import SETTLED
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import office_zone, providers, sites, staff_member
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.fields import refusals_in


@screen("outreach.reschedule")
def absences(request: OfficeRequest) -> HttpResponse:
    """Somebody is absent: say who, from when to when; and the absences of which something is left."""
    form = AbsenceForm(request.POST or None)
    form.offer(providers())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            made = start_reschedule(actor=request.actor, **form.filled())
            return redirect("outreach:absence", made)
    names = {one.id: one.name for one in providers()}
    lines = [(one, names.get(one.provider_id, "")) for one in queries.absences_open()]
    context = {"form": form, "lines": lines, "room": "outreach"}
    return render(request, "outreach/absences.html", context, status=422 if form.errors else 200)


@screen("outreach.reschedule")
def absence(request: OfficeRequest, batch_id: UUID) -> HttpResponse:
    """The visits of an absence: each with a proposal; what is chosen is moved at once and the patients told."""
    batch, refusal = queries.rescheduling(batch_id), None
    if request.method == "POST":
        try:
            chosen = choices_in(request.POST)
            moved = move_chosen(actor=request.actor, batch_id=batch_id, choices=chosen)
            messages.success(request, f"{moved} of {len(chosen)} moved; their patients are told.")
            return redirect("outreach:absence", batch_id)
        except Refusal as found:
            refusal = found
    lines = queries.lines_of(request.actor, batch, proposing=True)
    people = patients_by_id({line.visit.patient_id for line in lines})
    saw(request, people)
    zones = {place.id: ZoneInfo(place.zone) for place in sites()}
    names = {one.id: one.name for one in providers()}
    context = {
        "batch": batch,
        "provider": staff_member(batch.provider_id),
        "zone": office_zone(),
        "lines": [
            {
                "line": line,
                "person": people[line.visit.patient_id],
                "was": line.visit.starts.astimezone(zones[line.visit.site_id]),
                "now": line.then.starts.astimezone(zones[line.then.site_id]) if line.then else None,
                "who": names.get(line.then.provider_id, "") if line.then else "",
            }
            for line in lines
        ],
        "left": sum(line.state not in SETTLED for line in lines),
        "to_move": sum(bool(line.proposed) for line in lines),
        "refusal": refusal,
        "room": "outreach",
    }
    return render(request, "outreach/absence.html", context, status=refusal.status if refusal else 200)
