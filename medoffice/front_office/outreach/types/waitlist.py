"""The nouns of the waitlist and of missed visits: who waits, free times, offers, policies, fees."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref

YEAR = timedelta(days=365)  # for so long a missed visit counts


class Urgency(IntEnum):
    """How pressing the wait is, as staff set it; never by a program."""

    USUAL = 0
    SOON = 1
    URGENT = 2

    @property
    def says(self) -> str:
        """The urgency as people choose it."""
        return self.name.capitalize()


class WaitState(StrEnum):
    """Where somebody on the waitlist stands."""

    WAITING = "waiting"
    BOOKED = "booked"
    ENDED = "ended"


class OfferState(StrEnum):
    """What became of an offer. TOO_LATE: somebody else took the time."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True)
class Waiter:
    """Somebody who waits for a time: what would suit them (anything, where nothing is named).

    ``notice_hours`` is how long before they must know; ``instead_of`` a later visit they would give up.
    """

    id: UUID
    patient_id: UUID
    kind: str
    provider_ids: tuple[UUID, ...]
    weekdays: tuple[int, ...]
    not_before: time | None
    not_after: time | None
    notice_hours: int
    from_day: date | None
    to_day: date | None
    urgency: Urgency
    why: str
    since: datetime
    state: WaitState
    instead_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class FreeTime:
    """A time that is free: whose, where, from when to when; ``at`` is its start by the clock of the site."""

    provider_id: UUID
    site_id: UUID
    starts: datetime
    ends: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody a free time suits, and why they stand where they do."""

    waiter: Waiter
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A time offered to somebody, until when, and what became of it."""

    id: UUID
    waiter_id: UUID
    patient_id: UUID
    provider_id: UUID
    site_id: UUID
    starts: datetime
    ends: datetime
    state: OfferState
    made_at: datetime
    until: datetime
    appointment_id: UUID | None


@dataclass(frozen=True, slots=True)
class MissedPolicy:
    """What the office does about visits that are missed or cancelled late, from a day on.

    The first ``free_times`` of a year cost nothing; then each its fee, if there is one. ``tells``: the patient gets
    word of it. ``spared``: payers whose members are asked nothing, as the office decided.
    """

    id: UUID
    valid_from: date
    no_show_fee: Money
    late_fee: Money
    free_times: int
    tells: bool
    spared: tuple[UUID, ...] = ()

    def fee(self, state: str, before: int) -> Money:
        """What a missed or late cancelled visit costs somebody who had so many in the year before."""
        if before < self.free_times:
            return ZERO
        return self.no_show_fee if state == "no_show" else self.late_fee


class FeeState(StrEnum):
    """What became of a fee."""

    NONE = "none"
    OPEN = "open"
    CHARGED = "charged"
    WAIVED = "waived"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Missed:
    """A visit that was missed or cancelled late: the how-manieth of the year, and what became of its fee."""

    id: UUID
    appointment_id: UUID
    patient_id: UUID
    state: str
    at: datetime
    before: int
    fee: Money
    fee_state: FeeState
    why: str
    by: str
    charge: Ref | None = None
