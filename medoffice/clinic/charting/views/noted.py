"""What a signed note says and the lists do not have, decided row by row."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.actions.decide_noted import decide_noted
from medoffice.clinic.charting.queries.heard import heard
from medoffice.clinic.charting.queries.noted import noted_at
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.rules.noted import LISTS
from medoffice.clinic.charting.types import Decision
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, saw, screen, seen_version


@screen("lists.change")
def noted(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The rows, list by list, each with the words it rests on."""
    found = noted_at(request.actor, encounter_id)
    saw(request, [found.patient_id])
    rows = list(zip(found.rows, heard(request.actor, encounter_id, [one.words for one in found.rows]), strict=True))
    context = {
        "banner": banner(request.actor, found.patient_id),
        "who": found.patient_id,
        "visit_id": encounter_id,
        "note": found.note,
        "gone": found.gone,
        "lists": [(KINDS[kind], told) for kind in LISTS if (told := [one for one in rows if one[0].kind is kind])],
        "count": len(rows),
        "room": "front",
    }
    return render(request, "charting/noted.html", context)


@require_POST
@screen("lists.change")
def decide(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Put a row on its list, or leave it out; the next one follows."""
    decision = request.POST.get("decision", "")
    if decision not in set(Decision):
        raise NotFound
    decide_noted(
        actor=request.actor,
        encounter_id=encounter_id,
        row=request.POST.get("row", ""),
        decision=Decision(decision),
        seen_version=seen_version(request),
    )
    return redirect("charting:noted", encounter_id)
