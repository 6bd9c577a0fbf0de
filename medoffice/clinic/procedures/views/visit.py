"""Procedures at a visit: what waits, its steps in their order, what was done, how the patient was afterwards."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone
from django.views.decorators.http import require_POST

from medoffice.clinic.orders.api import order as placed_order
from medoffice.clinic.orders.api import place_standing
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.clinic.procedures import queries
from medoffice.clinic.procedures.actions.do_procedure import correct_procedure, do_procedure, strike_procedure
from medoffice.clinic.procedures.actions.look_after import look_after
from medoffice.clinic.procedures.actions.read_time_out import read_time_out
from medoffice.clinic.procedures.actions.take_consent import take_consent
from medoffice.clinic.procedures.forms import ConsentForm, CorrectionForm, DoneForm, LookForm, TimeOutForm, WhyForm
from medoffice.clinic.procedures.rules.judging import (
    LINES,
    UNVERIFIED,
    binding,
    in_words,
    story_of,
    why_no_time_out,
    why_not_done,
)
from medoffice.clinic.procedures.types import Consent, Kind, Line, Procedure
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import providers, staff, staff_of_user, today_here
from medoffice.records.documents.api import documents_of
from medoffice.records.encounters.api import encounter, visit_shown
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.security.types import Actor
from medoffice.ui.fields import refusals_in

ROOM = {"room": "procedures"}
CONSENT, TIME_OUT, DONE = "consent", "time-out", "done"
Lines = list[tuple[Procedure, str]]


@screen("procedures.do")
def choose(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """What is ordered to be done, and what may be by a standing order, each with a key."""
    visit = visit_shown(request, "procedures.do", encounter_id)
    waiting = queries.orders_to_do(encounter_id)
    asked = {one.key for one, _ in waiting}
    offered = queries.kinds() if request.may("orders.standing") else []
    standing = [one for one in offered if one.standing_by and one.said.key not in asked]
    context = {
        "waiting": waiting,
        "standing": list(enumerate(standing, len(waiting) + 1)),
        "found": _lines(queries.procedures_at(encounter_id)),
        "encounter_id": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "procedures/choose.html", context | ROOM)


@require_POST
@screen("procedures.do")
def by_standing(request: OfficeRequest, encounter_id: UUID, procedure_kind: str) -> HttpResponse:
    """Order it by a standing order, and go on to its first step."""
    visit_shown(request, "procedures.do", encounter_id)
    one = queries.kind(procedure_kind)
    if not one.standing_by:
        raise Refusal("not-standing", "This is not done by a standing order.", "Ask a provider to order it.")
    made = place_standing(
        actor=request.actor, encounter_id=encounter_id, key=one.said.key, words=one.said.name,
        standing_by=one.standing_by,
    )  # fmt: skip
    return redirect("procedures:order", made)


@screen("procedures.do")
def order(request: OfficeRequest, procedure_order_id: UUID) -> HttpResponse:
    """The step of an order that is next: consent, time-out, what was done; what is only proposed may be passed over."""
    placed, of = _waiting(request, procedure_order_id)
    at = request.GET.get("at", "") if of.said.source == UNVERIFIED else ""
    at = at if at in {TIME_OUT, DONE} else _next(placed, of)
    return _step_page(request, placed, of, at, _form(request.actor, placed, of, at))


@require_POST
@screen("procedures.do")
def step(request: OfficeRequest, procedure_order_id: UUID, step: str) -> HttpResponse:
    """Consent was obtained, the time-out was read, or it was done."""
    placed, of = _waiting(request, procedure_order_id)
    form = _form(request.actor, placed, of, step, request)
    if form.is_valid():
        with refusals_in(form):
            return _act(request, placed, form)
    return _step_page(request, placed, of, step, form)


@screen("procedures.read")
def done(request: OfficeRequest, procedure_id: UUID) -> HttpResponse:
    """What was done, what it was entered as before, and how the patient was afterwards."""
    return _done_page(request, queries.procedure(request.actor, procedure_id), {})


@require_POST
@screen("procedures.do")
def keep(request: OfficeRequest, procedure_id: UUID, step: str) -> HttpResponse:
    """Look at the patient afterwards, correct the entry, or say that nothing was done."""
    one = queries.procedure(request.actor, procedure_id)
    form = _forms(request.actor, one, request).get(step)
    if form is None:
        raise NotFound
    if form.is_valid():
        with refusals_in(form):
            made = _keep(request.actor, one, form)
            messages.success(request, f"{one.name}: kept.")
            return redirect("procedures:done", made)
    return _done_page(request, one, {step: form})


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """What was done at a visit, and the way to do more."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return None
    who = encounter(encounter_id).patient_id
    if not can(actor, "procedures.read", who, encounter_id):
        return None
    context = {
        "found": _lines(queries.procedures_at(encounter_id)),
        "may_do": can(actor, "procedures.do", who, encounter_id),
        "encounter_id": encounter_id,
    }
    return render_to_string("procedures/_panel.html", context, request)


def _waiting(request: OfficeRequest, order_id: UUID) -> tuple[Order, Kind]:
    placed = placed_order(order_id)
    visit_shown(request, "procedures.do", placed.encounter_id)
    if placed.state is not OrderState.ORDERED:
        raise NotFound
    return placed, queries.kind(placed.key)


def _next(placed: Order, of: Kind) -> str:
    """The step that is next: the first of which something is missing."""
    consent, read = queries.consent_of(placed.id), queries.time_outs_of(placed.id)
    if why_no_time_out(of.said, consent):
        return CONSENT
    return TIME_OUT if why_not_done(of.said, consent, read[0] if read else None) else DONE


