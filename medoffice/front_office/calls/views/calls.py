"""Screens of one call: whom it is about, what was said, what may be told, what came of it; and the log of a day."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.calls.actions.add_note import add_note
from medoffice.front_office.calls.actions.close_call import close_call
from medoffice.front_office.calls.actions.escalate_call import escalate_call
from medoffice.front_office.calls.actions.keep_promise import keep_promise
from medoffice.front_office.calls.actions.link_patient import link_patient
from medoffice.front_office.calls.actions.say_cause import say_cause
from medoffice.front_office.calls.actions.triage_call import triage_call
from medoffice.front_office.calls.actions.verify_caller import verify_caller
from medoffice.front_office.calls.forms import CHECKS, CauseForm, CloseForm, EscalateForm, TriageForm
from medoffice.front_office.calls.offers import senders
from medoffice.front_office.calls.queries import calls as queries
from medoffice.front_office.calls.queries.lists import lists
from medoffice.front_office.calls.queries.people import about, callers, told_about, told_of
from medoffice.front_office.calls.queries.telling import balance_of, reasons_of
from medoffice.front_office.calls.rules.telling import fault_in_closing
from medoffice.front_office.calls.types import DONE, Call, Escalated, Kind, Lists, Outcome, Told
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import office_zone
from medoffice.records.encounters.api import with_reasons
from medoffice.records.patients.api import hits_of
from medoffice.records.patients.types.people import LANGUAGES
from medoffice.security.api import OfficeRequest, back, can, require, saw, screen
from medoffice.ui.dates import day_to_show
from medoffice.ui.panels import panels_for


@screen("calls.read")
def page(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """A call with everything that can be done about it. A patient just registered on it is offered at once."""
    return _page(request, call_id, None)


@screen("calls.read")
def log(request: OfficeRequest) -> HttpResponse:
    """The calls of a day, latest first, and what is open from before."""
    zone = office_zone()
    on = day_to_show(request.GET.get("on", ""), clock.today(zone))
    found = queries.calls_on(request.actor, on, zone.key)
    waiting = [one for one in queries.open_calls(request.actor) if one not in found]
    saw(request, {one.patient_id for one in [*found, *waiting] if one.patient_id})
    context = {
        "on": on,
        "calls": found,
        "waiting": waiting,
        "sheets": [waiting, found],
        "now": clock.now(),
        "room": "calls",
    }
    return render(request, "calls/log.html", context)


@require_POST
@screen("patients.find")
def people(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Whom the call may be about, as typed; of a call that is kept from the actor, nothing is there."""
    require(request.actor, "calls.read", queries.call(call_id).patient_id)
    asked = request.POST.get("q", "").strip()
    found = callers(request.actor, asked)
    saw(request, {one.hit.id for one in found})
    context = {"hits": [one.hit for one in found], "asked": asked, "call_id": call_id, "checks": CHECKS}
    return render(request, "calls/_people.html", context)


@require_POST
@screen("calls.take")
def about_(request: OfficeRequest, call_id: UUID, patient_id: UUID) -> HttpResponse:
    """Say whom a call is about."""
    checked = ", ".join(request.POST.getlist("checked")) or request.POST.get("identity_checked", "")
    link_patient(actor=request.actor, call_id=call_id, patient_id=patient_id, identity_checked=checked)
    return redirect("calls:call", call_id=call_id)


