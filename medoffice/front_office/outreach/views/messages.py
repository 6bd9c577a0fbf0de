"""Screens of messages: the out-box, one message, what is printed, a reply that fits none, how a patient is reached."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.outreach.actions.note_called import note_called
from medoffice.front_office.outreach.actions.note_posted import note_posted
from medoffice.front_office.outreach.actions.send_again import send_again
from medoffice.front_office.outreach.actions.set_preference import set_preference
from medoffice.front_office.outreach.actions.withdraw_message import withdraw_message
from medoffice.front_office.outreach.forms import PreferenceForm, ids_in, shown
from medoffice.front_office.outreach.queries import messages, set_up
from medoffice.front_office.outreach.types.messages import Called, MessageState
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.api import banner, patient, patients_by_id
from medoffice.security.api import OfficeRequest, back, can, saw, screen, seen_version
from medoffice.ui.fields import refusals_in

KEYS = {Called.YES: "y", Called.NO: "n", Called.TOLD: "w", Called.UNREACHED: "u"}


@screen("outreach.read")
def box(request: OfficeRequest) -> HttpResponse:
    """The out-box: what waits, what went, what became of it; and how the way out stands."""
    asked = request.GET.get("state", "")
    state = MessageState(asked) if asked in set(MessageState) else None
    found = messages.box(request.actor, state)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    context = {
        "lines": [(one, people[one.patient_id]) for one in found],
        "counts": messages.counts(request.actor),
        "state": state,
        "door": set_up.door_state(),
        "room": "outreach",
    }
    return render(request, "outreach/box.html", context)


@screen("outreach.read")
def message(request: OfficeRequest, message_id: UUID) -> HttpResponse:
    """A message: its words, its story, and what may be done about it."""
    return _message(request, message_id, None)


@require_POST
@screen("outreach.send")
def change(request: OfficeRequest, message_id: UUID, verb: str) -> HttpResponse:
    """Take a message back, send it again, or note what came of a call that stands for it."""
    try:
        if verb == "withdraw":
            withdraw_message(actor=request.actor, message_id=message_id)
        elif verb == "again":
            message_id = send_again(actor=request.actor, message_id=message_id)
        elif verb in set(Called):
            note_called(actor=request.actor, message_id=message_id, outcome=Called(verb))
        else:
            raise NotFound
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _message(request, message_id, refusal)
    return redirect("outreach:message", message_id)


def _message(request: OfficeRequest, message_id: UUID, refusal: Refusal | None) -> HttpResponse:
    found = messages.message(request.actor, message_id)
    saw(request, [found.patient_id])
    context = {
        "message": found,
        "story": messages.story_of(found.id),
        "replies": messages.replies_to(found.id),
        "called": [(one, KEYS[one]) for one in Called],
        "banner": banner(request.actor, found.patient_id),
        "refusal": refusal,
        "room": "outreach",
    }
    return render(request, "outreach/message.html", context, status=refusal.status if refusal else 200)


@screen("outreach.read")
def heard(request: OfficeRequest, heard_id: UUID) -> HttpResponse:
    """A reply that fits no message, or several: what was written, and which messages it may be about."""
    told = messages.reply(heard_id)
    near = messages.near(request.actor, told.sender)
    people = patients_by_id({one.patient_id for one in near})
    saw(request, people)
    context = {"told": told, "lines": [(one, people[one.patient_id]) for one in near], "room": "outreach"}
    return render(request, "outreach/heard.html", context)


@screen("outreach.read")
def letters(request: OfficeRequest) -> HttpResponse:
    """What is printed and posted: a sheet for each, ready for the printer."""
    found = messages.letters(request.actor)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    lines = [(one, people[one.patient_id]) for one in found]
    return render(request, "outreach/letters.html", {"lines": lines, "room": "outreach"})


@require_POST
@screen("outreach.send")
def posted(request: OfficeRequest) -> HttpResponse:
    """The letters of the page are in the mail."""
    chosen = {one.id for one in messages.letters(request.actor)} & set(ids_in(request.POST.getlist("letter")))
    note_posted(actor=request.actor, message_ids=tuple(sorted(chosen)))
    return redirect("outreach:letters")


@screen("outreach.send", patient="patient_id")
def preference(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """How a patient wants to be reached."""
    preferred, who = set_up.preference(patient_id), patient(patient_id)
    takes = not set_up.stopped(preferred.phone or who.phone)
    form = PreferenceForm(request.POST or None, initial=shown(preferred, texts=takes))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            seen = seen_version(request)
            set_preference(actor=request.actor, patient_id=patient_id, seen_version=seen, **form.filled())
            return back(request, f"/patient/{patient_id}/")
    context = {"form": form, "version": preferred.version, "banner": banner(request.actor, patient_id)}
    return render(request, "outreach/preference.html", context, status=422 if form.errors else 200)


def of_patient(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    """On a patient's page: how they are reached, and the last messages to them."""
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "outreach.read", patient_id):
        return None
    context = {
        "preferred": set_up.preference(patient_id),
        "messages": messages.messages_of(actor, patient_id, 5),
        "patient_id": patient_id,
    }
    return render_to_string("outreach/_of_patient.html", context, request)


def of_thing(request: HttpRequest, thing_id: UUID) -> SafeString | None:
    """On the page of a visit or a call: what was said to the patient about it."""
    actor = getattr(request, "actor", None)
    found = messages.messages_about(thing_id)
    if actor is None or not found or not can(actor, "outreach.read", found[0].patient_id):
        return None
    return render_to_string("outreach/_of_thing.html", {"messages": found}, request)