def _form(actor: Actor, placed: Order, of: Kind, at: str, request: OfficeRequest | None = None) -> forms.Form:
    """The form of a step, with what was sent if something was. Raises NotFound for what is no step."""
    sent = request.POST if request else None
    if at == CONSENT:
        consent = ConsentForm(sent)
        first = encounter(placed.encounter_id).provider_id
        papers = [(str(one.id), one.title or one.kind) for one in documents_of(actor, placed.patient_id)]
        morning = datetime.combine(today_here(), time(), get_current_timezone())
        consent.ask(binding(of.said), _staff(), first, papers, morning)
        return consent
    if at == TIME_OUT:
        read = TimeOutForm(sent)
        read.ask(of.said, _staff())
        return read
    if at != DONE:
        raise NotFound
    form, me = DoneForm(sent), staff_of_user(actor.id)
    form.ask(binding(of.said), _staff(), _providers(placed.encounter_id), None, me.id if me else None)
    if queries.time_outs_of(placed.id):
        del form.fields["site"]
    return form


def _act(request: OfficeRequest, placed: Order, form: forms.Form) -> HttpResponse:
    actor, said = request.actor, form.cleaned_data
    if isinstance(form, ConsentForm):
        take_consent(
            actor=actor, order_id=placed.id, how=Consent(said["how"]), obtained_by=UUID(said["obtained_by"]),
            obtained_at=said["obtained_at"] or clock.now(),
            document_id=UUID(said["document"]) if said["document"] else None,
        )  # fmt: skip
    elif isinstance(form, TimeOutForm):
        if not read_time_out(actor=actor, order_id=placed.id, read=form.read()):
            messages.warning(request, "The time-out is stopped, and that is kept. Read it again when it is put right.")
    elif isinstance(form, DoneForm):
        made = do_procedure(actor=actor, order_id=placed.id, did=form.did())
        messages.success(request, f"{placed.words}: done.")
        return redirect("procedures:done", made)
    return redirect("procedures:order", placed.id)


def _step_page(request: OfficeRequest, placed: Order, of: Kind, at: str, form: forms.Form) -> HttpResponse:
    context = {
        "placed": placed,
        "of": of.said,
        "at": at,
        "form": form,
        "lines": [form[one.value] for one in LINES] if isinstance(form, TimeOutForm) else [],
        "consent": queries.consent_of(placed.id),
        "read": [(one, LINES[Line(one.stopped)] if one.stopped else "") for one in queries.time_outs_of(placed.id)],
        "unverified": UNVERIFIED,
        "instead": {CONSENT: TIME_OUT if of.said.time_out else DONE, TIME_OUT: DONE}.get(at),
        "banner": banner(request.actor, placed.patient_id),
    }
    return render(request, "procedures/order.html", context | ROOM, status=422 if form.errors else 200)


def _forms(actor: Actor, one: Procedure, request: OfficeRequest | None = None) -> dict[str, forms.Form]:
    """What may be written of what stands, by step; nothing for who may only read."""
    if not one.stands or not can(actor, "procedures.do", one.patient_id, one.encounter_id):
        return {}
    sent = request.POST if request else None
    correct = CorrectionForm(sent, auto_id="c_%s")
    correct.ask(queries.kind(one.key).said, _staff(), _providers(one.encounter_id), one.did, None)
    return {"look": LookForm(sent), "correct": correct, "strike": WhyForm(sent, auto_id="s_%s")}


def _keep(actor: Actor, one: Procedure, form: forms.Form) -> UUID:
    said = form.cleaned_data
    if isinstance(form, CorrectionForm):
        return correct_procedure(actor=actor, procedure_id=one.id, did=form.did(), why=said["why"])
    if isinstance(form, WhyForm):
        return strike_procedure(actor=actor, procedure_id=one.id, why=said["why"])
    look_after(
        actor=actor, procedure_id=one.id, how=said["how"], leaves=said["leaves"] == "yes", until=said["until"],
        reaction=said["reaction"], why=said["why"],
    )  # fmt: skip
    return one.id


def _done_page(request: OfficeRequest, one: Procedure, sent: dict[str, forms.Form]) -> HttpResponse:
    saw(request, [one.patient_id])
    story = story_of(queries.procedures_at(one.encounter_id), one.number)
    context = {
        "one": one,
        "words": in_words(one.did, one.doer, one.witness),
        "story": _lines(story) if len(story) > 1 else [],
        "consent": queries.consent_of(one.order_id),
        "read": [
            (each, LINES[Line(each.stopped)] if each.stopped else "") for each in queries.time_outs_of(one.order_id)
        ],
        "seen": queries.observations([one.number]).get(one.number),
        "looks": queries.afterwards(one.number),
        "now": clock.now(),
        "forms": _forms(request.actor, one) | sent,
        "banner": banner(request.actor, one.patient_id),
    }
    wrong = any(form.errors for form in sent.values())
    return render(request, "procedures/done.html", context | ROOM, status=422 if wrong else 200)


def _lines(found: Sequence[Procedure]) -> Lines:
    return [(one, in_words(one.did, one.doer, one.witness)) for one in found]


def _staff() -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in staff()]


def _providers(encounter_id: UUID) -> list[tuple[str, str]]:
    """Providers, the one of the visit first."""
    mine = encounter(encounter_id).provider_id
    return sorted(((str(one.id), one.name) for one in providers()), key=lambda each: each[0] != str(mine))
