"""Screens of coding: what waits, and the desk: note left, codes right, every code on marked words."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.orders.api import orders_of
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.findings import Severity
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import staff_member, today_here, work_items
from medoffice.records.encounters.api import encounter, encounters_of_patient
from medoffice.records.patients.api import banner, patient, patients_by_id
from medoffice.revenue.coding.actions.code_diagnosis import code_diagnosis
from medoffice.revenue.coding.actions.code_service import code_service
from medoffice.revenue.coding.actions.define_service import define_service
from medoffice.revenue.coding.actions.offer_again import offer_again
from medoffice.revenue.coding.actions.reject_suggestion import reject_suggestion
from medoffice.revenue.coding.actions.remove_code import remove_code
from medoffice.revenue.coding.actions.start_coding import start_coding
from medoffice.revenue.coding.actions.take_placeholder_services import take_placeholder_services
from medoffice.revenue.coding.forms import DefineForm, DiagnosisForm, RejectForm, ServiceForm
from medoffice.revenue.coding.queries import codings
from medoffice.revenue.coding.queries.asked import asked_of, queries_of
from medoffice.revenue.coding.queries.findings import findings
from medoffice.revenue.coding.queries.learned import learned, turned_down
from medoffice.revenue.coding.queries.pairs import PAIRS, pairs_of
from medoffice.revenue.coding.rules.evidence import check_note_evidence, no_longer_said, rests_on
from medoffice.revenue.coding.rules.learning import REASONS, ranked
from medoffice.revenue.coding.rules.offering import is_established, offered
from medoffice.revenue.coding.rules.visited import AT_A_DISTANCE, REMOTE_PLACES
from medoffice.revenue.coding.types import CodedEncounter, QueryState
from medoffice.revenue.coding.views.acting import done_or_shown, evidence_of
from medoffice.security.api import OfficeRequest, back, can, require, saw, screen
from medoffice.standards.suggestions.api import suggest
from medoffice.standards.suggestions.types import Suggested
from medoffice.standards.terminology.api import icd10_search
from medoffice.ui.fields import refusals_in
from medoffice.ui.panels import panels_for

MOST_HITS = 20


@screen("coding.read")
def queue(request: OfficeRequest) -> HttpResponse:
    """Visits with a signed note that wait for their codes, and those begun."""
    may = {"may_code": request.may("coding.code"), "may_mend": request.may("coding.mend")}
    panels = panels_for("to code", request, None)
    return render(request, "coding/queue.html", {**_waiting(request), **may, "panels": panels, "room": "coding"})


@screen("coding.set_up")
def office_services(request: OfficeRequest) -> HttpResponse:
    """The services of the office and their codes; define one."""
    today = today_here()
    known = codings.services(today)
    form = DefineForm(request.POST or None, initial={"valid_from": "t"})
    form.offer(known, today)
    if form.is_bound and form.is_valid():
        typed = dict(form.cleaned_data)
        key, code = typed.pop("service"), typed.pop("code").upper()
        with refusals_in(form):
            define_service(actor=request.actor, key=key, code=code, placeholder=False, **typed)
            return redirect("coding:services")
    context = {"services": known, "form": form, "room": "practice"}
    return render(request, "coding/services.html", context, status=422 if form.errors else 200)


@require_POST
@screen("coding.set_up")
def placeholders(request: OfficeRequest) -> HttpResponse:
    """Begin with the placeholder list."""
    take_placeholder_services(actor=request.actor, valid_from=today_here())
    return redirect("coding:services")


@screen("coding.read")
def visit(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The coding desk of one visit."""
    return desk_of(request, encounter_id)


