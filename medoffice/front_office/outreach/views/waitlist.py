"""Screens of the waitlist: who waits, what is offered to whom, and a visit that is cancelled and offered at once."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.outreach.actions.accept_offer import accept_offer
from medoffice.front_office.outreach.actions.add_to_waitlist import add_to_waitlist
from medoffice.front_office.outreach.actions.cancel_and_offer import cancel_and_offer
from medoffice.front_office.outreach.actions.decline_offer import decline_offer
from medoffice.front_office.outreach.actions.end_wait import end_wait
from medoffice.front_office.outreach.actions.offer_time import offer_time
from medoffice.front_office.outreach.forms import WaitForm, ids_in
from medoffice.front_office.outreach.queries import waitlist as queries
from medoffice.front_office.outreach.rules.telling import filled_in_words
from medoffice.front_office.outreach.types.waitlist import Match, Offer, OfferState
from medoffice.front_office.scheduling.api import appointment, appointments_of, visit_type, visit_types
from medoffice.front_office.scheduling.types import OPEN, Appointment
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import providers, site, staff_member, today_here
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.records.patients.types.people import Patient
from medoffice.security.api import OfficeRequest, came_from, can, require, saw, screen
from medoffice.ui.fields import refusals_in

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@screen("outreach.waitlist")
def waitlist(request: OfficeRequest) -> HttpResponse:
    """Who waits, in the order in which they would be asked, and what is offered to whom."""
    found = queries.waiting(request.actor)
    people = patients_by_id({one.patient_id for one in found})
    saw(request, people)
    offers = queries.offers_of([one.id for one in found])
    kinds = {kind.key: kind.name for kind in visit_types()}
    names = {one.id: one.name for one in providers()}
    lines = [
        {
            "waiter": one,
            "person": people[one.patient_id],
            "kind": kinds.get(one.kind, one.kind),
            "with": ", ".join(names[who] for who in one.provider_ids if who in names),
            "on": ", ".join(DAYS[day] for day in one.weekdays),
            "days": (clock.now() - one.since).days,
            "offer": next(iter(offers.get(one.id, [])), None),
        }
        for one in found
    ]
    return render(request, "outreach/waitlist.html", {"lines": lines, "room": "outreach"})


@screen("outreach.waitlist", patient="patient_id")
def add(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Put a patient on the waitlist."""
    form = WaitForm(request.POST or None)
    visits = [one for one in appointments_of(request.actor, patient_id) if one.state in OPEN]
    told = []
    for one in visits:
        zone = ZoneInfo(site(one.site_id).zone)
        told.append((one.id, f"{one.starts.astimezone(zone):%a %m/%d %-I:%M %p}, {one.visit_type}"))
    form.offer(visit_types(), providers(), told, today_here())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            add_to_waitlist(actor=request.actor, patient_id=patient_id, **form.filled())
            return redirect("outreach:waitlist")
    context = {"form": form, "banner": banner(request.actor, patient_id), "room": "outreach"}
    return render(request, "outreach/wait.html", context, status=422 if form.errors else 200)


@require_POST
@screen("outreach.waitlist")
def end(request: OfficeRequest, waiter_id: UUID) -> HttpResponse:
    """Somebody waits no longer."""
    end_wait(actor=request.actor, waiter_id=waiter_id, why="taken off")
    return redirect("outreach:waitlist")


