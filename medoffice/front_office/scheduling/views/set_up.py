"""Screens on which the schedule is set up: kinds of visits, weeks, what is booked with visits, rules, holidays."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.front_office.scheduling.actions.add_device import add_device
from medoffice.front_office.scheduling.actions.define_visit_type import define_visit_type
from medoffice.front_office.scheduling.actions.end_away import end_away
from medoffice.front_office.scheduling.actions.end_template import end_template
from medoffice.front_office.scheduling.actions.observe_holidays import observe_holidays
from medoffice.front_office.scheduling.actions.put_into_group import put_into_group
from medoffice.front_office.scheduling.actions.set_away import set_away
from medoffice.front_office.scheduling.actions.set_length import set_length
from medoffice.front_office.scheduling.actions.set_rule import set_rule
from medoffice.front_office.scheduling.actions.set_template import set_template
from medoffice.front_office.scheduling.forms import (
    AwayForm,
    DeviceForm,
    GroupForm,
    KindForm,
    LengthForm,
    RuleForm,
    WeekForm,
)
from medoffice.front_office.scheduling.queries.fallout import fallout, off_template
from medoffice.front_office.scheduling.queries.holidays import holidays_ahead
from medoffice.front_office.scheduling.queries.insight import access_by_payer, fairness, real_lengths, risk_quality
from medoffice.front_office.scheduling.queries.units import (
    absences,
    all_templates,
    groups_known,
    rules,
    unit,
    units,
    visit_types,
)
from medoffice.front_office.scheduling.queries.what_if import what_if
from medoffice.front_office.scheduling.rules.replay import WhatIf
from medoffice.front_office.scheduling.rules.week_text import write_week
from medoffice.front_office.scheduling.types import Fallout, UnitKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import exam_rooms, office_zone, providers, sites, staff, staff_member
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.fields import refusals_in, show_refusal


@screen("appointments.set_up")
def kinds(request: OfficeRequest) -> HttpResponse:
    """Kinds of visits: what can be booked, how long it takes, what it needs. The same name again changes one."""
    known = visit_types()
    form = KindForm(request.POST or None, initial={"minutes": 20, "takes_copay": True})
    form.offer(groups_known())
    if form.is_bound and form.is_valid():
        try:
            define_visit_type(actor=request.actor, **form.filled())
            return redirect("scheduling:kinds")
        except Refusal as refusal:
            show_refusal(form, refusal)
    context = {"kinds": known, "form": form, "room": "practice"}
    return render(request, "scheduling/kinds.html", context, status=422 if form.errors else 200)


@screen("appointments.set_up")
def hours(request: OfficeRequest, unit_id: UUID) -> HttpResponse:
    """The weeks of a unit. A new one is shown with all it would change first, and set when it is sent again."""
    form, told, tried = _week_form(request, unit_id), None, None
    if form.is_bound and form.is_valid():
        asked = {"unit_id": unit_id, **form.filled()}
        with refusals_in(form):
            if request.POST.get("set"):
                set_template(actor=request.actor, **asked)
                return redirect("scheduling:hours", unit_id)
            told = fallout(request.actor, **asked)
            tried = what_if(request.actor, unit_id, asked["site_id"], asked["blocks"])
    return _hours_page(request, unit_id, form, AwayForm(), told, tried)


@require_POST
@screen("appointments.set_up")
def template_end(request: OfficeRequest, unit_id: UUID, template_id: UUID) -> HttpResponse:
    """A week holds until today."""
    end_template(actor=request.actor, template_id=template_id, on=clock.today(office_zone()))
    return redirect("scheduling:hours", unit_id)


@require_POST
@screen("appointments.set_up")
def away(request: OfficeRequest, unit_id: UUID) -> HttpResponse:
    """A unit is away for some days."""
    form = AwayForm(request.POST)
    form.day_is(clock.today(office_zone()))
    if form.is_valid():
        with refusals_in(form):
            set_away(actor=request.actor, unit_id=unit_id, **form.filled(office_zone()))
            return redirect("scheduling:off")
    return _hours_page(request, unit_id, _week_form(request, unit_id, bound=False), form)


@require_POST
@screen("appointments.set_up")
def away_end(request: OfficeRequest, unit_id: UUID, away_id: UUID) -> HttpResponse:
    """A unit is there after all."""
    end_away(actor=request.actor, away_id=away_id)
    return redirect("scheduling:hours", unit_id)


@screen("appointments.set_up")
def off(request: OfficeRequest) -> HttpResponse:
    """Booked visits that the schedule as it stands has no place for."""
    found = off_template(request.actor)
    people = patients_by_id({one.appointment.patient_id for one in found})
    saw(request, people)
    lines = [(one, people[one.appointment.patient_id]) for one in found]
    return render(request, "scheduling/off.html", {"lines": lines, "room": "schedule"})


@screen("appointments.set_up")
def booked_with(request: OfficeRequest) -> HttpResponse:
    """What is booked with visits: rooms, devices, people who help; add some."""
    return _units_page(request, DeviceForm(), GroupForm())


@require_POST
@screen("appointments.set_up")
def device(request: OfficeRequest) -> HttpResponse:
    """Add a device."""
    form = DeviceForm(request.POST)
    form.offer(sites())
    if form.is_valid():
        with refusals_in(form):
            add_device(actor=request.actor, **form.filled())
            return redirect("scheduling:units")
    return _units_page(request, form, GroupForm())


@require_POST
@screen("appointments.set_up")
def group(request: OfficeRequest) -> HttpResponse:
    """Let a room or somebody who helps be booked with visits."""
    form = GroupForm(request.POST)
    form.offer(*_to_group())
    if form.is_valid():
        with refusals_in(form):
            put_into_group(actor=request.actor, **form.filled())
            return redirect("scheduling:units")
    return _units_page(request, DeviceForm(), form)


@screen("appointments.set_up")
def limits(request: OfficeRequest) -> HttpResponse:
    """Rules: how many at once, a day, beyond, and how long. The same about the same again changes one."""
    known, people = visit_types(), units()
    form = RuleForm(request.POST or None)
    form.offer(people, known)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_rule(actor=request.actor, **form.filled())
            return redirect("scheduling:rules")
    names = {one.id: one.name for one in people}
    lines = [(one, names.get(one.unit_id, "") if one.unit_id else "") for one in rules()]
    context = {"form": form, "lines": lines, "kinds": {one.key: one.name for one in known}, "room": "practice"}
    return render(request, "scheduling/rules.html", context, status=422 if form.errors else 200)


@screen("appointments.set_up")
def holidays(request: OfficeRequest) -> HttpResponse:
    """The holidays ahead, and on which of them the office is closed."""
    today = clock.today(office_zone())
    if request.method == "POST":
        chosen = tuple(request.POST.getlist("on"))
        closed = observe_holidays(actor=request.actor, on=chosen, today=today)
        messages.success(request, f"{closed} days are closed.")
        return redirect("scheduling:off")
    return render(request, "scheduling/holidays.html", {"holidays": holidays_ahead(today), "room": "practice"})


@screen("appointments.set_up")
def insight(request: OfficeRequest) -> HttpResponse:
    """How long visits really take, with a length that can be taken over; how long people wait, for each provider."""
    if request.method == "POST":
        form = LengthForm(request.POST)
        if form.is_valid():
            set_length(actor=request.actor, **form.filled())
            messages.success(request, "From now on it is booked with that length.")
        return redirect("scheduling:insight")
    known = visit_types()
    usual = min(known, key=lambda kind: (kind.key != "sick", kind.key), default=None)
    asked = next((kind for kind in known if kind.key == request.GET.get("kind", "")), usual)
    context = {
        "lengths": real_lengths(),
        "waits": fairness(asked) if asked else [],
        "payers": access_by_payer(asked) if asked else [],
        "risks": risk_quality(),
        "kinds": known,
        "names": {kind.key: kind.name for kind in known},
        "people": {one.id: one.name for one in providers()},
        "chosen": asked,
        "room": "schedule",
    }
    return render(request, "scheduling/insight.html", context)


def hours_panel(request: HttpRequest, staff_id: UUID) -> SafeString | None:
    """On the page of somebody who works here: their week, for those who set it up."""
    member = staff_member(staff_id)
    now = clock.today(office_zone())
    held = [one for one in all_templates(staff_id) if one.valid_to is None or one.valid_to >= now]
    context = {"member": member, "weeks": [(one, write_week(one.blocks)) for one in held]}
    return render_to_string("scheduling/hours_panel.html", context, request)


def _week_form(request: OfficeRequest, unit_id: UUID, *, bound: bool = True) -> WeekForm:
    places, today = sites(), clock.today(office_zone())
    what, known = unit(unit_id), all_templates(unit_id)
    last = next((one for one in reversed(known) if one.valid_to is None), None)
    at = last.site_id if last else (what.site_id or places[0].id if places else "")
    initial = {"site": str(at), "week": write_week(last.blocks) if last else "", "valid_from": "t"}
    form = WeekForm(request.POST if bound and request.method == "POST" else None, initial=initial)
    form.offer(places, today)
    return form


def _hours_page(
    request: OfficeRequest,
    unit_id: UUID,
    form: WeekForm,
    away_form: AwayForm,
    told: Fallout | None = None,
    tried: WhatIf | None = None,
) -> HttpResponse:
    what, names = unit(unit_id), {place.id: place.name for place in sites()}
    people = patients_by_id({one.appointment.patient_id for one in told.off}) if told else {}
    saw(request, people)
    context = {
        "unit": what,
        "form": form,
        "away_form": away_form,
        "told": told,
        "tried": tried,
        "off": [(one, people[one.appointment.patient_id]) for one in told.off] if told else [],
        "weeks": [(one, names[one.site_id], write_week(one.blocks)) for one in all_templates(unit_id)],
        "away": absences([unit_id], clock.now()),
        "kinds": visit_types(),
        "person": what.kind in (UnitKind.PROVIDER, UnitKind.ASSISTANT),
        "room": "practice",
    }
    wrong = form.errors or (away_form.is_bound and away_form.errors)
    return render(request, "scheduling/hours.html", context, status=422 if wrong else 200)


def _to_group() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The rooms, and the people who see no patients themselves, as choices with their site."""
    places = sites()
    rooms = [
        (f"{place.id} {room.id}", f"{room.name}, {place.name}") for place in places for room in exam_rooms(place.id)
    ]
    helpers = [(f"{one.site_id} {one.id}", one.name) for one in staff() if not one.is_provider]
    return rooms, helpers


def _units_page(request: OfficeRequest, device_form: DeviceForm, group_form: GroupForm) -> HttpResponse:
    places = sites()
    device_form.offer(places)
    group_form.offer(*_to_group())
    names = {place.id: place.name for place in places}
    lines = [(one, names.get(one.site_id, "") if one.site_id else "") for one in units()]
    context = {"lines": lines, "device_form": device_form, "group_form": group_form, "room": "practice"}
    wrong = (device_form.is_bound and device_form.errors) or (group_form.is_bound and group_form.errors)
    return render(request, "scheduling/units.html", context, status=422 if wrong else 200)
