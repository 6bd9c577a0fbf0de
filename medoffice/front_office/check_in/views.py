"""The moves of the flow board; each is a form that goes back to where it was pressed."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from medoffice.front_office.check_in.actions.check_out import check_out
from medoffice.front_office.check_in.actions.leave import leave
from medoffice.front_office.check_in.actions.provider_enters import provider_enters
from medoffice.front_office.check_in.actions.room_patient import room_patient
from medoffice.front_office.check_in.actions.send_to_check_out import send_to_check_out
from medoffice.security.api import back, screen
from medoffice.security.screens import OfficeRequest


@require_POST
@screen("check_in.room")
def room(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Bring a patient to a room."""
    room_patient(actor=request.actor, encounter_id=encounter_id, room=request.POST.get("room", ""))
    return back(request, "/front/")


@require_POST
@screen("check_in.room")
def enter(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The provider goes in."""
    provider_enters(actor=request.actor, encounter_id=encounter_id)
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
    return back(request, "/front/")


@require_POST
@screen("check_in.arrive")
def left(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The patient left without being seen."""
    leave(actor=request.actor, encounter_id=encounter_id, why=request.POST.get("why", ""))
    return back(request, "/front/")
