"""A dictation that is about another visit: whose it would be is shown first, then it is moved."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.clinic.dictation.actions.move_dictation import move_dictation
from medoffice.clinic.dictation.forms.queue import ElsewhereForm
from medoffice.clinic.dictation.queries.dictations import dictation
from medoffice.records.encounters.api import encounter, encounter_numbered
from medoffice.records.encounters.types import Encounter
from medoffice.records.patients.api import banner, patient
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("dictation.type")
def elsewhere(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """The number of the visit and why; asked again with the patient's name before anything is changed."""
    one = dictation(request.actor, dictation_id, "dictation.type")
    form = ElsewhereForm(request.POST or None)
    visit = _visit(request, str(form["number"].value() or "")) if form.is_bound else None
    if form.is_bound and form.is_valid() and (visit is None or form.cleaned_data["asked"] == visit.number):
        said = form.cleaned_data
        with refusals_in(form):
            move_dictation(
                actor=request.actor, dictation_id=dictation_id, seen_version=seen_version(request),
                number=said["number"], why=said["why"],
            )  # fmt: skip
            return redirect("dictation:dictation", dictation_id)
    saw(request, [one.patient_id, *([visit.patient_id] if visit else [])])
    context = {
        "one": one,
        "form": form,
        "visit": visit,
        "who": patient(visit.patient_id) if visit else None,
        "banner": banner(request.actor, one.patient_id),
        "room": "dictation",
    }
    return render(request, "dictation/elsewhere.html", context, status=422 if form.errors else 200)


def _visit(request: OfficeRequest, number: str) -> Encounter | None:
    """The visit with this number, if this person may type about it."""
    found = encounter_numbered(number.strip().upper())
    visit = encounter(found) if found else None
    return visit if visit and can(request.actor, "dictation.type", visit.patient_id, visit.id) else None
