"""The nouns of results: messages as they came, reports, single results, who may be meant."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Protocol
from uuid import UUID

from medoffice.security.types import Role


class MessageState(StrEnum):
    """Where a message is: ``WAITS`` to be filed, in the ``TRAY`` for a person, or settled."""

    WAITS = "waits"
    FILED = "filed"
    TRAY = "unmatched"
    RETURNED = "returned"
    REFUSED = "refused"


class ReportState(StrEnum):
    """Whether a provider has seen a report as it stands now."""

    OPEN = "to sign"
    SIGNED = "signed"


class Level(IntEnum):
    """How much a result asks for somebody's eye."""

    NORMAL = 0
    ABNORMAL = 1
    CRITICAL = 2


class Fate(StrEnum):
    """What becomes of an observation that comes in beside what is known."""

    NEW = "new"
    SAME = "same"  # it says what is known
    NEXT = "next"  # the final of a preliminary one
    CORRECTION = "correction"  # what was final is otherwise
    LATE = "late"  # what is known is later than it


@dataclass(frozen=True, slots=True)
class Arrived:
    """Bytes as a wire brought them: from which address, and what was wrong with their frame, if anything."""

    data: bytes = field(repr=False)
    peer: str = ""
    flaw: str = ""


OURS = "L"  # the list of codes that are the office's own names
FOUND_HERE = "found in the office"  # of a message: why it is on a chart
WITHDRAWN = "W"  # of a result: it was wrong, and nothing stands instead of it (HL7 table 0085)
OFFICE = "this office"  # from where what the office found itself comes; no wire is called so


@dataclass(frozen=True, slots=True)
class Found:
    """One value that the office found itself: a word, or a number with its unit and range; ``flag`` by table 0078.

    ``status``: where it is another than that of the whole (``WITHDRAWN``, or of a value that stays as it was).
    """

    code: str
    system: str
    words: str
    value: str
    unit: str = ""
    range: str = ""
    flag: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """What the office found itself, under its own ``number``: one value or several, of one test.

    ``corrected``: it stands instead of what was said under this number before; ``withdrawn``: nothing does.
    ``place``: the part of the office that found it; ``device``: with what, if with a device; ``document_id``: the paper
    it stands on, filed on the chart.
    """

    number: str
    code: str
    system: str
    words: str
    found: tuple[Found, ...]
    notes: str = ""
    corrected: bool = False
    withdrawn: bool = False
    place: str = "Office laboratory"
    device: str = ""
    taken_at: datetime | None = None
    document_id: UUID | None = None


class ResultSource(Protocol):
    """Where messages wait until they are fetched."""

    key: str

    def waiting(self) -> Sequence[tuple[str, Arrived]]:
        """What waits, oldest first, each under the source's own name for it. Raises Refusal."""

    def fetched(self, key: str, answer: bytes) -> None:
        """It is kept, and answered so."""


@dataclass(frozen=True, slots=True)
class Line:
    """One observation as a message has it. ``key`` says which one of its report it is; ``number`` only for a number.

    ``values`` beyond a plain text stay text: ``<5`` is not five.
    """

    key: str
    code: str
    system: str
    words: str
    kind: str
    value: str
    number: Decimal | None
    unit: str
    range: str
    flags: tuple[str, ...]
    level: Level
    status: str
    observed_at: datetime | None
    notes: str
    paper: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ReportSaid:
    """An order as a message has it: our number of it (placer), the laboratory's (filler), always as text."""

    placer: str
    filler: str
    code: str
    system: str
    words: str
    status: str
    parent: str
    collected_on: date | None
    collected_at: datetime | None
    reported_at: datetime | None
    ordered_by: str
    ordered_npi: str
    notes: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Whose:
    """Who a message says it is about; what it leaves blank is blank here and agrees with nothing.

    ``several``: it is about more than one patient, and then nothing else is said.
    """

    family: str = ""
    given: str = ""
    born: date | None = None
    sex: str = ""
    mrns: tuple[str, ...] = ()
    phone: str = ""
    line1: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    several: bool = False

    @property
    def name(self) -> str:
        """``Vale, Ingrid``."""
        return ", ".join(filter(None, (self.family, self.given)))


@dataclass(frozen=True, slots=True)
class Known:
    """What the office knows of a patient that a message may agree with."""

    id: UUID
    family: str
    given: str
    born: date
    sex: str
    mrn: str
    phone: str