@screen("outreach.waitlist")
def fill(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """Cancel a visit and offer its time: the first whom it suits is chosen, others may be asked with them.

    It leads back to where it was opened, and says there what was done.
    """
    visit, refusal = appointment(appointment_id), None
    require(request.actor, "outreach.waitlist", visit.patient_id)
    came = came_from(request, reverse("scheduling:appointment", args=[appointment_id]))
    if request.method == "POST":
        try:
            why, chosen = request.POST.get("why", ""), ids_in(request.POST.getlist("waiter"))
            cancel_and_offer(actor=request.actor, appointment_id=appointment_id, why=why, waiter_ids=chosen)
            _say(request, visit, chosen, cancelled=visit.state in OPEN)
            return HttpResponseRedirect(came)
        except Refusal as found:
            if isinstance(found, NotFound):
                raise
            refusal = found
    free = queries.free_time(visit.provider_id, visit.site_id, visit.starts, visit.ends)
    suits = queries.suited(request.actor, free, but_for=visit.id)
    context = {
        "visit": visit,
        "free": free,
        "stands": visit.state in OPEN,
        "came": came,
        "provider": staff_member(visit.provider_id),
        "kind": visit_type(visit.visit_type),
        "lines": _lines(request, suits),
        "asked": _asked(request, visit.provider_id, free.starts),
        "banner": banner(request.actor, visit.patient_id),
        "refusal": refusal,
        "room": "outreach",
    }
    return render(request, "outreach/fill.html", context, status=refusal.status if refusal else 200)


@screen("outreach.waitlist")
def offer_page(request: OfficeRequest, offer_id: UUID) -> HttpResponse:
    """A time that was offered: what became of it, and whom else it suits."""
    return _offer(request, offer_id, None)


@require_POST
@screen("outreach.waitlist")
def answer(request: OfficeRequest, offer_id: UUID, verb: str) -> HttpResponse:
    """What somebody said to an offer, on the telephone."""
    try:
        if verb == "accept":
            taken = accept_offer(actor=request.actor, offer_id=offer_id)
            return redirect("scheduling:appointment", taken)
        if verb != "decline":
            raise NotFound
        decline_offer(actor=request.actor, offer_id=offer_id)
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _offer(request, offer_id, refusal)
    return redirect("outreach:waitlist")


@require_POST
@screen("outreach.waitlist")
def offer_next(request: OfficeRequest, offer_id: UUID) -> HttpResponse:
    """Offer the time once more, to those who are chosen."""
    last = queries.offer(offer_id)
    require(request.actor, "outreach.waitlist", last.patient_id)
    visit = queries.free_time(last.provider_id, last.site_id, last.starts, last.ends)
    chosen = ids_in(request.POST.getlist("waiter"))
    try:
        offer_time(
            actor=request.actor,
            provider_id=last.provider_id,
            site_id=last.site_id,
            starts=visit.starts,
            ends=visit.ends,
            waiter_ids=chosen,
        )
        _say(request, last, chosen, cancelled=False)
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _offer(request, offer_id, refusal)
    return redirect("outreach:waitlist")


def _say(request: OfficeRequest, time: Appointment | Offer, chosen: tuple[UUID, ...], *, cancelled: bool) -> None:
    """What was done about a time: whom of those chosen it is held for, until when."""
    zone = ZoneInfo(site(time.site_id).zone)
    offers = queries.offers_for(time.provider_id, time.starts)
    made = [one for one in offers if one.waiter_id in chosen and one.state is OfferState.OPEN]
    people = patients_by_id({one.patient_id for one in made})
    names = [people[one.patient_id].name.sorted_form for one in made]
    until = _until(made[0].until.astimezone(zone)) if made else ""
    when, who = f"{time.starts.astimezone(zone):%a %m/%d %-I:%M %p}", staff_member(time.provider_id).name
    saw(request, people)
    messages.success(request, filled_in_words(when, who, names, until, cancelled=cancelled))


def _until(at: datetime) -> str:
    """The hour, with its day if that is another than today."""
    return f"{at:%-I:%M %p}" if at.date() == clock.now().astimezone(at.tzinfo).date() else f"{at:%a %m/%d %-I:%M %p}"


def _offer(request: OfficeRequest, offer_id: UUID, refusal: Refusal | None) -> HttpResponse:
    shown = queries.offer(offer_id)
    require(request.actor, "outreach.waitlist", shown.patient_id)
    saw(request, [shown.patient_id])
    free = queries.free_time(shown.provider_id, shown.site_id, shown.starts, shown.ends)
    context = {
        "offer": shown,
        "free": free,
        "over": shown.state != "open" or shown.until <= clock.now(),
        "provider": staff_member(shown.provider_id),
        "banner": banner(request.actor, shown.patient_id),
        "lines": _lines(request, queries.suited(request.actor, free)) if shown.starts > clock.now() else [],
        "asked": _asked(request, shown.provider_id, shown.starts),
        "refusal": refusal,
        "room": "outreach",
    }
    return render(request, "outreach/offer.html", context, status=refusal.status if refusal else 200)


def _lines(request: OfficeRequest, found: Iterable[Match]) -> list[tuple[Match, Patient]]:
    found = list(found)
    people = patients_by_id({one.waiter.patient_id for one in found})
    saw(request, people)
    return [(one, people[one.waiter.patient_id]) for one in found]


def _asked(request: OfficeRequest, provider_id: UUID, starts: datetime) -> list[tuple[Offer, Patient]]:
    offers = queries.offers_for(provider_id, starts)
    people = patients_by_id({one.patient_id for one in offers})
    shown = [one for one in offers if can(request.actor, "outreach.waitlist", one.patient_id)]
    saw(request, {one.patient_id for one in shown})
    return [(one, people[one.patient_id]) for one in shown]


def fill_panel(request: HttpRequest, appointment_id: UUID) -> SafeString | None:
    """On a visit's page: cancel it and offer its time, and for whom that would be."""
    actor = getattr(request, "actor", None)
    visit = appointment(appointment_id)
    if actor is None or visit.walk_in or visit.starts <= clock.now():
        return None
    if visit.state == "arrived" or not can(actor, "outreach.waitlist", visit.patient_id):
        return None
    free = queries.free_time(visit.provider_id, visit.site_id, visit.starts, visit.ends)
    context = {
        "visit": visit,
        "stands": visit.state in OPEN,
        "waits": len(queries.suited(actor, free, but_for=visit.id)),
    }
    return render_to_string("outreach/_fill.html", context, request)
