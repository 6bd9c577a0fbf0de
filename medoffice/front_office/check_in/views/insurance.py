"""The insurance of a visit: what payers say of it, asked again or put right from where it is read."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.check_in.actions.ask_for_visits import ask_for_visit
from medoffice.front_office.check_in.actions.correct_member_id import correct_member_id
from medoffice.front_office.check_in.queries import arrival_of, insurance_of
from medoffice.front_office.check_in.types import Arriving, Insurance
from medoffice.front_office.scheduling.api import appointment
from medoffice.front_office.scheduling.types import Appointment
from medoffice.kernel.refusals import Conflict, Invalid, Refusal
from medoffice.practice.api import site
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, back, can, require, saw, screen, seen_version
from medoffice.ui.panels import panels_for


@screen("coverage.read")
def page(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """What payers say about a coming visit."""
    return _page(request, appointment_id, None)


@require_POST
@screen("coverage.ask")
def ask(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """Ask every payer of the patient about this visit, now."""
    asked = ask_for_visit(actor=request.actor, appointment_id=appointment_id)
    if not asked:
        messages.info(request, "Nothing was asked: there is no insurance that day, or the plan is not to know.")
    return back(request, reverse("check_in:insurance", args=[appointment_id]))


@require_POST
@screen("coverage.change")
def correct(request: OfficeRequest, appointment_id: UUID, coverage_id: UUID) -> HttpResponse:
    """Correct the member id as the card says it, and ask again at once."""
    try:
        correct_member_id(
            actor=request.actor,
            appointment_id=appointment_id,
            coverage_id=coverage_id,
            member_id=request.POST.get("member_id", ""),
            seen_version=seen_version(request),
        )
    except (Conflict, Invalid) as refusal:
        return _page(request, appointment_id, refusal)
    return back(request, reverse("check_in:insurance", args=[appointment_id]))


def _page(request: OfficeRequest, appointment_id: UUID, refusal: Refusal | None) -> HttpResponse:
    booked = appointment(appointment_id)
    require(request.actor, "coverage.read", booked.patient_id)
    saw(request, [booked.patient_id])
    context = {
        "booked": booked,
        "local": booked.starts.astimezone(ZoneInfo(site(booked.site_id).zone)),
        "banner": banner(request.actor, booked.patient_id),
        "panel": _panel(request, booked, insurance_of(booked), request.path if request.method == "GET" else ""),
        "identity": panels_for("identity", request, booked.patient_id),
        "refusal": refusal,
        "room": "front",
    }
    return render(request, "check_in/insurance.html", context, status=refusal.status if refusal else 200)


def insurance_panel(request: HttpRequest, arriving: Arriving) -> SafeString | None:
    """Who pays for a visit and what they say of it; what a payer or its line has wrong hides nothing."""
    return _panel(request, arriving.booked, arriving.insurance, request.path)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """The same in the chart, of the appointment the visit began with."""
    arrived = arrival_of(encounter_id)
    if arrived is None:
        return None
    booked = appointment(arrived.appointment_id)
    return _panel(request, booked, insurance_of(booked), request.path)


def _panel(request: HttpRequest, booked: Appointment, insurance: Insurance, here: str) -> SafeString | None:
    actor = getattr(request, "actor", None)
    if actor is None or not can(actor, "coverage.read", booked.patient_id):
        return None
    context = {
        "insurance": insurance,
        "booked": booked,
        "may_ask": can(actor, "coverage.ask", booked.patient_id),
        "may_correct": can(actor, "coverage.change", booked.patient_id),
        "here": here,
    }
    return render_to_string("check_in/_insurance.html", context, request)
