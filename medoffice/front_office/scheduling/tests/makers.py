"""Appointments for tests, made through the actions, on a frozen Tuesday morning in Chicago."""

from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from medoffice.front_office.scheduling.api import book, define_visit_type, set_template, week_of
from medoffice.front_office.scheduling.models import Holding
from medoffice.front_office.scheduling.offers import prerequisites
from medoffice.practice.tests.makers import Office, make_office, make_provider
from medoffice.security.types import PROGRAM, Actor

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)  # Tuesday 8:30 in Chicago
OPENED = date(2026, 1, 5)
MORNING, AFTERNOON = (time(8), time(12)), (time(13), time(17))
WORKDAYS = (0, 1, 2, 3, 4)


def make_bookable_office() -> Office:
    """An office with two kinds of visits: ``sick`` of 20 minutes, ``physical`` of 40.

    Dr Okafor sees patients Monday to Friday, 8 to 12 and 13 to 17.
    """
    office = make_office()
    make_hours(office.provider_id, office.site_id)
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    define_visit_type(actor=PROGRAM, key="physical", name="Physical", minutes=40, takes_copay=False)
    return office


def make_hours(
    staff_id: UUID,
    site_id: UUID,
    weekdays: tuple[int, ...] = WORKDAYS,
    stretches: tuple[tuple[time, time], ...] = (MORNING, AFTERNOON),
) -> UUID:
    """A usual week of a provider."""
    blocks = week_of(weekdays, stretches)
    return set_template(actor=PROGRAM, unit_id=staff_id, site_id=site_id, blocks=blocks, valid_from=OPENED)


def make_working_provider(
    site_id: UUID,
    family: str,
    *,
    stretches: tuple[tuple[time, time], ...] = (MORNING, AFTERNOON),
    weekdays: tuple[int, ...] = WORKDAYS,
) -> UUID:
    """A provider with hours."""
    staff_id = make_provider(site_id, family)
    make_hours(staff_id, site_id, weekdays, stretches)
    return staff_id


def local(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    """An instant by Chicago's clock."""
    return datetime(year, month, day, hour, minute, tzinfo=CHICAGO).astimezone(UTC)


def make_appointment(
    office: Office,
    patient_id: UUID,
    starts: datetime | None = None,
    kind: str = "sick",
    *,
    actor: Actor = PROGRAM,
    call_id: UUID | None = None,
    walk_in: bool = False,
    reason: str = "cough",
) -> UUID:
    """A booked time, 9:00 today if none is given."""
    return book(
        actor=actor,
        patient_id=patient_id,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts or local(24, 9),
        visit_type=kind,
        reason=reason,
        call_id=call_id,
        walk_in=walk_in,
    )


def who_holds() -> list[UUID | None]:
    """The appointment of each lane that is held, None for a hold's."""
    return list(Holding.objects.filter(live=True).order_by("id").values_list("appointment_id", flat=True))


def keep_prerequisites(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test registers as a prerequisite goes with the test."""
    monkeypatch.setattr(prerequisites, "_entries", dict(prerequisites._entries))
