"""Screens of one appointment: what it is, what may be done about it, how confidential it is."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.scheduling.actions.cancel import cancel
from medoffice.front_office.scheduling.actions.confirm import confirm
from medoffice.front_office.scheduling.actions.make_confidential import make_confidential
from medoffice.front_office.scheduling.actions.mark_no_show import mark_no_show
from medoffice.front_office.scheduling.actions.move import move
from medoffice.front_office.scheduling.forms import ConfidentialForm, SlotForm
from medoffice.front_office.scheduling.offers import chips_of
from medoffice.front_office.scheduling.queries.appointments import appointment, holdings_of, log_of, told_by
from medoffice.front_office.scheduling.queries.insight import arriving_now, no_show_risk
from medoffice.front_office.scheduling.queries.units import visit_type
from medoffice.front_office.scheduling.types import OPEN
from medoffice.front_office.scheduling.views.booking import free_times
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import site, staff_member
from medoffice.records.encounters.api import with_reasons
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, back, can, labels_of, require, saw, screen
from medoffice.security.types import Label
from medoffice.ui.panels import panels_for


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
        answer = back(request, reverse("scheduling:appointment", args=[then]))
        if request.POST.get("next"):
            answer["Location"] += ("&" if "?" in answer["Location"] else "?") + f"moved={appointment_id}"
        else:
            local = typed["starts"].astimezone(ZoneInfo(site(typed["site"]).zone))
            messages.success(request, f"Moved to {local:%a %m/%d %-I:%M %p}, {staff_member(typed['provider']).name}.")
        return answer
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


def _appointment(request: OfficeRequest, appointment_id: UUID, refusal: Refusal | None) -> HttpResponse:
    booked = appointment(appointment_id)
    require(request.actor, "appointments.read", booked.patient_id)
    saw(request, [booked.patient_id])
    (booked,) = with_reasons(request.actor, [booked])
    place = site(booked.site_id)
    context = {
        "booked": booked,
        "local": booked.starts.astimezone(ZoneInfo(place.zone)),
        "kind": visit_type(booked.visit_type),
        "place": place,
        "provider": staff_member(booked.provider_id),
        "open": booked.state in OPEN,
        "held": holdings_of([booked.id]).get(booked.id, []),
        "log": log_of(booked.id),
        "risk": no_show_risk(booked),
        "arriving": arriving_now(booked),
        "chips": chips_of(request.actor, [booked])[booked.id],
        "past": booked.starts <= clock.now(),
        "banner": banner(request.actor, booked.patient_id),
        "refusal": refusal,
        "panel": confidential_panel(request, appointment_id),
        "panels": panels_for("appointment", request, appointment_id),
        "room": "schedule",
        **free_times(request, booked.visit_type),
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
    subject, _, _ = told_by(visit_id)
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
