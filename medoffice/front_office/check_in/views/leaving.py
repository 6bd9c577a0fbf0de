"""What arrival itself gives a patient who goes: a note for work or school that they were here, and nothing else."""

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from medoffice.front_office.check_in.types import Parting
from medoffice.kernel import clock
from medoffice.practice.api import practice, site
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import OVER, Encounter
from medoffice.records.patients.api import banner, patient
from medoffice.security.api import OfficeRequest, require, saw, screen
from medoffice.security.types import Actor


@screen("check_in.arrive")
def was_here(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """A note for work or school: who was here, when; not with whom or why, and no advice."""
    visit = encounter(encounter_id)
    require(request.actor, "check_in.arrive", visit.patient_id)
    saw(request, [visit.patient_id])
    place = site(visit.site_id)
    zone = ZoneInfo(place.zone)
    until = visit.stage_since if visit.stage in OVER else clock.now()
    context = {
        "visit": visit,
        "who": patient(visit.patient_id),
        "banner": banner(request.actor, visit.patient_id),
        "office": practice(),
        "place": place,
        "began": visit.started_at.astimezone(zone),
        "until": until.astimezone(zone),
        "printed": clock.now().astimezone(zone),
        "room": "front",
    }
    return render(request, "check_in/was_here.html", context)


def note_of_visit(_actor: Actor, visit: Encounter) -> Sequence[Parting]:
    """The note, where check-out lists it."""
    return [Parting("Note for work or school", url=reverse("check_in:was-here", args=[visit.id]), key="n")]
