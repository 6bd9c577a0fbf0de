"""Screens of the telephone beside single calls: cards, figures, lists, on call, messages, the system's door."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import RawPostDataException
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from medoffice.front_office.calls.actions.accept_hand_off import accept_hand_off
from medoffice.front_office.calls.actions.bring_in_messages import bring_in_messages
from medoffice.front_office.calls.actions.change_list import change_list
from medoffice.front_office.calls.actions.end_on_call import end_on_call
from medoffice.front_office.calls.actions.hand_off import hand_off
from medoffice.front_office.calls.actions.set_on_call import set_on_call
from medoffice.front_office.calls.actions.set_phone_door import set_phone_door
from medoffice.front_office.calls.actions.tell_ring import tell_ring
from medoffice.front_office.calls.forms import (
    DoorForm,
    HandOffForm,
    ListForm,
    MessagesForm,
    OnCallForm,
    ReadBackForm,
    shown_entry,
)
from medoffice.front_office.calls.queries import door
from medoffice.front_office.calls.queries.figures import figures as figures_of
from medoffice.front_office.calls.queries.lists import entries_of, lists
from medoffice.front_office.calls.queries.telling import card_filled, cards
from medoffice.front_office.calls.types import ListName
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import office_zone, staff, today_here
from medoffice.security.api import OfficeRequest, open_door, screen, trying, users
from medoffice.security.types import PROGRAM
from medoffice.ui.dates import day_to_show
from medoffice.ui.fields import refusals_in

PERIOD = timedelta(days=27)
LONGEST_PERIOD = timedelta(days=366)
STATUS = {"wrong-signature": 403, "too-many-tries": 403, "too-many-rings": 429, "ring-unreadable": 422}
SAYS = {
    ListName.KINDS: "Kinds of calls",
    ListName.OUTCOMES: "Outcomes",
    ListName.MACROS: "Beginnings of notes",
    ListName.FLAGS: "Red flags",
    ListName.CARDS: "Cards",
    ListName.CAUSES: "Causes",
}


@screen("calls.read")
def cards_(request: OfficeRequest) -> HttpResponse:
    """The answers to what is asked all day: choose one."""
    return render(request, "calls/cards.html", {"cards": cards(request.GET.get("in", "en")), "room": "calls"})


@screen("calls.read")
def card(request: OfficeRequest, kind: str) -> HttpResponse:
    """One answer, to be read out or printed, in the patient's language where there is one."""
    shown, languages = card_filled(kind, request.GET.get("in", "en"), today_here())
    context = {"card": shown, "languages": languages, "cards": cards(shown.language), "room": "calls"}
    return render(request, "calls/cards.html", context)


@screen("calls.figures")
def figures(request: OfficeRequest) -> HttpResponse:
    """How the telephone is answered."""
    today, zone = today_here(), office_zone()
    last = day_to_show(request.GET.get("to", ""), today)
    first = day_to_show(request.GET.get("from", ""), today) if request.GET.get("from") else last - PERIOD
    first = max(min(first, last), last - LONGEST_PERIOD)
    known = lists()
    context = {"figures": figures_of(first, last, zone), "first": first, "last": last, "lists": known, "room": "calls"}
    return render(request, "calls/figures.html", context)


@screen("calls.set_up")
def entries(request: OfficeRequest, kind: str) -> HttpResponse:
    """A list of the telephone: add to it, change it, retire from it."""
    if kind not in list(ListName):
        raise NotFound
    which, known = ListName(kind), lists()
    found = entries_of(which)
    chosen = next((one for one in found if one[0] == request.GET.get("key")), None)
    given = shown_entry(chosen[0], chosen[1], retired=chosen[3]) if chosen else {}
    form = ListForm(request.POST or None, initial=given)
    form.offer(which, known)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            data = form.cleaned_data
            change_list(actor=request.actor, which=which, key=data["key"], entry=form.entry(), retired=data["retired"])
            messages.success(request, f"{data['key']} is changed.")
            return redirect("calls:entries", kind=kind)
    context = {"form": form, "which": which, "entries": found, "lists": SAYS, "room": "practice"}
    return render(request, "calls/entries.html", context, status=422 if form.errors else 200)


