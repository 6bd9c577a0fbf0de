"""What pharmacies have: sent by any way, told what they said, called back; and the desk of all that waits."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.prescriptions.actions.call_back_prescription import call_back_prescription
from medoffice.clinic.prescriptions.actions.send_prescription import send_prescription
from medoffice.clinic.prescriptions.actions.settle_wire import settle_wire
from medoffice.clinic.prescriptions.actions.tell_dispatch import tell_dispatch
from medoffice.clinic.prescriptions.forms import SaidForm, SendForm, SettledForm
from medoffice.clinic.prescriptions.queries import dispatches as asked
from medoffice.clinic.prescriptions.queries import prescriptions
from medoffice.clinic.prescriptions.queries.pharmacies import pharmacies_of, pharmacy
from medoffice.clinic.prescriptions.queries.wire import set_aside
from medoffice.clinic.prescriptions.rules.exchange import ENDS, to_be_said
from medoffice.clinic.prescriptions.rules.wire import not_by_wire
from medoffice.clinic.prescriptions.types.exchange import Carried, Dispatch, Event
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.kernel.refusals import Refusal
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of


@screen("prescriptions.read")
def desk(request: OfficeRequest) -> HttpResponse:
    """What pharmacies have and what did not end well, first of all what somebody must see to."""
    everything = asked.dispatches_waiting(request.actor)
    found = everything[: limit_of(request)]
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id]) for one in found],
        "total": len(everything),
        "rest": rest_of(request, len(found), len(everything)),
        "room": "prescriptions",
    }
    return render(request, "prescriptions/sent.html", context)


@screen("prescriptions.read")
def one_dispatch(request: OfficeRequest, dispatch_id: UUID) -> HttpResponse:
    """What the two said to each other, and what may have come of it."""
    return _page(request, dispatch_id, SaidForm())


@require_POST
@screen("prescriptions.send")
def said(request: OfficeRequest, dispatch_id: UUID) -> HttpResponse:
    """The pharmacy said so."""
    form = SaidForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            told = form.cleaned_data
            tell_dispatch(
                actor=request.actor, dispatch_id=dispatch_id, event=Event(told["event"]), words=told["words"],
                seen_version=seen_version(request),
            )  # fmt: skip
            return redirect("prescriptions:dispatch", dispatch_id)
    return _page(request, dispatch_id, form)


@require_POST
@screen("prescriptions.send")
def back(request: OfficeRequest, dispatch_id: UUID) -> HttpResponse:
    """Not to be dispensed there."""
    call_back_prescription(actor=request.actor, dispatch_id=dispatch_id, seen_version=seen_version(request))
    return redirect("prescriptions:dispatch", dispatch_id)


@screen("prescriptions.send")
def send(request: OfficeRequest, prescription_id: UUID) -> HttpResponse:
    """By fax, telephone or wire, with what speaks against each; there is no certified line."""
    one = prescriptions.prescription(request.actor, prescription_id, "prescriptions.send")
    saw(request, [one.patient_id])
    unsent: Refusal | None = None
    form = SendForm(request.POST or None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            made = send_prescription(
                actor=request.actor, prescription_id=prescription_id, way=Carried(given["way"]), told=given["told"],
                why=given["why"],
            )  # fmt: skip
        except Refusal as refusal:
            unsent = refusal
        else:
            return redirect("prescriptions:dispatch", made)
    where = pharmacy(one.pharmacy_id) if one.pharmacy_id else None
    context = {
        "one": one,
        "where": where,
        "theirs": pharmacies_of(one.patient_id),
        "ways": [(way, asked.bars_of(one.id, one.says.schedule, way)) for way in Carried],
        "unwired": not_by_wire(one.says.schedule, where.wire) if where else "",
        "form": form,
        "unsent": unsent,
        "may": one.state is State.SIGNED and where is not None and not asked.was_sent(one.id),
        "banner": banner(request.actor, one.patient_id),
        "room": "prescriptions",
    }
    wrong = unsent is not None or bool(form.errors)
    return render(request, "prescriptions/send.html", context, status=422 if wrong else 200)


@screen("prescriptions.send")
def aside(request: OfficeRequest) -> HttpResponse:
    """What pharmacies said by wire that a person must look at."""
    return _aside(request, SettledForm(), None)


@require_POST
@screen("prescriptions.send")
def settled(request: OfficeRequest, wire_id: UUID) -> HttpResponse:
    """Somebody saw to it."""
    form = SettledForm(request.POST)
    if form.is_valid():
        settle_wire(actor=request.actor, wire_id=wire_id, words=form.cleaned_data["words"])
        return redirect("prescriptions:aside")
    return _aside(request, form, wire_id)


def _aside(request: OfficeRequest, form: SettledForm, of: UUID | None) -> HttpResponse:
    everything = set_aside(request.actor)
    found = everything[: limit_of(request)]
    saw(request, {one.patient_id for one in found if one.patient_id})
    context = {
        "found": found,
        "total": len(everything),
        "rest": rest_of(request, len(found), len(everything)),
        "form": form,
        "of": of,
        "room": "prescriptions",
    }
    return render(request, "prescriptions/aside.html", context, status=422 if form.errors else 200)


def _page(request: OfficeRequest, dispatch_id: UUID, form: SaidForm) -> HttpResponse:
    one: Dispatch = asked.dispatch(request.actor, dispatch_id)
    saw(request, [one.patient_id])
    may = can(request.actor, "prescriptions.send", one.patient_id, one.encounter_id)
    moves = to_be_said(one.stand)
    context = {
        "one": one,
        "form": form,
        "moves": moves if may else [],
        "may_call_back": may and one.stand not in ENDS and Event.CANCEL_DONE not in moves,
        "banner": banner(request.actor, one.patient_id),
        "room": "prescriptions",
    }
    return render(request, "prescriptions/dispatch.html", context, status=422 if form.errors else 200)
