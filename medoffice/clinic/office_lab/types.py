"""The nouns of the office's laboratory: tests, kits, controls, runs of quality control, results."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from uuid import UUID


class Scale(StrEnum):
    """What a test answers with: a word of a list, or a number."""

    QUALITATIVE = "qualitative"
    QUANTITATIVE = "quantitative"


class Every(IntEnum):
    """How often each lot's controls are run; in days, none for each lot once."""

    LOT = 0
    DAY = 1
    WEEK = 7
    MONTH = 30


class Westgard(StrEnum):
    """A rule of Westgard's multirule procedure; what each says is known from memory (source: unverified)."""

    ONE_2S = "1-2s"
    ONE_3S = "1-3s"
    TWO_2S = "2-2s"
    R_4S = "R-4s"
    FOUR_1S = "4-1s"
    TEN_X = "10x"


@dataclass(frozen=True, slots=True)
class SaidOfTest:
    """A test as the office sets it up. ``key``: the office's service key whose orders it answers.

    ``answers``: the words of a qualitative test, those in ``unusual`` among them asking for somebody's eye. ``low`` and
    ``high``: the usual range; ``least`` and ``most``: what the device can measure. All of it is the office's to enter.
    ``rejects``: which rules lock the test; the others only warn.
    """

    key: str
    name: str
    scale: Scale
    levels: tuple[str, ...]
    every: Every = Every.DAY
    answers: tuple[str, ...] = ()
    unusual: tuple[str, ...] = ()
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    loinc: str = ""
    rejects: tuple[Westgard, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeTest:
    """A test of the office; ``standing_by``: the provider by whose standing order assistants may do it."""

    id: UUID
    said: SaidOfTest
    standing_by: str
    used: bool
    version: int


@dataclass(frozen=True, slots=True)
class Kit:
    """A lot of a test at a site."""

    id: UUID
    test_id: UUID
    site_id: UUID
    lot: str
    expires: date
    came_at: datetime
    ended_why: str
    ended_by: str


@dataclass(frozen=True, slots=True)
class ControlSaid:
    """A control as its sheet has it: which level, its lot, and what it must give: a word, or a mean and an SD."""

    level: str
    lot: str
    expires: date
    expected: str = ""
    mean: Decimal | None = None
    sd: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """The control that is in use for a level of a test at a site."""

    id: UUID
    test_id: UUID
    site_id: UUID
    said: ControlSaid
    in_use: bool


@dataclass(frozen=True, slots=True)
class Run:
    """What a control gave with a kit. ``run_id`` is shared by the levels that were run together.

    ``did``: what was done about the run before, that failed.
    """

    id: UUID
    run_id: UUID
    kit_id: UUID
    control_id: UUID
    level: str
    value: str
    number: Decimal | None
    z: Decimal | None
    passed: bool
    broken: tuple[Westgard, ...]
    did: str
    on: date
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Tested:
    """What was found with a kit at a visit. ``instead_of`` names the wrong result it corrects; ``why`` says why."""

    id: UUID
    number: str
    order_id: UUID
    encounter_id: UUID
    patient_id: UUID
    kit_id: UUID
    words: str
    lot: str
    value: str
    instead_of: UUID | None
    why: str
    at: datetime
    by: str
    by_id: UUID
    stands: bool
