"""A signed note, or one of its addenda, amended or retracted by whoever signed it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.clinic.charting.actions.revise_note import revise_note
from medoffice.clinic.charting.forms import RevisionForm
from medoffice.clinic.charting.queries.notes import note_of
from medoffice.clinic.charting.rules.revising import parts_of
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, require, saw, screen
from medoffice.ui.fields import refusals_in


@screen("notes.revise")
def revise(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Why, and what it says from now on; or that none of it counts."""
    visit, written, part = encounter(encounter_id), note_of(encounter_id), _part(request.GET.get("part", ""))
    require(request.actor, "notes.revise", visit.patient_id, encounter_id)
    if written is None or not written.signed:
        raise NotFound
    there = {None if one is written else one.id: (one, revisions) for one, revisions in parts_of(written)}
    if part not in there:
        raise NotFound
    one, revisions = there[part]
    shown = {"text": one.text or one.signed_text, "seen": revisions[-1].id if revisions else None}
    form = RevisionForm(request.POST or None, initial=shown)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        with refusals_in(form):
            if request.POST.get("do") != "retract" and not said["text"].strip():
                words = ["Write what it says, or retract it."]
                raise Invalid("text-missing", "Some fields need another look.", "", {"fields": {"text": words}})
            revise_note(
                actor=request.actor, note_id=written.id, why=said["why"], part=part, seen=said["seen"],
                text="" if request.POST.get("do") == "retract" else said["text"],
            )  # fmt: skip
            return redirect("charting:visit", encounter_id)
    saw(request, [visit.patient_id])
    context = {
        "form": form,
        "visit": visit,
        "part": part,
        "banner": banner(request.actor, visit.patient_id),
        "room": "front",
    }
    return render(request, "charting/revise.html", context, status=422 if form.errors else 200)


def _part(said: str) -> UUID | None:
    try:
        return UUID(said) if said else None
    except ValueError as error:
        raise NotFound from error
