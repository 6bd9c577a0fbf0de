"""Screens of missed visits: one that is followed up, and the policy."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.outreach.actions.decide_fee import decide_fee
from medoffice.front_office.outreach.actions.follow_up_missed import follow_up_missed
from medoffice.front_office.outreach.actions.set_missed_policy import set_missed_policy
from medoffice.front_office.outreach.forms import PolicyForm
from medoffice.front_office.outreach.queries import missed as queries
from medoffice.front_office.scheduling.api import appointment
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import payers, today_here
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.fields import refusals_in


@screen("outreach.read")
def missed(request: OfficeRequest, missed_id: UUID) -> HttpResponse:
    """A missed visit: how often before, what the policy asks, and what came of it."""
    return _missed(request, missed_id, None)


@require_POST
@screen("outreach.missed")
def decide(request: OfficeRequest, missed_id: UUID, verb: str) -> HttpResponse:
    """Take the fee, waive it, or note what came of the follow-up."""
    try:
        if verb == "done":
            follow_up_missed(actor=request.actor, missed_id=missed_id, outcome=request.POST.get("outcome", ""))
        elif verb in ("take", "waive"):
            why = request.POST.get("why", "")
            decide_fee(actor=request.actor, missed_id=missed_id, take=verb == "take", why=why)
        else:
            raise NotFound
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _missed(request, missed_id, refusal)
    return redirect("outreach:missed", missed_id)


@screen("outreach.set_up")
def policy(request: OfficeRequest) -> HttpResponse:
    """What the office does about missed visits."""
    form = PolicyForm(request.POST or None, initial={"valid_from": "t", "free_times": 1})
    form.of(today_here(), payers())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_missed_policy(actor=request.actor, **form.filled())
            return redirect("outreach:missed-policy")
    names = {one.id: one.name for one in payers()}
    told = [(one, [names[payer] for payer in one.spared]) for one in queries.policies()]
    context = {"policies": told, "form": form, "room": "outreach"}
    return render(request, "outreach/missed_policy.html", context, status=422 if form.errors else 200)


def _missed(request: OfficeRequest, missed_id: UUID, refusal: Refusal | None) -> HttpResponse:
    found = queries.missed(request.actor, missed_id)
    saw(request, [found.patient_id])
    visit = appointment(found.appointment_id)
    context = {
        "missed": found,
        "visit": visit,
        "came": visit.state != found.state,
        "may": request.may("outreach.missed"),
        "banner": banner(request.actor, found.patient_id),
        "refusal": refusal,
        "room": "outreach",
    }
    return render(request, "outreach/missed.html", context, status=refusal.status if refusal else 200)
