"""Screens on which visits are booked: a call, and a patient's own page."""

from datetime import UTC, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.front_office.calls.api import call
from medoffice.front_office.scheduling.actions.book import book
from medoffice.front_office.scheduling.forms import BookForm
from medoffice.front_office.scheduling.queries.appointments import appointment, appointments_from_call, appointments_of
from medoffice.front_office.scheduling.queries.supply import find_free
from medoffice.front_office.scheduling.queries.units import visit_types
from medoffice.front_office.scheduling.types import OPEN
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import office_zone, providers, site, sites, staff_member
from medoffice.records.coverage.api import cases_on
from medoffice.records.encounters.api import with_reasons
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, back, can, screen
from medoffice.security.types import Actor
from medoffice.ui.dates import day_to_show


@screen("appointments.book", patient="patient_id")
def book_page(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Choose a free time for a patient, or book the chosen one. Which times are shown is posted too: what the visit is
    for goes along, and no address holds it.
    """
    refusal = None
    if request.method == "POST" and "show" not in request.POST:
        form = BookForm(request.POST)
        try:
            if not form.is_valid():
                raise Invalid("no-time-chosen", "Nothing is booked yet.", "Choose one of the free times.")
            typed = form.cleaned_data
            book(
                actor=request.actor,
                patient_id=patient_id,
                provider_id=typed["provider"],
                site_id=typed["site"],
                starts=typed["starts"],
                visit_type=typed["visit_type"],
                reason=typed["reason"],
                call_id=typed["call"],
                overbook=typed["overbook"],
                case_id=typed["case"],
                despite=typed["despite"],
            )
            local = typed["starts"].astimezone(ZoneInfo(site(typed["site"]).zone))
            messages.success(request, f"Booked: {local:%a %m/%d %-I:%M %p}, {staff_member(typed['provider']).name}.")
            return back(request, "/front/")
        except Refusal as found:
            refusal = found
    taken = refusal is not None and refusal.code == "slot-taken" and request.may("appointments.overbook")
    held = refusal is not None and refusal.code == "slot-held"
    again = {
        name: request.POST.get(name, "")
        for name in ("provider", "site", "starts", "visit_type", "reason", "call", "case")
    }
    context = {"banner": banner(request.actor, patient_id), "refusal": refusal, **free_times(request)}
    context |= _cases(request, patient_id) | ahead_of(request.actor, patient_id)
    context |= {"overbook": again if taken else {}, "held": again if held else {}}
    return render(request, "scheduling/book.html", context, status=refusal.status if refusal else 200)


def offer_panel(request: HttpRequest, call_id: UUID) -> SafeString | None:
    """Free times to offer on a call, and what was booked on it."""
    actor = getattr(request, "actor", None)
    taken = call(call_id)
    if actor is None or taken.patient_id is None or not can(actor, "appointments.book", taken.patient_id):
        return None
    (shown,) = with_reasons(actor, [taken])
    booked = [appointment(found) for found in appointments_from_call(call_id)]
    context = {
        "call": shown,
        "booked": [(found, staff_member(found.provider_id).name) for found in booked],
        "again": "from" in request.GET,
        **ahead_of(actor, taken.patient_id),
        **free_times(request),
    }
    return render_to_string("scheduling/offer.html", context, request)


def ahead_of(actor: Actor, patient_id: UUID) -> dict[str, object]:
    """What the patient is booked for already, soonest first, so that nobody books a second visit unawares."""
    now, zones = clock.now(), {place.id: ZoneInfo(place.zone) for place in sites()}
    names = {member.id: member.name for member in providers()}
    found = [one for one in appointments_of(actor, patient_id) if one.state in OPEN and one.ends > now]
    return {
        "ahead": [
            (f"{one.starts.astimezone(zones[one.site_id]):%a %m/%d %-I:%M %p}", names.get(one.provider_id), one.reason)
            for one in sorted(found, key=lambda one: one.starts)[:3]
        ]
    }


def _cases(request: HttpRequest, patient_id: UUID) -> dict[str, object]:
    """The cases the visit may be billed to in place of the health insurance, and the chosen one."""
    typed = request.POST if request.method == "POST" else request.GET
    return {"cases": cases_on(patient_id, clock.today(office_zone())), "case": typed.get("case", "")}


def free_times(request: HttpRequest, fixed: str = "") -> dict[str, object]:
    """What a booking form offers: kinds of visits, and the next free times of the chosen one with the chosen provider
    from the chosen day on.
    """
    typed = request.POST if request.method == "POST" else request.GET
    known, people = visit_types(), providers()
    wanted = fixed or typed.get("visit_type") or typed.get("kind") or "sick"
    chosen = next((kind.key for kind in known if kind.key == wanted), known[0].key if known else "")
    with_ = next((member.id for member in people if str(member.id) == typed.get("with", "")), None)
    zone = office_zone()
    asked = typed.get("from", "").strip()
    on = day_to_show(asked, clock.today(zone)) if asked else None
    from_ = datetime.combine(on, time.min, zone).astimezone(UTC) if on else clock.now()
    free = find_free(chosen, from_, provider_id=with_, limit=9) if chosen else []
    offer = {"kinds": known, "providers": people, "chosen": chosen, "with": with_, "from": on, "free": free}
    return {**offer, "reason": typed.get("reason", "")}