@dataclass(frozen=True, slots=True)
class Match:
    """How a message and a patient compare: what agrees, and what stands against it."""

    patient_id: UUID
    agrees: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether at least two identifiers agree and none is another's."""
        return len(self.agrees) >= 2 and not self.against


@dataclass(frozen=True, slots=True)
class Held:
    """A result as it stands, for what comes next to be compared with."""

    id: UUID
    key: str
    value: str
    unit: str
    range: str
    flags: str
    status: str
    notes: str
    said_at: datetime | None
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came: who sent it, under which number, how it was answered, where it is, and why.

    ``findings`` are the words of what was odd in it; ``patient_id`` whose it turned out to be.
    """

    id: UUID
    sender: str
    facility: str
    control_id: str
    kind: str
    size: int
    peer: str
    came_at: datetime
    ack: str
    state: MessageState
    why: str
    findings: tuple[str, ...]
    patient_id: UUID | None
    settled_by: str
    settled_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message in the tray: whose it says it is, and which tests it holds; not what was found."""

    message: Message
    whose: Whose
    tests: tuple[str, ...]
    placers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """One result, with the version it replaced if there is one; ``document_id``: the paper it came with."""

    id: UUID
    key: str
    code: str
    system: str
    words: str
    kind: str
    value: str
    number: Decimal | None
    unit: str
    range: str
    flags: str
    level: Level
    status: str
    observed_at: datetime | None
    notes: str
    message_id: UUID
    came_at: datetime
    document_id: UUID | None
    earlier: tuple["Result", ...] = ()

    @property
    def corrected(self) -> bool:
        """Whether the laboratory took back what it had said was final."""
        return self.status == "C" or any(one.status in ("F", "C") for one in self.earlier)

    @property
    def cancelled(self) -> bool:
        """Whether there will be no result, or it was deleted."""
        return self.status in ("X", "D", "W")


class Said(StrEnum):
    """What is noted about a report: a remark, or who was told of it."""

    REMARK = "remark"
    HEARD = "heard from the laboratory"
    PROVIDER = "provider told"
    PATIENT = "patient told"
    MESSAGE = "message to the patient"


SEARCHED = ("words", "value", "notes")  # of a result, what a search of charts looks through
TASK, BACK = "result-task", "result-back"  # kinds of work: what somebody is to do, and a visit to book
FOLLOWED = (Role.MEDICAL_ASSISTANT, Role.NURSE, Role.PROVIDER)  # who may be given such a task: they read results
READ_BACK = (Said.HEARD, Said.PROVIDER)  # of a critical result these are read back


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of what was noted about a report; nothing about it changes. ``whom``: with whom one spoke."""

    id: UUID
    what: Said
    whom: str
    read_back: bool
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one order: whose, from which laboratory, how far it is, whether it is signed off."""

    id: UUID
    patient_id: UUID
    encounter_id: UUID | None
    about_id: UUID
    order_id: UUID | None
    laboratory: str
    placer: str
    filler: str
    code: str
    system: str
    words: str
    status: str
    level: Level
    corrected: bool
    collected_on: date | None
    collected_at: datetime | None
    reported_at: datetime | None
    came_at: datetime
    ordered_by: str
    signer_id: UUID | None
    state: ReportState
    signed_by: str
    signed_at: datetime | None
    notes: str
    critical_since: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class ResultsFiled:
    """Fact: a report has results, or other ones, and waits for its sign-off."""

    report_id: UUID
    patient_id: UUID
    corrected: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """How a laboratory's connection stands: when it last sent something, and how long the office was open since.

    ``since``: from when its silence counts (its last message, or the first order that went over the wire while it has
    never sent anything); none: there is nothing to wait for. ``after``: silent after so many open hours; 0: never.
    ``settled``: somebody has dealt with it, and nothing that went since then waits too long.
    """

    laboratory_id: UUID
    name: str
    phone: str
    last_at: datetime | None
    since: datetime | None
    open_hours: int
    after: int
    orders: int
    oldest_at: datetime | None
    settled: bool = False

    @property
    def silent(self) -> bool:
        """Whether it has sent nothing for longer than the office lets pass."""
        return bool(self.after and self.since and self.open_hours >= self.after)

    @property
    def words(self) -> str:
        """What has happened, and what waits for it."""
        last = "has never sent anything, and an order went" if self.last_at is None else "has sent nothing for"
        told = f"{self.name[:80]} {last} {self.open_hours} open hours{' ago' if self.last_at is None else ''}"
        if self.orders:
            told += "; 1 order of ours waits" if self.orders == 1 else f"; {self.orders} orders of ours wait"
        return told
