"""Screens of the chart: one visit with its room, vital signs, orders and note."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.charting import queries
from medoffice.clinic.charting.actions.add_addendum import add_addendum
from medoffice.clinic.charting.actions.cosign_note import cosign_note
from medoffice.clinic.charting.actions.record_vitals import record_vitals
from medoffice.clinic.charting.actions.sign_note import sign_note
from medoffice.clinic.charting.actions.start_note import start_note
from medoffice.clinic.charting.actions.write_note import write_note
from medoffice.clinic.charting.forms import VitalsForm
from medoffice.clinic.charting.rules.growth import age_on
from medoffice.clinic.charting.rules.next_step import next_step
from medoffice.clinic.charting.rules.plausible import check_vitals
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import staff, staff_member, staff_of_user
from medoffice.records.documents.api import appended_to
from medoffice.records.encounters.api import encounter, stages_of, with_reasons
from medoffice.records.encounters.types import OVER
from medoffice.records.patients.api import banner, patient
from medoffice.security.api import (
    OfficeRequest,
    acts_of_their_own,
    can,
    need_proof,
    require,
    saw,
    screen,
    seen_version,
    verdict,
)
from medoffice.security.types import Outcome
from medoffice.ui.fields import show_refusal
from medoffice.ui.panels import panels_for

# The heads of a visit note, in the order they are written, and what each begins with.
HEADS = (
    ("Reason", "Reason: {reason}. "),
    ("History", "History: "),
    ("Exam", "Exam: "),
    ("Assessment", "Assessment: "),
    ("Plan", "Plan: "),
)


@screen("encounters.read")
def visit(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """A visit: where the patient is, what was measured, ordered and written."""
    return _page(request, encounter_id)


@require_POST
@screen("chart.vitals")
def vitals(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Record vital signs; values that cannot be are shown back as typed."""
    form = VitalsForm(request.POST)
    if form.is_valid():
        try:
            record_vitals(actor=request.actor, encounter_id=encounter_id, vitals=form.vitals())
            return redirect("charting:visit", encounter_id=encounter_id)
        except Invalid as refusal:
            show_refusal(form, refusal)
    return _page(request, encounter_id, form=form)


@require_POST
@screen("notes.write")
def write(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Save the note's words; if somebody else wrote meanwhile, both texts are shown."""
    text = request.POST.get("text", "").replace("\r\n", "\n")
    if "sign" in request.POST:
        need_proof("notes.sign")  # before the words are kept, so that what is sent again has the version it had
    note_id = start_note(actor=request.actor, encounter_id=encounter_id, text="")
    try:
        version = write_note(actor=request.actor, note_id=note_id, text=text, seen_version=seen_version(request))
    except Conflict as conflict:
        return _page(request, encounter_id, conflict=conflict)
    if "sign" in request.POST:
        to = [_account(one) for one in request.POST.getlist("to")]
        sign_note(actor=request.actor, note_id=note_id, seen_version=version, to=to)
    return redirect("charting:visit", encounter_id=encounter_id)


@require_POST
@screen("notes.write")
def keep(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Save the draft while it is being written; what stands in the field stays, also when it may not be saved."""
    text, version = request.POST.get("text", "").replace("\r\n", "\n"), seen_version(request)
    context: dict[str, object] = {"version": version, "kept_at": clock.now()}
    try:
        with acts_of_their_own():  # the form is not sent yet; the version tells what was kept before
            note_id = start_note(actor=request.actor, encounter_id=encounter_id, text="")
            write_note(actor=request.actor, note_id=note_id, text=text, seen_version=version)
        context["note"] = queries.note(note_id)
    except NotFound:
        raise
    except Refusal as refusal:
        context["refused"] = refusal
    return render(request, "charting/kept.html", context)


@require_POST
@screen("notes.sign")
def sign(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Sign the note as it was read."""
    encounter(encounter_id)
    written = queries.note_of(encounter_id)
    if written is not None:
        sign_note(actor=request.actor, note_id=written.id, seen_version=seen_version(request))
    return redirect("charting:visit", encounter_id=encounter_id)


@require_POST
@screen("notes.sign")
def cosign(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The supervisor's signature."""
    written = queries.note_of(encounter_id)
    if written is None:
        raise NotFound
    cosign_note(actor=request.actor, note_id=written.id)
    messages.success(request, "Co-signed.")
    return redirect("charting:visit", encounter_id=encounter_id)


@require_POST
@screen("notes.sign")
def addendum(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Add words to a signed note."""
    encounter(encounter_id)
    written = queries.note_of(encounter_id)
    if written is not None:
        add_addendum(actor=request.actor, note_id=written.id, text=request.POST.get("text", ""))
    return redirect("charting:visit", encounter_id=encounter_id)


def _account(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound from error


def _page(
    request: OfficeRequest, encounter_id: UUID, form: VitalsForm | None = None, conflict: Conflict | None = None
) -> HttpResponse:
    found = encounter(encounter_id)
    require(request.actor, "encounters.read", found.patient_id)
    saw(request, [found.patient_id])
    (found,) = with_reasons(request.actor, [found])
    about = (found.patient_id, encounter_id)
    reads = verdict(request.actor, "chart.read", *about)
    clinical = reads.outcome is Outcome.ALLOW
    writes = can(request.actor, "notes.write", *about)
    taken = queries.vitals_of(encounter_id)
    written = queries.note_of(encounter_id)
    here, born = staff_of_user(request.actor.id), patient(found.patient_id).birth_date
    form = form or VitalsForm()
    age = age_on(born, max(found.date, born))
    form.fit(age.months)
    if taken is None:
        form.first_by_key()
    context = {
        "visit": found,
        "provider": staff_member(found.provider_id),
        "banner": banner(request.actor, found.patient_id),
        "stages": stages_of(encounter_id),
        "rooms": queries.rooms_for(found),
        "open": found.stage not in OVER,
        "vitals": taken if clinical else None,
        "findings": check_vitals(taken, age.months // 12) if taken and clinical else [],
        "own": here is not None and here.id == found.provider_id and can(request.actor, "notes.sign", *about),
        "colleagues": [one for one in staff() if one.user_id and one.user_id != request.actor.id],
        "signs": can(request.actor, "notes.sign", *about),
        "writes": writes,
        "notices": reads.notices,
        "measures": request.may("chart.vitals"),
        "moves": request.may("check_in.room"),
        "note": written if clinical else None,
        "appended": appended_to("note", [written.id]).get(written.id, []) if clinical and written else [],
        "second": queries.cosigning_of(written.id) if written and written.signed and clinical else None,
        "here": here.id if here else None,
        "heads": [(head, begin.format(reason=found.reason)) for head, begin in HEADS],
        "next": next_step(
            found.stage,
            measured=taken is not None,
            signed=written is not None and written.signed,
        ),
        "form": form,
        "conflict": conflict,
        "clinical": clinical,
        "desk": [] if clinical else panels_for("visit-desk", request, encounter_id),
        "panels": [*panels_for("visit", request, encounter_id), *panels_for("visit-end", request, encounter_id)],
        "room": "front",
    }
    return render(request, "charting/visit.html", context, status=409 if conflict else 422 if form.is_bound else 200)
