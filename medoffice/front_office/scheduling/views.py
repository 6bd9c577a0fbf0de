"""Screens of the schedule: the day, a call with booking, booking for a patient, changes to an appointment."""

from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from medoffice.front_office.calls.api import call
from medoffice.front_office.scheduling import queries
from medoffice.front_office.scheduling.actions.book import book
from medoffice.front_office.scheduling.actions.cancel import cancel
from medoffice.front_office.scheduling.actions.confirm import confirm
from medoffice.front_office.scheduling.actions.mark_no_show import mark_no_show
from medoffice.front_office.scheduling.forms import BookForm
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import providers, sites
from medoffice.records.patients.api import banner, patients_by_id, search
from medoffice.security.api import back, require, saw, screen
from medoffice.security.screens import OfficeRequest
from medoffice.ui.dates import parse_date_as_typed


@screen("appointments.read")
def day(request: OfficeRequest) -> HttpResponse:
    """The schedule of a day, a column for each provider."""
    places = sites()
    zone = ZoneInfo(places[0].zone)
    today = clock.today(zone)
    on = parse_date_as_typed(request.GET.get("on", ""), today) or today
    booked = queries.appointments_on(request.actor, None, on, zone.key)
    people = patients_by_id({found.patient_id for found in booked})
    saw(request, people)
    columns = [
        (
            member,
            [
                (row, people[row.patient_id], f"{row.starts.astimezone(zone):%-I:%M}")
                for row in booked
                if row.provider_id == member.id
            ],
        )
        for member in providers()
    ]
    context = {"on": on, "before": on - timedelta(days=1), "after": on + timedelta(days=1), "columns": columns}
    return render(request, "scheduling/day.html", {**context, "count": len(booked), "room": "schedule"})


@screen("calls.read")
def call_page(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """A call: whom it is about, free times, what came of it."""
    taken = call(call_id)
    if taken.patient_id:
        require(request.actor, "calls.read", taken.patient_id)
        saw(request, [taken.patient_id])
    context = {
        "call": taken,
        "banner": banner(request.actor, taken.patient_id) if taken.patient_id else None,
        "booked": [queries.appointment(found) for found in queries.appointments_from_call(call_id)],
        **_free_times(request),
    }
    return render(request, "scheduling/call.html", context)


@require_POST
@screen("patients.read")
def call_people(request: OfficeRequest, call_id: UUID) -> HttpResponse:
    """Who the caller may mean, as typed."""
    asked = request.POST.get("q", "").strip()
    hits = search(request.actor, asked)
    saw(request, {hit.id for hit in hits})
    return render(request, "scheduling/call_people.html", {"hits": hits, "asked": asked, "call_id": call_id})


@screen("appointments.book", patient="patient_id")
def book_page(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Choose a free time for a patient, or book the chosen one."""
    refusal = None
    if request.method == "POST":
        form = BookForm(request.POST)
        if form.is_valid():
            typed = form.cleaned_data
            try:
                book.once(
                    request.POST.get("once", ""),
                    actor=request.actor,
                    patient_id=patient_id,
                    provider_id=typed["provider"],
                    site_id=typed["site"],
                    starts=typed["starts"],
                    visit_type=typed["visit_type"],
                    reason=typed["reason"],
                    call_id=typed["call"],
                )
                return back(request, "/front/")
            except Refusal as found:
                refusal = found
    context = {"banner": banner(request.actor, patient_id), "refusal": refusal, **_free_times(request)}
    return render(request, "scheduling/book.html", context, status=refusal.status if refusal else 200)


@require_POST
@screen("appointments.book")
def change(request: OfficeRequest, appointment_id: UUID, verb: str) -> HttpResponse:
    """Confirm, cancel or mark as no-show."""
    if verb == "cancel":
        cancel(actor=request.actor, appointment_id=appointment_id, why=request.POST.get("why", ""))
    elif verb == "confirm":
        confirm(actor=request.actor, appointment_id=appointment_id)
    elif verb == "no-show":
        mark_no_show(actor=request.actor, appointment_id=appointment_id)
    else:
        raise NotFound
    return back(request, "/scheduling/")


def _free_times(request: HttpRequest) -> dict[str, object]:
    """What a booking form offers: kinds of visits and the next free times of the chosen one."""
    typed = request.POST if request.method == "POST" else request.GET
    kinds = queries.visit_types()
    chosen = typed.get("visit_type") or typed.get("kind") or "sick"
    known = chosen if chosen in {kind.key for kind in kinds} else kinds[0].key
    free = queries.find_free(known, clock.now(), limit=9)
    return {"kinds": kinds, "chosen": known, "free": free, "reason": typed.get("reason", "")}
