"""What the schedule offers to later rooms: its place in the chain."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from medoffice.front_office.calls.api import register_hours
from medoffice.front_office.calls.types import OpenHours
from medoffice.front_office.scheduling.offers import register_prerequisite
from medoffice.front_office.scheduling.queries.appointments import (
    appointment,
    appointment_numbered,
    appointments_from_call,
    moved_from,
    schedule_check,
)
from medoffice.front_office.scheduling.queries.units import templates_of, units, visit_types
from medoffice.front_office.scheduling.types import Appointment, Chip, HoldBroken, TimeFreed, UnitKind
from medoffice.front_office.scheduling.views.appointment import confidential_panel
from medoffice.front_office.scheduling.views.booking import offer_panel
from medoffice.front_office.scheduling.views.set_up import hours_panel
from medoffice.kernel.checks import register_check
from medoffice.kernel.facts import fact
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_set_up_step, staff_member, today_here
from medoffice.practice.types import SetUpStep
from medoffice.records.patients.api import with_interpreter
from medoffice.records.patients.types.people import LANGUAGES
from medoffice.security.types import Actor
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _trace(appointment_id: UUID) -> Step | None:
    try:
        booked = appointment(appointment_id)
    except NotFound:
        return None
    before = moved_from(booked.id)
    causes = [Ref("call", booked.call_id)] if booked.call_id else []
    causes += [Ref("appointment", before)] if before else []
    details = [("state", booked.state.replace("_", " ")), ("booked by", booked.booked_by)]
    return Step(
        ref=Ref("appointment", booked.id),
        stage="appointment",
        title=f"Appointment {booked.number}" + (" (walk-in)" if booked.walk_in else ""),
        words=f"{booked.reason}, with {staff_member(booked.provider_id).name}",
        causes=tuple(causes),
        at=booked.starts,
        who=booked.booked_by,
        url=reverse("scheduling:appointment", args=[booked.id]),
        details=tuple(details),
        subject=booked.patient_id,
        visit=booked.id,
        opens="encounters.reason",
    )


def _find(text: str) -> Ref | None:
    found = appointment_numbered(text.upper())
    return Ref("appointment", found) if found else None


def _moved_to(appointment_id: UUID) -> list[Ref]:
    then = appointment(appointment_id).moved_to
    return [Ref("appointment", then)] if then else []


def _kinds() -> str:
    return ", ".join(kind.name for kind in visit_types())


def _hours() -> str:
    return ", ".join(one.name for one in units() if one.kind is UnitKind.PROVIDER)


def _week_at(site_id: UUID) -> list[OpenHours]:
    """When providers work at a site in the week that holds today."""
    today = today_here()
    people = [one.id for one in units() if one.kind is UnitKind.PROVIDER]
    found = (one for one in templates_of(people, today, today) if one.site_id == site_id)
    return [OpenHours(block.weekday, block.starts, block.ends) for one in found for block in one.blocks]


def _of_call(call_id: UUID) -> list[Ref]:
    return [Ref("appointment", found) for found in appointments_from_call(call_id)]


def _interpreter(_actor: Actor, visits: Sequence[Appointment]) -> dict[UUID, Chip]:
    """Who needs one; that one is booked is the office's to see to."""
    needed = {
        who: LANGUAGES.get(told, told) for who, told in with_interpreter(one.patient_id for one in visits).items()
    }
    return {
        one.id: Chip("warn", f"interpreter, {needed[one.patient_id]}") for one in visits if one.patient_id in needed
    }


def _fasting(_actor: Actor, visits: Sequence[Appointment]) -> dict[UUID, Chip]:
    kinds = {kind.key for kind in visit_types() if kind.fasting}
    return {one.id: Chip("warn", "comes fasting") for one in visits if one.visit_type in kinds}


register_prerequisite("interpreter", _interpreter)
register_prerequisite("fasting", _fasting)
fact(TimeFreed)
fact(HoldBroken)
tracers.register("appointment", _trace)
finders.register("appointment", _find)
register_effects("call", _of_call)
register_effects("appointment", _moved_to)
register_hours(_week_at)
register_append_only("appointment_state")
register_check("schedule", schedule_check)
register_set_up_step(
    SetUpStep("hours", "Hours", "When providers work; open a provider to enter them.", "practice:staff", _hours)
)
register_set_up_step(
    SetUpStep("visit-types", "Kinds of visits", "What can be booked, how long it takes.", "scheduling:kinds", _kinds)
)
register_panel("call", offer_panel)
register_panel("visit-end", confidential_panel)
register_panel("member", hours_panel)
register_navigation(NavItem("schedule", "Schedule", "scheduling:day", "appointments.read", 20))
for _command in (
    Command("My times in a calendar program", "scheduling:my-feed", "appointments.feed"),
    Command("What the schedule teaches", "scheduling:insight", "appointments.set_up"),
    Command("Visits without a place", "scheduling:off", "appointments.set_up"),
    Command("Rooms, devices and people booked with visits", "scheduling:units", "appointments.set_up"),
    Command("Capacity and length of visits", "scheduling:rules", "appointments.set_up"),
    Command("Holidays", "scheduling:holidays", "appointments.set_up"),
):
    register_command(_command)
