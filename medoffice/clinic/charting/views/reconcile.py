"""Reconciling: what came in beside ours, decided row by row."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.actions.decide_incoming import decide_incoming
from medoffice.clinic.charting.queries import chart as queries
from medoffice.clinic.charting.rules.history import holds
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.rules.matching import beside
from medoffice.clinic.charting.rules.telling import cause_of, details_of, when_of
from medoffice.clinic.charting.types import Decision, Version
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, screen, seen_version


@screen("lists.read", patient="patient_id")
def reconcile(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Ours and theirs side by side, list by list."""
    found, waiting = queries.chart_of(request.actor, patient_id), queries.incoming_of(request.actor, patient_id)
    lists = []
    for kind, listed in KINDS.items():
        came = [one for one in waiting if one.kind is kind]
        pairs = beside([one for one in found.lists[kind] if holds(one)], came)
        rows = [
            (
                ours,
                theirs,
                details_of(ours) if ours else "",
                when_of(ours) if ours else "",
                cause_of(ours) if ours else "",
            )
            for ours, theirs in pairs
        ]
        if came:
            lists.append((listed, len(came), rows))
    context = {
        "banner": banner(request.actor, patient_id),
        "who": patient_id,
        "lists": lists,
        "count": len(waiting),
        "changes": request.may("lists.change"),
        "room": "front",
    }
    return render(request, "charting/reconcile.html", context)


@require_POST
@screen("lists.change")
def decide(request: OfficeRequest, incoming_id: UUID) -> HttpResponse:
    """Accept, merge or ignore what came in; the next one follows."""
    came = queries.incoming_one(request.actor, incoming_id)
    decision = request.POST.get("decision", "")
    if decision not in set(Decision):
        raise NotFound
    decide_incoming(
        actor=request.actor,
        incoming_id=incoming_id,
        decision=Decision(decision),
        entry_id=_id(request.POST.get("ours", "")),
        seen_version=seen_version(request),
    )
    return redirect("charting:reconcile", came.patient_id)


def _told(ours: Version) -> tuple[str, str, str]:
    return details_of(ours), when_of(ours), cause_of(ours)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