def desk_of(request: OfficeRequest, encounter_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """The desk, with what was refused on it."""
    found = encounter(encounter_id)
    require(request.actor, "coding.read", found.patient_id, encounter_id)
    saw(request, [found.patient_id])
    reads = can(request.actor, "chart.read", found.patient_id, encounter_id)
    written, codes = note_of(encounter_id) if reads else None, codings.coded(encounter_id)
    stands = written is not None and written.signed and not written.retracted
    if codes is None and stands and request.may("coding.code"):
        codes = codings.coding(start_coding(actor=request.actor, encounter_id=encounter_id))
    marks: list[tuple[int, int, str]] = []
    hints = None
    if codes is not None:
        if written is not None and not codes.finished:
            who = patient(found.patient_id)
            hints = suggest(written.text, found.date, sex=who.sex, born=who.birth_date)
            marks += _lit(hints, {one.code for one in codes.diagnoses})
        coded = [(d.evidence, d.code) for d in codes.diagnoses] + [(s.evidence, s.code) for s in codes.services]
        marks += [
            (words.start, words.end, code)
            for words, code in coded
            if words.ref.kind == "note" and written is not None and not check_note_evidence(words, written.text)
        ]
    questions = queries_of(codes.id) if codes is not None and reads else []
    marks += [(one.start, one.end, f"Q{number}") for number, one in enumerate(questions, 1)]
    against = findings(codes) if codes is not None and not codes.finished else []
    if codes is not None and not codes.finished and written is not None:
        against = [*no_longer_said(rests_on(codes), written.text), *against]
    waiting = _waiting(request)
    context = {
        "visit": found,
        "provider": staff_member(found.provider_id),
        "banner": banner(request.actor, found.patient_id),
        "note": written,
        "codes": codes,
        "marks": marks,
        **_hinted(hints, written.text if written else "", codes),
        "places": REMOTE_PLACES if found.kind in AT_A_DISTANCE else {},
        "orders": [one for one in orders_of(encounter_id) if one.state is OrderState.DONE and not one.requisition_id],
        "questions": questions,
        "answer": next((one for one in reversed(questions) if one.state is QueryState.ANSWERED), None),
        "findings": [one for one in against if one.code not in PAIRS],
        "pairs": pairs_of(codes, against),
        "missing": [one for one in against if one.severity is Severity.ERROR],
        "refusal": refusal,
        "panels": panels_for("coding a visit", request, codes),
        "may_print": request.may("coding.print"),
        "room": "coding",
        "following": next((item.url for item, _ in waiting["waiting"] if item.ref.id != encounter_id), ""),
        **waiting,
    }
    return render(request, "coding/visit.html", context, status=refusal.status if refusal else 200)


def _desk_of_codes(request: OfficeRequest, coding_id: UUID, refusal: Refusal) -> HttpResponse:
    return desk_of(request, codings.coding(coding_id).encounter_id, refusal)


def _lit(hints: Suggested, coded: set[str]) -> list[tuple[int, int, str]]:
    """The words that suggestions rest on, to be lit in the note."""
    return [(start, end, one.code) for one in hints.offered if one.code not in coded for start, end in one.spans]


def _hinted(hints: Suggested | None, text: str, codes: CodedEncounter | None) -> dict[str, object]:
    """What the note supports and is not coded yet, each with its words; what was found in it and is no ground."""
    if hints is None or codes is None:
        return {}
    refused = turned_down(codes.id)
    settled = {*(one.code for one in codes.diagnoses), *(one.code for one in refused)}
    sure, unsure = ([one for one in few if one.code not in settled] for few in (hints.offered, hints.more))
    known = learned([one.code for one in (*sure, *unsure)])
    offered, less = (
        [(one, one.spans[0], text[slice(*one.spans[0])], known.get(one.code)) for one in those]
        for those in ranked(sure, unsure, known)
    )
    return {
        "hints": offered,
        "more_hints": less,
        "rejected": [one for one in hints.rejected if one.code not in settled],
        "turned_down": refused,
        "reasons": list(enumerate(REASONS.items(), 1)),
        "not_loaded": hints.not_loaded,
    }


@require_POST
@screen("coding.read")
def search(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Diagnosis codes by words, as typed, valid on the visit's date."""
    found = encounter(encounter_id)
    require(request.actor, "coding.read", found.patient_id, encounter_id)
    hits = icd10_search(request.POST.get("q", ""), found.date, 12)
    return render(request, "coding/hits.html", {"hits": hits, "asked": request.POST.get("q", "").strip()})


@require_POST
@screen("coding.read")
def find_service(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Services by code or words as typed, those that fit the visit first."""
    found = encounter(encounter_id)
    require(request.actor, "coding.read", found.patient_id, encounter_id)
    seen = [earlier.date for earlier in encounters_of_patient(request.actor, found.patient_id)]
    services, typed = codings.services(found.date), request.POST.get("q", "")
    hits = offered(services, typed, established=is_established(seen, found.date))
    return render(request, "coding/service_hits.html", {"hits": hits[:MOST_HITS]})


@require_POST
@screen("coding.code")
def diagnosis(request: OfficeRequest, coding_id: UUID) -> HttpResponse:
    """Add a diagnosis on the marked words."""
    form = DiagnosisForm(request.POST)

    def code() -> None:
        evidence, typed = evidence_of(form), form.cleaned_data["code"]
        code_diagnosis(actor=request.actor, coding_id=coding_id, code=typed, evidence=evidence)

    return done_or_shown(request, code, partial(_desk_of_codes, request, coding_id))


@require_POST
@screen("coding.code")
def reject(request: OfficeRequest, coding_id: UUID) -> HttpResponse:
    """Turn a suggestion down."""
    form = RejectForm(request.POST)

    def turn_down() -> None:
        evidence, typed = evidence_of(form), form.cleaned_data
        reject_suggestion(
            actor=request.actor, coding_id=coding_id, code=typed["code"], reason=typed["reason"], evidence=evidence
        )

    return done_or_shown(request, turn_down, partial(_desk_of_codes, request, coding_id))


@require_POST
@screen("coding.code")
def offer(request: OfficeRequest, suggestion_id: UUID) -> HttpResponse:
    """Offer again what was turned down."""
    offer_again(actor=request.actor, suggestion_id=suggestion_id)
    return back(request, "/coding/")


@require_POST
@screen("coding.code")
def service(request: OfficeRequest, coding_id: UUID) -> HttpResponse:
    """Add a service on the marked words or an order."""
    form = ServiceForm(request.POST)

    def code() -> None:
        code_service(
            evidence=evidence_of(form),
            actor=request.actor,
            coding_id=coding_id,
            key=form.cleaned_data["key"],
            pointers=form.pointer_list(),
            modifiers=form.modifier_list(),
            units=form.cleaned_data["units"],
        )

    return done_or_shown(request, code, partial(_desk_of_codes, request, coding_id))


@require_POST
@screen("coding.code")
def remove(request: OfficeRequest, code_id: UUID) -> HttpResponse:
    """Take a code back."""
    remove_code(actor=request.actor, code_id=code_id)
    return back(request, "/coding/")


def _waiting(request: OfficeRequest) -> dict[str, list[Any]]:
    """What waits to be coded and what is begun, each with the patient's name and what is asked. Four queries."""
    waiting = [item for item in work_items(request.actor, "coder") if item.kind == "to-code"]
    begun = codings.coding_in_hand(request.actor)
    people = patients_by_id(
        {item.patient_id for item in waiting if item.patient_id} | {found.patient_id for found in begun}
    )
    saw(request, people)
    names = {who.id: who.name.sorted_form for who in people.values()}
    asked = asked_of([found.id for found in begun])
    started = {found.encounter_id for found in begun}
    return {
        "waiting": [
            (item, names.get(item.patient_id, "") if item.patient_id else "")
            for item in waiting
            if item.ref.id not in started
        ],
        "begun": [(found, names[found.patient_id], asked.get(found.id)) for found in begun],
    }
