"""Screens of the chart: one visit with its room, vital signs, orders and note."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.actions.add_addendum import add_addendum
from medoffice.clinic.charting.actions.change_note_template import change_note_template
from medoffice.clinic.charting.actions.cosign_note import cosign_note
from medoffice.clinic.charting.actions.record_vitals import record_vitals
from medoffice.clinic.charting.actions.sign_note import sign_note
from medoffice.clinic.charting.actions.start_note import start_note
from medoffice.clinic.charting.actions.write_note import write_note
from medoffice.clinic.charting.forms import VitalsForm
from medoffice.clinic.charting.queries import chart as queries
from medoffice.clinic.charting.queries.heard import spoken
from medoffice.clinic.charting.queries.notes import note, note_of
from medoffice.clinic.charting.queries.templates import (
    begun_for,
    note_templates,
    shipped,
    template_of,
    template_of_visit,
)
from medoffice.clinic.charting.rules.growth import Age, age_on
from medoffice.clinic.charting.rules.next_step import next_step
from medoffice.clinic.charting.rules.periods import check_last_period, may_be_pregnant
from medoffice.clinic.charting.rules.plausible import check_vitals
from medoffice.clinic.charting.rules.revising import parts_of
from medoffice.clinic.charting.rules.sections import begun, missing, not_signed
from medoffice.clinic.charting.types import Addendum, Note, NoteTemplate, Revision, Vitals
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import staff, staff_member, staff_of_user
from medoffice.records.documents.api import appended_to
from medoffice.records.encounters.api import encounter, stages_of, with_reasons
from medoffice.records.encounters.types import OVER, Encounter
from medoffice.records.patients.api import banner, patient
from medoffice.records.patients.types.people import Patient
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
    if "sign" in request.POST:
        need_proof("notes.sign")  # before the words are kept, so that what is sent again has the version it had
    note_id = _started(request, encounter_id)
    try:
        version = write_note(
            actor=request.actor, note_id=note_id, text=_text(request), seen_version=seen_version(request)
        )
        if "sign" in request.POST:
            to = [_account(one) for one in request.POST.getlist("to")]
            sign_note(actor=request.actor, note_id=note_id, seen_version=version, to=to)
    except Conflict as conflict:
        return _page(request, encounter_id, conflict=conflict)
    except Refusal as refusal:
        if refusal.code != "sections-missing":
            raise
        return redirect(f"{reverse('charting:visit', args=[encounter_id])}?unsigned=1")
    return redirect("charting:visit", encounter_id=encounter_id)


@require_POST
@screen("notes.write")
def take_template(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Save the note's words and go on under another template."""
    note_id = _started(request, encounter_id)
    try:
        version = write_note(
            actor=request.actor, note_id=note_id, text=_text(request), seen_version=seen_version(request)
        )
        key = request.POST.get("take", "")
        change_note_template(actor=request.actor, note_id=note_id, key=key, seen_version=version)
    except Conflict as conflict:
        return _page(request, encounter_id, conflict=conflict)
    return redirect("charting:visit", encounter_id=encounter_id)


