"""The nouns of bulk history: how big an office, and the course of a visit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any, TypeAlias
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.practice.types import Site, StaffMember
from medoffice.records.coverage.types import Coverage
from medoffice.rehearsal.stories.types import PlannedVisit, RenderedVisit
from medoffice.revenue.billing.types import Charge
from medoffice.revenue.claims.types import Behind, Billed, Who
from medoffice.revenue.coding.types import CodedEncounter

Row: TypeAlias = Any  # made by a builder of another room, whose own its kind is
Booking: TypeAlias = Any  # the rows of an appointment, as the schedule's builder makes them
WORKING_DAYS, OF_A_PROVIDER = 250, 14  # in a year; visits of a provider on a day


@dataclass(frozen=True, slots=True)
class Size:
    """How big an office: its people, and the history behind a day.

    Its people are as old as they are ``today``. ``visits_a_year`` is per patient: about 1.6 is what a group practice
    sees. Without months nobody has been seen yet.
    """

    people: int
    months: int
    today: date
    seed: int = 7
    visits_a_year: float = 1.6
    until: date | None = None  # the history ends before this day and nothing is booked from it on; None: today

    @property
    def first(self) -> date:
        """The day the office opened its books here."""
        return self.today - timedelta(days=round(self.months * 365.25 / 12))

    @property
    def visits_a_day(self) -> float:
        """How many are seen on a working day."""
        return self.people * self.visits_a_year / WORKING_DAYS

    @property
    def providers(self) -> int:
        """How many providers that takes; the six of Riverbend at least."""
        return max(6, ceil(self.visits_a_day / OF_A_PROVIDER))


@dataclass(frozen=True, slots=True)
class WithProvider:
    """The steps of a patient who is seen, each with its instant; unsigned or uncoded so far where None.

    ``drawn`` and ``assistant`` are drawn numbers: places in the site's lists, counted round. ``room`` is the one of
    those free at that time; None where all were taken, and the patient was in none.
    """

    roomed: datetime
    drawn: int
    assistant: int
    measured: datetime
    entered: datetime
    ordered_done: datetime
    written: datetime
    out: datetime
    signed: datetime | None
    coded: datetime | None
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A visit as it went, each step with its instant; None for what did not happen, or not yet.

    ``called`` is None for a walk-in. ``ended`` is when it was cancelled, missed or left, for those fates. ``method`` is
    how a copay is paid, as a place in the list of methods; None where none is paid.
    """

    plan: PlannedVisit
    told: RenderedVisit
    called: datetime | None
    arrived: datetime | None = None
    ended: datetime | None = None
    seen: WithProvider | None = None
    method: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A visit with charges, as its claims see it: ``open`` is what the insurance still owes of each charge.

    ``person`` is an index in the town; ``policies`` are those in force on the day, primary first.
    """

    person: int
    encounter_id: UUID
    patient_id: UUID
    on: date
    site: Site
    renders: StaffMember
    who: Who
    policies: tuple[Coverage, ...]
    codes: CodedEncounter
    charges: tuple[Charge, ...]
    open: dict[UUID, Money]


@dataclass(frozen=True, slots=True)
class Going:
    """A claim on its way: its row, what it bills, and what stands behind it."""

    case: Case
    row: Row
    billed: Billed
    behind: Behind


@dataclass(frozen=True, slots=True)
class ToCode:
    """A visit with a signed note: what coding and charging must know of it."""

    encounter_id: UUID
    number: str
    patient_id: UUID
    provider_id: UUID
    site_id: UUID
    on: date
    insured: bool
    note_id: UUID
    signed: datetime
    told: RenderedVisit
    orders: Mapping[str, Row]
