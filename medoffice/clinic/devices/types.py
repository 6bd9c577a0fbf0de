"""The nouns of devices: which they are, what is measured, what one wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from medoffice.clinic.results.types import Report, Result, Whose


class FileState(StrEnum):
    """How far a file is: kept, then read and handed on, or refused; ``STRUCK``: it was attached, and that was wrong."""

    NEW = "new"
    TAKEN = "taken"
    REFUSED = "refused"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class SaidOfDevice:
    """What the office says of a device. ``measures``: the services it is used for, by their keys."""

    name: str
    model: str
    serial: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Device:
    """A device as it stands; ``calibrated_on``: the last day that was noted and stands, if any."""

    id: UUID
    said: SaidOfDevice
    used: bool
    calibrated_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """That a device was calibrated on a day, and how, as somebody noted it; who struck that, and why, if any."""

    id: UUID
    on: date
    words: str
    at: datetime
    by: str
    struck_by: str = ""
    struck_why: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """Something a service measures; ``key`` is the office's own name of it, not a code of any list."""

    key: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Service:
    """A service for which a device writes something, and what is usually read off it."""

    key: str
    name: str
    measures: tuple[Measure, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One value. ``code`` only where whoever wrote it gave one, with the list it is of."""

    words: str
    value: str
    unit: str = ""
    usual: str = ""
    flag: str = ""
    code: str = ""
    system: str = ""


@dataclass(frozen=True, slots=True)
class By:
    """With which device, as it was then."""

    name: str
    serial: str
    calibrated_on: date | None


@dataclass(frozen=True, slots=True)
class Wrote:
    """What a device wrote: of which service (in words), when, with what, and its values."""

    what: str
    at: datetime
    by: By
    readings: tuple[Reading, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file says: whose it is, of which service (by its key), and what was written."""

    whose: Whose
    service: str
    wrote: Wrote


@dataclass(frozen=True, slots=True)
class ReadOff:
    """What somebody says of a paper: which device wrote it, when, and what they read off it."""

    device_id: UUID
    taken_at: datetime
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that was attached at a visit, with its device; ``report_id``: the result it became.

    ``document_id``: its paper, if it is one. ``struck_by``, ``why``: who said that it was wrong, if somebody did.
    """

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID
    order_id: UUID
    report_id: UUID
    what: str
    by: By
    taken_at: datetime
    attached_by: str
    attached_at: datetime
    document_id: UUID | None
    struck_by: str
    why: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a device found of a patient: the report it became, and what stands of its values, as its file had them.

    ``by``: with which device, where its file is kept here; ``attached``: that file, where it was attached at a visit.
    """

    report: Report
    results: tuple[Result, ...]
    by: By | None
    attached: Attached | None

    @property
    def at(self) -> datetime:
        """When it was taken, as far as that is known."""
        return self.report.collected_at or self.report.came_at


@dataclass(frozen=True, slots=True)
class Course:
    """One thing that devices measured of a patient, as it went on: its numbers, oldest first, the last of them ``at``.

    ``what``: the service.
    """

    what: str
    numbers: tuple[Result, ...]
    at: datetime

    @property
    def latest(self) -> Result:
        """The last of them."""
        return self.numbers[-1]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and why; its name may be a patient's."""

    number: str
    why: str
    came_at: datetime


class DeviceDoor(Protocol):
    """A door by which files of devices come in.

    What ``waiting`` gave comes again until somebody says what became of it.
    """

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of what has come whole, oldest first. Raises Refusal."""

    def taken(self, name: str) -> None:
        """The office has it: committed."""

    def refused(self, name: str, words: str) -> None:
        """The office has it and cannot read it, for these words."""