@screen("calls.set_up")
def phone_system(request: OfficeRequest) -> HttpResponse:
    """The telephone system's door: its secret, and how it is to ring."""
    form = DoorForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_phone_door(actor=request.actor, secret=form.cleaned_data["secret"])
            messages.success(
                request, "The door is open." if form.cleaned_data["secret"].strip() else "The door is shut."
            )
            return redirect("calls:phone-system")
    context = {"form": form, "open": door.door_is_open(), "lists": SAYS, "room": "practice"}
    return render(request, "calls/phone_system.html", context, status=422 if form.errors else 200)


@csrf_exempt
@require_POST
@open_door("the telephone system signs what it sends, and has no session")
def ring(request: HttpRequest) -> HttpResponse:
    """The telephone system tells of a ring; anything not signed for this office is refused."""
    stamp, signed = (request.headers.get(name, "") for name in ("X-Medoffice-Timestamp", "X-Medoffice-Signature"))
    try:
        with trying("ring", "telephone system", request.META.get("REMOTE_ADDR", "")):
            tell_ring(actor=PROGRAM, stamp=stamp, body=_sent(request), signed=signed)
    except Refusal as refusal:
        if refusal.code not in STATUS:
            raise
        return JsonResponse({"error": refusal.code, "words": refusal.words}, status=STATUS[refusal.code])
    return JsonResponse({"ok": True})


def _sent(request: HttpRequest) -> bytes:
    """What was sent; a form, which no telephone system sends, is nothing."""
    try:
        return request.body
    except RawPostDataException:
        return b""


@screen("calls.read")
def on_call(request: OfficeRequest) -> HttpResponse:
    """Who is on call, and what was handed over."""
    return _on_call(request)


@require_POST
@screen("calls.set_up")
def on_call_set(request: OfficeRequest) -> HttpResponse:
    """Say who is on call."""
    form = _turn_form(request)
    if form.is_valid():
        with refusals_in(form):
            set_on_call(actor=request.actor, **form.cleaned_data)
            return redirect("calls:on-call")
    return _on_call(request, turn_form=form)


@require_POST
@screen("calls.set_up")
def on_call_end(request: OfficeRequest, number: str) -> HttpResponse:
    """Take a turn off the list."""
    found = next((one for one in door.turns(366) if str(one.id) == number), None)
    if found is None:
        raise NotFound
    end_on_call(actor=request.actor, on_call_id=found.id)
    return redirect("calls:on-call")


@require_POST
@screen("calls.take")
def hand_over(request: OfficeRequest) -> HttpResponse:
    """Hand over to whoever takes over."""
    form = _hand_form(request)
    if form.is_valid():
        with refusals_in(form):
            hand_off(actor=request.actor, **form.cleaned_data)
            return redirect("calls:on-call")
    return _on_call(request, hand_form=form)


@require_POST
@screen("calls.take")
def accept(request: OfficeRequest) -> HttpResponse:
    """Take over, reading back what was handed over."""
    form = ReadBackForm(request.POST)
    if not form.is_valid():
        raise Invalid("not-read-back", "Write what you read back.", "Go back; it is still typed.")
    accept_hand_off(actor=request.actor, **form.cleaned_data)
    return redirect("calls:on-call")


@screen("calls.bring_in")
def answering(request: OfficeRequest) -> HttpResponse:
    """Bring in the answering service's messages, from a file or as text."""
    form = MessagesForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            name, text = form.told()
            bring_in_messages(actor=request.actor, name=name, text=text)
            return redirect("calls:answering")
    context = {"form": form, "files": door.brought(), "room": "calls"}
    return render(request, "calls/answering.html", context, status=422 if form.errors else 200)


def _on_call(
    request: OfficeRequest, turn_form: OnCallForm | None = None, hand_form: HandOffForm | None = None
) -> HttpResponse:
    shown = [turn_form or _turn_form(request), hand_form or _hand_form(request)]
    context = {
        "turns": door.turns(),
        "handed": door.hand_offs(request.actor),
        "turn_form": shown[0],
        "hand_form": shown[1],
        "may_set": request.may("calls.set_up"),
        "may_take": request.may("calls.take"),
        "room": "calls",
    }
    return render(request, "calls/on_call.html", context, status=422 if any(one.errors for one in shown) else 200)


def _turn_form(request: OfficeRequest) -> OnCallForm:
    form = OnCallForm(request.POST if request.POST.get("staff_id") is not None else None)
    form.offer([(str(one.id), one.name) for one in staff()])
    return form


def _hand_form(request: OfficeRequest) -> HandOffForm:
    form = HandOffForm(request.POST if request.POST.get("to") is not None else None)
    form.offer([(str(one.id), one.name) for one in users() if one.active and one.id != request.actor.id])
    return form