@require_POST
@screen("calls.take")
def verify(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Say which identifiers were asked."""
    checked = ", ".join(request.POST.getlist("checked"))
    return _done(
        request, call_id, lambda: verify_caller(actor=request.actor, call_id=call_id, identity_checked=checked)
    )


@require_POST
@screen("calls.take")
def note(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Write more about a call."""
    words = request.POST.get("words", "")
    return _done(request, call_id, lambda: add_note(actor=request.actor, call_id=call_id, words=words))


@require_POST
@screen("calls.take")
def escalate(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Hand an emergency on, or say why it is none."""
    typed = _typed(EscalateForm(request.POST))
    to, words = Escalated(typed["to"]), typed["words"]
    return _done(request, call_id, lambda: escalate_call(actor=request.actor, call_id=call_id, to=to, words=words))


@require_POST
@screen("calls.triage")
def triage(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Write and sign a nurse's advice."""
    typed = _typed(TriageForm(request.POST))
    return _done(request, call_id, lambda: triage_call(actor=request.actor, call_id=call_id, **typed))


@require_POST
@screen("calls.take")
def cause(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Say why they called."""
    typed = _typed(CauseForm(request.POST))
    return _done(request, call_id, lambda: say_cause(actor=request.actor, call_id=call_id, **typed))


@require_POST
@screen("calls.take")
def close(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Close a call with its outcome."""
    form = CloseForm(request.POST)
    typed = form.cleaned_data if form.is_valid() else {"outcome": ""}
    answer = _done(request, call_id, lambda: close_call(actor=request.actor, call_id=call_id, **typed))
    return back(request, "/front/") if answer.status_code == 302 else answer


@screen("calls.take")
def promise(request: OfficeRequest, promise_id: UUID) -> HttpResponse:
    """Where a promise was made: the page of its call."""
    found = queries.promise(promise_id)
    require(request.actor, "calls.take", queries.call(found.call_id).patient_id)
    return redirect("calls:call", call_id=found.call_id)


@require_POST
@screen("calls.take")
def keep(request: OfficeRequest, promise_id: UUID) -> HttpResponse:
    """What was promised is done."""
    keep_promise(actor=request.actor, promise_id=promise_id)
    return back(request, "/work/")


@screen("calls.explain")
def balance(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """The balance of the patient in words for the caller, once they may be told."""
    taken = queries.call(call_id)
    require(request.actor, "calls.explain", taken.patient_id)
    told = told_of(taken, lists())
    if not taken.verified or not told.may:
        raise Refusal("may-not-be-told", told.words if taken.verified else "The caller's identity was not checked.")
    saw(request, [taken.patient_id] if taken.patient_id else [])
    context = {"call": taken, "told": told, "balance": balance_of(request.actor, taken), "room": "calls"}
    return render(request, "calls/balance.html", context)


def _page(request: OfficeRequest, call_id: UUID, refusal: Refusal | None) -> HttpResponse:
    taken = queries.call(call_id)
    require(request.actor, "calls.read", taken.patient_id)
    (shown,) = with_reasons(request.actor, [taken])
    known, closed = lists(), shown.reason != taken.reason
    offered = [] if taken.patient_id else hits_of(request.actor, _who(request))
    saw(request, {hit.id for hit in offered})
    kind, of_patient = known.kinds.get(taken.kind), _of_patient(request, taken, known)
    context = {
        "call": shown,
        "kind": kind,
        "usual": _usual(taken, kind, known, of_patient.get("told")),
        "lists": known,
        "hits": offered,
        "call_id": call_id,
        "checks": CHECKS,
        "closed": closed,
        "events": [] if closed else queries.events_of(call_id),
        "flags": [known.flags[key] for key in taken.red_flags if key in known.flags],
        "escalations": list(Escalated),
        "promises": [] if closed else queries.promises_of([call_id]),
        "bundle": queries.bundled(request.actor, taken),
        "may_triage": bool(kind and kind.triage) and request.may("calls.triage"),
        "may_explain": request.may("calls.explain") and can(request.actor, "calls.explain", taken.patient_id),
        "takes": request.may("calls.take"),
        "now": clock.now(),
        "refusal": refusal,
        "room": "calls",
        **of_patient,
    }
    context["panels"] = panels_for("call", request, call_id)
    return render(request, "calls/call.html", context, status=refusal.status if refusal else 200)


def _of_patient(request: OfficeRequest, taken: Call, known: Lists) -> dict[str, Any]:
    if taken.patient_id is None:
        return {}
    shown = about(request.actor, taken.patient_id)
    saw(request, {taken.patient_id, *(one.id for one in shown.family)})
    return {
        "about": shown,
        "banner": shown.banner,
        "told": told_about(taken, known, shown.who, shown.permitted),
        "sendable": _sendable(request, taken, known),
        "language": LANGUAGES.get(shown.who.language, shown.who.language),
        "others": [one for one in shown.calls if one.id != taken.id],
        "reasons": reasons_of(request.actor, taken.patient_id),
    }


def _sendable(request: OfficeRequest, taken: Call, known: Lists) -> list[tuple[str, str]]:
    """What may be sent to the patient of an open call, by its key; nothing where nobody sends."""
    sender = senders.get("message")
    if sender is None or taken.ended_at or not can(request.actor, sender.word, taken.patient_id):
        return []
    names = dict.fromkeys(name for name, _ in known.cards)
    cards_ = (known.cards.get((name, "en")) for name in names)
    return [(DONE, "word that it is done"), *((card.key, card.words) for card in cards_ if card)]


def _usual(taken: Call, kind: Kind | None, known: Lists, told: Told | None) -> Outcome | None:
    """The outcome that closes the call in one key: its kind's, or a message where that may not be told."""
    usual = known.outcomes.get(kind.outcome) if kind else None
    may = told or Told(may=False, words="")
    fault = usual and fault_in_closing(usual, may, patient_known=told is not None, verified=taken.verified)
    return known.outcomes.get("message") if fault else usual


def _done(request: OfficeRequest, call_id: UUID, act: Callable[[], object]) -> HttpResponse:
    """Act and go back to the call; what is refused is said on its page."""
    try:
        act()
    except Refusal as refusal:
        if refusal.status == 404 or refusal.code == "key-reused" or refusal.status >= 500:
            raise
        return _page(request, call_id, refusal)
    return redirect("calls:call", call_id=call_id)


def _typed(form: forms.Form) -> dict[str, Any]:
    if not form.is_valid():
        fields = {name: [str(error) for error in errors] for name, errors in form.errors.items()}
        raise Invalid(
            "not-acceptable", "Some fields need another look.", "Go back; it is still typed.", {"fields": fields}
        )
    return form.cleaned_data


def _who(request: OfficeRequest) -> list[UUID]:
    """The patient just registered for this call, if the address says so."""
    try:
        return [UUID(request.GET.get("who", ""))]
    except ValueError:
        return []
