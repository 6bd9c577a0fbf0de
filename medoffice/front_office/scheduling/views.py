"""Screens of the schedule: the day, a call with booking, booking for a patient, one appointment, kinds of visits."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.calls.api import call
from medoffice.front_office.scheduling import queries
from medoffice.front_office.scheduling.actions.book import book
from medoffice.front_office.scheduling.actions.cancel import cancel
from medoffice.front_office.scheduling.actions.confirm import confirm
from medoffice.front_office.scheduling.actions.define_visit_type import define_visit_type
from medoffice.front_office.scheduling.actions.make_confidential import make_confidential
from medoffice.front_office.scheduling.actions.mark_no_show import mark_no_show
from medoffice.front_office.scheduling.actions.move import move
from medoffice.front_office.scheduling.forms import BookForm, ConfidentialForm, KindForm, SlotForm
from medoffice.front_office.scheduling.types import Appointment, AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import office_zone, providers, site, staff_member
from medoffice.records.encounters.api import with_reasons
from medoffice.records.patients.api import banner, hits_of, patients_by_id, search
from medoffice.security.api import OfficeRequest, back, can, labels_of, require, saw, screen
from medoffice.security.types import Label
from medoffice.ui.dates import day_to_show
from medoffice.ui.fields import show_refusal


@screen("appointments.read")
def day(request: OfficeRequest) -> HttpResponse:
    """The schedule of a day, a column for each provider."""
    zone = office_zone()
    today = clock.today(zone)
    on = day_to_show(request.GET.get("on", ""), today)
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
    """A call: whom it is about, free times, what came of it. A patient just registered on it is offered at once."""
    taken = call(call_id)
    if taken.patient_id:
        require(request.actor, "calls.read", taken.patient_id)
        saw(request, [taken.patient_id])
        (taken,) = with_reasons(request.actor, [taken])
    offered = [] if taken.patient_id else hits_of(request.actor, _who(request))
    saw(request, {hit.id for hit in offered})
    context = {
        "call": taken,
        "hits": offered,
        "call_id": call_id,
        "banner": banner(request.actor, taken.patient_id) if taken.patient_id else None,
        "booked": [_with_provider(queries.appointment(found)) for found in queries.appointments_from_call(call_id)],
        **_free_times(request),
    }
    return render(request, "scheduling/call.html", context)


def _with_provider(found: Appointment) -> tuple[Appointment, str]:
    """What is told to the caller: the time and whom it is with."""
    return found, staff_member(found.provider_id).name


@require_POST
@screen("patients.find")
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
            )
            return back(request, "/front/")
        except Refusal as found:
            refusal = found
    context = {"banner": banner(request.actor, patient_id), "refusal": refusal, **_free_times(request)}
    return render(request, "scheduling/book.html", context, status=refusal.status if refusal else 200)


@screen("appointments.read")
def appointment_page(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """One appointment: what it is, and what may be done about it."""
    return _appointment(request, appointment_id, None)


@require_POST
@screen("appointments.book")
def move_(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """Move an appointment to a chosen free time; if that is refused it stays where it is."""
    form = SlotForm(request.POST)
    try:
        if not form.is_valid():
            raise Invalid("no-time-chosen", "Nothing is moved yet.", "Choose one of the free times.")
        typed = form.cleaned_data
        then = move(
            actor=request.actor,
            appointment_id=appointment_id,
            starts=typed["starts"],
            provider_id=typed["provider"],
            site_id=typed["site"],
        )
        return redirect("scheduling:appointment", then)
    except Refusal as refusal:
        return _appointment(request, appointment_id, refusal)


@require_POST
@screen("appointments.book")
def change(request: OfficeRequest, appointment_id: UUID, verb: str) -> HttpResponse:
    """Confirm, cancel or mark as no-show."""
    try:
        if verb == "cancel":
            cancel(actor=request.actor, appointment_id=appointment_id, why=request.POST.get("why", ""))
        elif verb == "confirm":
            confirm(actor=request.actor, appointment_id=appointment_id)
        elif verb == "no-show":
            mark_no_show(actor=request.actor, appointment_id=appointment_id)
        else:
            raise NotFound
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return _appointment(request, appointment_id, refusal)
    return back(request, "/scheduling/")


@screen("appointments.set_up")
def kinds(request: OfficeRequest) -> HttpResponse:
    """Kinds of visits: what can be booked and how long it takes. The same name again changes one."""
    known = queries.visit_types()
    form = KindForm(request.POST or None, initial={"minutes": 20, "takes_copay": True})
    if form.is_bound and form.is_valid():
        try:
            define_visit_type(actor=request.actor, **form.cleaned_data)
            return redirect("scheduling:kinds")
        except Refusal as refusal:
            show_refusal(form, refusal)
    context = {"kinds": known, "form": form, "room": "practice"}
    return render(request, "scheduling/kinds.html", context, status=422 if form.errors else 200)


def _who(request: HttpRequest) -> list[UUID]:
    """The patient just registered for this call, if the address says so."""
    try:
        return [UUID(request.GET.get("who", ""))]
    except ValueError:
        return []


def _appointment(request: OfficeRequest, appointment_id: UUID, refusal: Refusal | None) -> HttpResponse:
    booked = queries.appointment(appointment_id)
    require(request.actor, "appointments.read", booked.patient_id)
    saw(request, [booked.patient_id])
    (booked,) = with_reasons(request.actor, [booked])
    place = site(booked.site_id)
    context = {
        "booked": booked,
        "local": booked.starts.astimezone(ZoneInfo(place.zone)),
        "kind": queries.visit_type(booked.visit_type),
        "place": place,
        "provider": staff_member(booked.provider_id),
        "open": booked.state in (AppointmentState.BOOKED, AppointmentState.CONFIRMED),
        "past": booked.starts <= clock.now(),
        "banner": banner(request.actor, booked.patient_id),
        "refusal": refusal,
        "panel": confidential_panel(request, appointment_id),
        "room": "schedule",
        **_free_times(request, booked.visit_type),
    }
    return render(request, "scheduling/appointment.html", context, status=refusal.status if refusal else 200)


@require_POST
@screen("labels.visit")
def confidential(request: OfficeRequest, visit_id: UUID) -> HttpResponse:
    """Make a visit confidential."""
    form = ConfidentialForm(request.POST)
    if not form.is_valid():
        raise Invalid("not-said", "Say what it is and who asked for it.", "Go back and fill both in.")
    label, why = Label(form.cleaned_data["label"]), form.cleaned_data["why"]
    make_confidential(actor=request.actor, visit_id=visit_id, label=label, why=why)
    return back(request, "/front/")


def confidential_panel(request: HttpRequest, visit_id: UUID) -> SafeString | None:
    """How confidential a visit is, as far as this person may know; who may makes it so, or breaks the glass."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return None
    subject, _, _ = queries.told_by(visit_id)
    closed = not can(actor, "encounters.reason", subject, visit_id)
    context = {
        "closed": closed,
        "labels": [] if closed else labels_of(subject, visit_id),
        "glass": closed and can(actor, "security.break_glass", subject),
        "may_label": can(actor, "labels.visit", subject),
        "may_consent": can(actor, "labels.consent", subject),
        "form": ConfidentialForm(auto_id="label_%s"),
        "subject": subject,
        "visit_id": visit_id,
        "here": request.path,
    }
    return render_to_string("scheduling/confidential.html", context, request)


def _free_times(request: HttpRequest, fixed: str = "") -> dict[str, object]:
    """What a booking form offers: kinds of visits, and the next free times of the chosen one with the chosen provider
    from the chosen day on.
    """
    typed = request.POST if request.method == "POST" else request.GET
    known, people = queries.visit_types(), providers()
    wanted = fixed or typed.get("visit_type") or typed.get("kind") or "sick"
    chosen = next((kind.key for kind in known if kind.key == wanted), known[0].key if known else "")
    with_ = next((member.id for member in people if str(member.id) == request.GET.get("with", "")), None)
    zone = office_zone()
    asked = request.GET.get("from", "").strip()
    on = day_to_show(asked, clock.today(zone)) if asked else None
    from_ = datetime.combine(on, time.min, zone).astimezone(UTC) if on else clock.now()
    free = queries.find_free(chosen, from_, provider_id=with_, limit=9) if chosen else []
    offer = {"kinds": known, "providers": people, "chosen": chosen, "with": with_, "from": on, "free": free}
    return {**offer, "reason": typed.get("reason", "")}
