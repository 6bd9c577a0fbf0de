"""A walk-in's page, and the moves of the flow board; each is a form that goes back to where it was pressed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.check_in.actions.check_out import check_out
from medoffice.front_office.check_in.actions.leave import leave
from medoffice.front_office.check_in.actions.provider_enters import provider_enters
from medoffice.front_office.check_in.actions.room_patient import room_patient
from medoffice.front_office.check_in.actions.send_to_check_out import send_to_check_out
from medoffice.front_office.check_in.actions.take_back_arrival import take_back_arrival
from medoffice.front_office.check_in.actions.walk_in import walk_in
from medoffice.front_office.check_in.forms import WalkInForm
from medoffice.front_office.check_in.queries import billed_to, payables
from medoffice.front_office.scheduling.api import visit_types
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import office_zone, providers, sites, staff_of_user
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner, patient
from medoffice.security.api import OfficeRequest, back, screen
from medoffice.ui.fields import refusals_in


@screen("check_in.arrive", patient="patient_id")
def walk_in_page(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Take a patient who comes without an appointment."""
    offered = payables(patient_id, clock.today(office_zone()))
    here = staff_of_user(request.actor.id)
    likely = {
        "identity_checked": "name, birth date",
        "visit_type": "sick",
        "site": here.site_id if here else None,
        "coverage": offered[0].id if offered else "",
    }
    form = WalkInForm(request.POST or None, initial=likely)
    form.offer(providers(), sites(), visit_types(), [*((str(one.id), one.label) for one in offered), ("", "self-pay")])
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            coverage_id, case_id = billed_to(offered, form.chosen())
            walk_in(
                actor=request.actor,
                patient_id=patient_id,
                **form.filled(),
                coverage_id=coverage_id,
                case_id=case_id,
            )
            messages.success(request, f"{patient(patient_id).name.sorted_form}: checked in.")
            return back(request, "/front/")
    context = {"form": form, "banner": banner(request.actor, patient_id), "room": "front"}
    return render(request, "check_in/walk_in.html", context, status=422 if form.errors else 200)


@require_POST
@screen("check_in.room")
def room(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Bring a patient to a room; one that is taken meanwhile is said, where the free ones are."""
    typed = request.POST
    try:
        room_patient(
            actor=request.actor, encounter_id=encounter_id, room=typed.get("room", ""), beside="beside" in typed
        )
    except Refusal as refusal:
        return _taken(request, encounter_id, refusal)
    return back(request, "/front/")


@require_POST
@screen("check_in.room")
def enter(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The provider goes in."""
    try:
        provider_enters(actor=request.actor, encounter_id=encounter_id)
    except Refusal as refusal:
        return _taken(request, encounter_id, refusal)
    return back(request, "/front/")


@require_POST
@screen("check_in.room")
def to_check_out(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The patient goes to the desk."""
    send_to_check_out(actor=request.actor, encounter_id=encounter_id)
    return back(request, "/front/")


@require_POST
@screen("check_in.arrive")
def check_out_(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The visit is over."""
    check_out(actor=request.actor, encounter_id=encounter_id)
    messages.success(request, f"{patient(encounter(encounter_id).patient_id).name.sorted_form}: checked out.")
    return back(request, "/front/")


@require_POST
@screen("check_in.arrive")
def left(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The patient left without being seen."""
    leave(actor=request.actor, encounter_id=encounter_id, why=request.POST.get("why", ""))
    return back(request, "/front/")


@require_POST
@screen("check_in.arrive")
def not_here(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The arrival was noted by mistake."""
    take_back_arrival(actor=request.actor, encounter_id=encounter_id)
    return back(request, "/front/")


def _taken(request: OfficeRequest, encounter_id: UUID, refusal: Refusal) -> HttpResponse:
    if refusal.code != "room-taken":
        raise refusal
    messages.warning(request, f"{refusal.words} {refusal.fix}")
    return redirect("flow:rooms", encounter_id)
