"""Where is my patient, which room is free, and how a visit or a day went."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from medoffice.front_office.flow.actions.call_on_display import call_on_display
from medoffice.front_office.flow.queries.board import flow_board
from medoffice.front_office.flow.queries.forecasts import forecasts
from medoffice.front_office.flow.queries.rooms import rooms_of
from medoffice.front_office.flow.queries.timelines import timeline_of, timelines_on
from medoffice.front_office.flow.rules.finding import matching
from medoffice.kernel import clock
from medoffice.practice.api import office_zone
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, back, require, saw, screen
from medoffice.ui.dates import parse_date_as_typed


@screen("check_in.board")
def where(request: OfficeRequest) -> HttpResponse:
    """Everybody of today and where they are; what is typed narrows it. It is posted: no address holds a name."""
    asked = request.POST.get("q", "").strip()
    found = matching(flow_board(request.actor), asked)
    saw(request, {card.patient_id for card in found})
    context = {"found": found, "asked": asked, "room": "front"}
    return render(request, "flow/_where.html" if request.method == "POST" else "flow/where.html", context)


@screen("check_in.room")
def rooms(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The rooms of a visit's site, and who is in them; one key brings the patient to a free one."""
    visit = encounter(encounter_id)
    require(request.actor, "check_in.room", visit.patient_id)
    found = rooms_of(request.actor, visit.site_id)
    saw(request, {visit.patient_id, *(card.patient_id for one in found for card in one.cards)})
    context = {
        "visit": visit,
        "banner": banner(request.actor, visit.patient_id),
        "rooms": found,
        "here": visit.in_room,
        "site_key": str(visit.site_id),
        "room": "front",
    }
    return render(request, "flow/rooms.html", context)


@screen("check_in.board")
def timeline(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Where the minutes of a visit went."""
    visit = encounter(encounter_id)
    require(request.actor, "check_in.board", visit.patient_id)
    saw(request, [visit.patient_id])
    context = {"timeline": timeline_of(encounter_id), "visit": visit, "banner": banner(request.actor, visit.patient_id)}
    return render(request, "flow/timeline.html", {**context, "room": "front"})


@screen("check_in.board")
def waits(request: OfficeRequest) -> HttpResponse:
    """When each patient who waits will be seen, with the span that eight of ten keep to."""
    told = {one.encounter_id: one for one in forecasts()}
    found = [(card, told[card.encounter_id]) for card in flow_board(request.actor) if card.encounter_id in told]
    saw(request, {card.patient_id for card, _ in found})
    found.sort(key=lambda pair: pair[1].middle)
    return render(request, "flow/waits.html", {"found": found, "room": "front"})


@screen("check_in.board")
def day(request: OfficeRequest) -> HttpResponse:
    """Where the minutes of a day went, one line a visit."""
    today = clock.today(office_zone())
    on = parse_date_as_typed(request.GET.get("on", ""), today) or today
    found = timelines_on(request.actor, None, on)
    saw(request, {one.patient_id for one in found})
    starts = min((one.arrived for one in found), default=clock.now())
    ends = max((one.parts[-1].ends for one in found), default=clock.now())
    context = {"timelines": found, "on": on, "starts": starts, "ends": ends, "room": "front"}
    return render(request, "flow/day.html", context)


@require_POST
@screen("check_in.arrive")
def call_on(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """What the patient agreed to be called on the screen in the waiting room."""
    call_on_display(actor=request.actor, encounter_id=encounter_id, how=request.POST.get("how", ""))
    return back(request, "/front/")
