"""The nouns of the flow through the office."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class FlowCard:
    """A patient on the flow board; formatted. ``tone`` is quiet, ok, warn or bad; the words say why.

    ``seconds`` is how long the patient is at this stage (for who is due: how late they are), ``look`` and ``act`` are
    the minutes after which that is long, and too long. ``since`` and ``by`` say when somebody last moved them, and who.
    """

    patient_id: UUID
    patient: str
    appointment_id: UUID | None
    encounter_id: UUID | None
    column: str
    time: str
    seconds: int
    look: int
    act: int
    provider: str
    reason: str
    room: str
    note: str
    tone: str
    language: str
    since: datetime
    by: str

    @property
    def id(self) -> UUID:
        """What tells this card from all others: its visit, or the appointment it will come from."""
        return self.encounter_id or self.appointment_id or self.patient_id

    @property
    def minutes(self) -> int:
        """Whole minutes at this stage."""
        return self.seconds // 60


@dataclass(frozen=True, slots=True)
class DayLine:
    """A visit of a provider's day: when it is booked, the patient's age, and the card; ``over`` once it has ended."""

    time: str
    age: str
    card: FlowCard
    over: bool


@dataclass(frozen=True, slots=True)
class Today:
    """A patient's visit of today; formatted. ``state`` is the appointment's until they are here, then the visit's.

    ``said`` are the caller's own words on the telephone when it was booked, where they say another thing than
    ``reason``; ``caller`` is who said them.
    """

    appointment_id: UUID
    encounter_id: UUID | None
    due: bool
    time: str
    state: str
    room: str
    provider: str
    reason: str
    said: str
    caller: str
    call_id: UUID | None


@dataclass(frozen=True, slots=True)
class Limit:
    """After how many minutes at a stage a visit of a kind (any, if blank) is looked at, and acted on."""

    kind: str
    stage: str
    look: int
    act: int


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a visit at one stage: from when to when, in which room, and who began it.

    One that lasts has no end of its own: ``ends`` is now then, and ``lasts`` is true.
    """

    stage: str
    starts: datetime
    ends: datetime
    room: str
    by: str
    lasts: bool = False

    @property
    def minutes(self) -> int:
        """Whole minutes."""
        return int((self.ends - self.starts).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Timeline:
    """How a visit went through the office, stage by stage, and of whom."""

    encounter_id: UUID
    patient_id: UUID
    patient: str
    provider: str
    arrived: datetime
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """From the arrival to the end, or to now."""
        return sum(part.minutes for part in self.parts)


@dataclass(frozen=True, slots=True)
class StageFigure:
    """How long visits stay at a stage: the middle, and what nine of ten stay under (minutes), over so many visits."""

    stage: str
    provider_id: UUID | None
    middle: int
    nine_of_ten: int
    visits: int


@dataclass(frozen=True, slots=True)
class Called:
    """A line of the screen in the waiting room: the token, what the patient agreed to be called there, and where to."""

    token: str
    name: str
    words: str
    ready: bool


@dataclass(frozen=True, slots=True)
class PastVisit:
    """When a visit came to what a forecast asks about; None for what it has not come to. ``starts`` is its booked time,
    None for a walk-in; ``ended`` whether it is over, however it ended.
    """

    encounter_id: UUID
    provider_id: UUID
    kind: str
    starts: datetime | None
    arrived: datetime
    roomed: datetime | None = None
    entered: datetime | None = None
    done: datetime | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Forecast:
    """When somebody who waits will be seen: eight of ten such patients between ``low`` and ``high``."""

    encounter_id: UUID
    provider_id: UUID
    low: datetime
    middle: datetime
    high: datetime