@require_POST
@screen("notes.write")
def keep(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Save the draft while it is being written; what stands in the field stays, also when it may not be saved."""
    text, version = _text(request), seen_version(request)
    context: dict[str, object] = {"version": version, "kept_at": clock.now()}
    try:
        with acts_of_their_own():  # the form is not sent yet; the version tells what was kept before
            note_id = _started(request, encounter_id)
            write_note(actor=request.actor, note_id=note_id, text=text, seen_version=version)
        context["note"] = note(note_id)
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
    written = note_of(encounter_id)
    if written is not None:
        sign_note(actor=request.actor, note_id=written.id, seen_version=seen_version(request))
    return redirect("charting:visit", encounter_id=encounter_id)


@require_POST
@screen("notes.sign")
def cosign(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The supervisor's signature."""
    written = note_of(encounter_id)
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
    written = note_of(encounter_id)
    if written is not None:
        add_addendum(actor=request.actor, note_id=written.id, text=request.POST.get("text", ""))
    return redirect("charting:visit", encounter_id=encounter_id)


def _text(request: OfficeRequest) -> str:
    return request.POST.get("text", "").replace("\r\n", "\n")


def _started(request: OfficeRequest, encounter_id: UUID) -> UUID:
    """The note, begun from the template that the page showed if it is not begun yet."""
    key, _, version = request.POST.get("template", "").partition(":")
    if key and not (version.isascii() and version.isdigit() and len(version) < 5):
        raise NotFound
    number = int(version) if key else 0
    return start_note(actor=request.actor, encounter_id=encounter_id, template_key=key, template_version=number)


@dataclass(frozen=True, slots=True)
class _Writing:
    """The note as it is written on: its template, its words, its heads and what each puts in, what else it could be.

    ``lacks`` are the sections that are to say something before it is signed; ``unsigned`` says so where it was tried.
    """

    template: NoteTemplate | None
    text: str
    heads: list[tuple[str, str]]
    others: list[NoteTemplate]
    lacks: list[str]
    unsigned: str


_Part = tuple[Note | Addendum, list[Revision], list[tuple[str, str]]]


def _parts(request: OfficeRequest, written: Note) -> list[_Part]:
    """The note and its addenda, each with how it was put right, and its sentences with where each is heard."""
    parts = parts_of(written)
    said = spoken(request.actor, written.encounter_id, [part.text for part, _ in parts])
    return [(part, revisions, one) for (part, revisions), one in zip(parts, said, strict=True)]


def _writing(request: OfficeRequest, visit: Encounter, written: Note | None) -> _Writing:
    """The draft; before anything is kept, what a note of this visit begins with."""
    in_use = [one for one in note_templates() if not one.retired]
    if written is not None:
        template = template_of(written.template_key, written.template_version) if written.template_key else None
        heads = template.sections if template else shipped()["visit"].sections
        text = written.text
    else:
        template = template_of_visit(visit)
        heads = begun_for(request.actor, template, visit.patient_id, visit.id) if template else ()
        text = begun(heads)
    starts = [(one.title, f"{one.title}: {'' if '{' in one.start else one.start}") for one in heads]
    key, lacks = template.key if template else "", missing(text, template) if template else []
    unsigned = not_signed(lacks) if lacks and "unsigned" in request.GET else ""
    return _Writing(template, text, starts[:9], [one for one in in_use if one.key != key], lacks, unsigned)


def _account(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound from error


def _age(who: Patient, visit: Encounter) -> Age:
    return age_on(who.birth_date, max(visit.date, who.birth_date))


def _odd(taken: Vitals, who: Patient, visit: Encounter) -> list[Finding]:
    """What of it wants a second look."""
    period = check_last_period(taken.last_period, who.birth_date, visit.date)
    return [*check_vitals(taken, _age(who, visit).months // 12), *period]


def _said_again(taken: Vitals | None) -> dict[str, str]:
    """What was said at this visit and not measured stands in the form when it is measured again."""
    return {"last_period": f"{taken.last_period:%m/%d/%Y}"} if taken and taken.last_period else {}


def _page(
    request: OfficeRequest,
    encounter_id: UUID,
    form: VitalsForm | None = None,
    conflict: Conflict | None = None,
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
    written = note_of(encounter_id)
    drafts = clinical and writes and not (written and written.signed)
    here, who = staff_of_user(request.actor.id), patient(found.patient_id)
    form = form or VitalsForm(initial=_said_again(taken if clinical else None))
    form.fit(_age(who, found).months, period=may_be_pregnant(who.sex, who.birth_date, found.date))
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
        "findings": _odd(taken, who, found) if taken and clinical else [],
        "own": here is not None and here.id == found.provider_id and can(request.actor, "notes.sign", *about),
        "colleagues": [one for one in staff() if one.user_id and one.user_id != request.actor.id],
        "signs": can(request.actor, "notes.sign", *about),
        "writes": writes,
        "notices": reads.notices,
        "measures": request.may("chart.vitals"),
        "moves": request.may("check_in.room"),
        "note": written if clinical else None,
        "parts": _parts(request, written) if written and written.signed and clinical else [],
        "lists": can(request.actor, "lists.change", *about),
        "revises": can(request.actor, "notes.revise", *about),
        "appended": appended_to("note", [written.id]).get(written.id, []) if clinical and written else [],
        "second": queries.cosigning_of(written.id) if written and written.signed and clinical else None,
        "here": here.id if here else None,
        "writing": _writing(request, found, written) if drafts else None,
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
