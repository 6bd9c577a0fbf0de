"""The nouns of the schedule."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID


class AppointmentState(StrEnum):
    """Where an appointment stands. What happens to the patient after ARRIVED is told by the visit's own log."""

    BOOKED = "booked"
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    CANCELLED = "cancelled"
    LATE_CANCEL = "late_cancel"
    MOVED = "moved"
    NO_SHOW = "no_show"


HOLDS_THE_SLOT = frozenset({AppointmentState.BOOKED, AppointmentState.CONFIRMED, AppointmentState.ARRIVED})
OPEN = frozenset({AppointmentState.BOOKED, AppointmentState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class TimeFreed:
    """An appointment no longer holds its time: it was cancelled, moved, or the patient did not come."""

    appointment_id: UUID
    patient_id: UUID
    state: AppointmentState


@dataclass(frozen=True, slots=True)
class HoldBroken:
    """A time that was kept for somebody was given to another all the same."""

    hold_id: UUID


class UnitKind(StrEnum):
    """What can be booked: who sees patients, who helps, where, and with what."""

    PROVIDER = "provider"
    ASSISTANT = "assistant"
    ROOM = "room"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class VisitType:
    """A kind of visit: its length, which encounter class it leads to, and which groups of units it needs beside the
    provider (one unit of each; a group named twice gives two).
    """

    key: str
    name: str
    minutes: int
    encounter_class: str = "office"
    takes_copay: bool = True
    needs: tuple[str, ...] = ()
    fasting: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is booked. A provider, an assistant and a room have the id they have in the practice.

    ``group`` is the word by which kinds of visits ask for it; ``site_id`` is where it is, None for providers.
    """

    id: UUID
    kind: UnitKind
    name: str
    group: str
    site_id: UUID | None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a template's week, in the site's zone; weekday 0 is Monday.

    Without ``kinds`` any kind of visit may be booked. With ``opens_days`` it is held: only its kinds (without any:
    none) may be booked until so many days before, and any from then on. ``at_once`` is how many visits it takes.
    """

    weekday: int
    starts: time
    ends: time
    kinds: tuple[str, ...] = ()
    opens_days: int | None = None
    at_once: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """A template: a usual week of a unit at a site, from a date on, to a date or until further notice."""

    id: UUID
    unit_id: UUID
    site_id: UUID
    valid_from: date
    valid_to: date | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Away:
    """A unit is not there: a provider on leave, a device in repair."""

    id: UUID
    unit_id: UUID
    starts: datetime
    ends: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What is allowed at a unit (any, if None), for a kind and in blocks of a label (any, if blank).

    ``at_once``: visits at the same time; ``over``: how many more with a reason and the right to; ``per_day``: visits of
    a day with one provider; ``minutes``: how long the kind takes there. Where several speak the strictest is right.
    """

    id: UUID
    unit_id: UUID | None = None
    kind: str = ""
    label: str = ""
    at_once: int | None = None
    over: int | None = None
    per_day: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """One reason why a time is not free; ``code`` is the refusal's."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: any of these providers and sites (all, if none is named), on these weekdays, between these
    times of day by the site's clock, and with everybody in ``also`` there too.
    """

    kind: str
    provider_ids: tuple[UUID, ...] = ()
    site_ids: tuple[UUID, ...] = ()
    weekdays: tuple[int, ...] = ()
    not_before: time | None = None
    not_after: time | None = None
    also: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A free time of a provider at a site; instants are UTC, ``label`` is as the office says it (site zone)."""

    provider_id: UUID
    provider: str
    site_id: UUID
    starts: datetime
    ends: datetime
    label: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked time. ``call_id`` is the call that asked for it, if any; ``walk_in`` ones are made on arrival.

    ``overbooked`` says why it was booked beyond what its time takes; blank for all others. ``series_id`` is the series
    it belongs to, if any. ``case_id`` is the case it is billed to; None: the health insurance, or the patient.
    """

    id: UUID
    number: str
    patient_id: UUID
    provider_id: UUID
    site_id: UUID
    starts: datetime
    ends: datetime
    visit_type: str
    reason: str
    state: AppointmentState
    call_id: UUID | None
    walk_in: bool
    moved_to: UUID | None
    booked_by: str
    booked_at: datetime
    version: int
    overbooked: str = ""
    series_id: UUID | None = None
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class StateChange:
    """A line of the log: what an appointment, and then the visit it became, came to."""

    state: str
    at: datetime
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class OffTemplate:
    """A booked visit that the schedule would no longer offer, and why."""

    appointment: Appointment
    label: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Fallout:
    """What a change of a template would do: the visits it leaves without a place, hours a week, free times in the four
    weeks from its first day, and how many of the last ninety days' visits would have had no place.
    """

    off: tuple[OffTemplate, ...]
    minutes_before: int
    minutes_after: int
    free_before: int
    free_after: int
    past: int
    past_off: int

    @property
    def hours_before(self) -> str:
        """Hours a week as they are."""
        return f"{self.minutes_before / 60:g}"

    @property
    def hours_after(self) -> str:
        """Hours a week as they would be."""
        return f"{self.minutes_after / 60:g}"


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """On which day of each year a holiday falls: a ``day`` of a month, or its ``nth`` ``weekday`` (-1: the last)."""

    name: str
    month: int
    day: int = 0
    weekday: int = 0
    nth: int = 0
    since: int = 0


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday ahead, on the day on which it is kept, and whether every site is closed then."""

    on: date
    name: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A date of a series before it is booked: free, or why not, and what is free near it."""

    starts: datetime
    label: str
    why: tuple[Why, ...]
    near: tuple[Slot, ...]


class Scope(StrEnum):
    """Which visits of a series a change is about."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Chip:
    """What a visit needs before it begins: ``tone`` is ok (there), warn (look) or bad (missing); ``words`` say it.

    ``url`` is where what is missing is put right.
    """

    tone: str
    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Learned:
    """How long a kind of visit really takes with a provider, and how long is planned; minutes, over so many visits."""

    kind: str
    provider_id: UUID
    planned: int
    real: int
    visits: int


@dataclass(frozen=True, slots=True)
class Waits:
    """How long a provider's patients waited to be seen (minutes), and the days to the third free time, if there is."""

    provider_id: UUID
    middle: int
    nine_of_ten: int
    visits: int
    third_days: int | None


@dataclass(frozen=True, slots=True)
class Access:
    """How many days ahead the visits of a payer's patients were booked; ``longer`` than those of all others by much."""

    payer: str
    middle: int
    nine_of_ten: int
    visits: int
    longer: bool


@dataclass(frozen=True, slots=True)
class PastVisit:
    """What is counted of a visit: when, how long before it was booked, of which kind, and whether it was missed."""

    lead_days: int
    weekday: int
    hour: int
    kind: str
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Risk:
    """How likely a visit is missed, the reasons that weigh most, and what the whole office has. Never to refuse."""

    chance: float
    reasons: tuple[str, ...]
    office: str

    @property
    def percent(self) -> int:
        """Of a hundred such visits, how many."""
        return round(self.chance * 100)


@dataclass(frozen=True, slots=True)
class Judged:
    """A past visit with the risk that would have been told of it, and whose it was: language and age that day."""

    said: float
    missed: bool
    language: str
    age: int


@dataclass(frozen=True, slots=True)
class Proven:
    """Of a group of visits the risk that was told on average, and how many were missed; ``error`` is the mean square
    of the difference. ``off``: told and missed are further apart than chance explains.
    """

    group: str
    name: str
    visits: int
    said: float
    missed: int
    error: float
    off: bool

    @property
    def said_percent(self) -> int:
        """What was told, of a hundred."""
        return round(100 * self.said)

    @property
    def missed_percent(self) -> int:
        """What was missed, of a hundred."""
        return round(100 * self.missed / self.visits)


@dataclass(frozen=True, slots=True)
class Arriving:
    """What to do with who comes early or late: ``keep``, ``forward`` or ``release``; the time that is offered."""

    rule: str
    words: str
    free: datetime | None
