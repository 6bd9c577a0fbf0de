"""The nouns between the office and a pharmacy: messages, and where a prescription stands there."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Message(StrEnum):
    """What the two say to each other. The names are those in public rules; no version of a standard is meant."""

    NEW = "NewRx"
    STATUS = "Status"
    VERIFY = "Verify"
    FILL = "RxFill"
    ERROR = "Error"
    CANCEL = "CancelRx"
    CANCEL_RESPONSE = "CancelRxResponse"
    RENEWAL_REQUEST = "RxRenewalRequest"
    RENEWAL_RESPONSE = "RxRenewalResponse"
    CHANGE_REQUEST = "RxChangeRequest"


class Stand(StrEnum):
    """Where a prescription that left for a pharmacy stands.

    ACCEPTED: it has arrived. VERIFIED: the pharmacy says that it has it. UNKNOWN: nobody answered.
    """

    QUEUED = "to go"
    SENT = "sent"
    ACCEPTED = "arrived"
    VERIFIED = "pharmacy has it"
    PARTIAL = "partly dispensed"
    FILLED = "dispensed"
    NOT_FILLED = "not dispensed"
    TRANSFERRED = "transferred"
    FAILED = "failed"
    UNKNOWN = "no answer"
    CANCEL_ASKED = "to be cancelled"
    CANCELLED = "cancelled"
    CANCEL_DENIED = "not cancelled"


class Event(StrEnum):
    """What happens to it."""

    HANDED = "handed over"
    STATUS = "it arrived"
    VERIFIED = "they have it"
    FILLED = "dispensed"
    PARTLY = "partly dispensed"
    NOT_FILLED = "not dispensed"
    TRANSFERRED = "transferred to another pharmacy"
    FAILED = "it did not go"
    SILENCE = "no answer"
    AGAIN = "sent again"
    CANCEL = "cancelled by the office"
    CANCEL_DONE = "they cancelled it"
    CANCEL_DENIED = "they did not cancel it"


class Carried(StrEnum):
    """By which way it goes to the pharmacy."""

    FAX = "fax"
    PHONE = "telephone"
    WIRE = "wire"


@dataclass(frozen=True, slots=True)
class Bar:
    """What speaks against a way: it is gone over with a reason. ``source`` says on what it rests."""

    code: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class WayRule:
    """That a way is not for medicines of these schedules, from a day on, except for a reason."""

    since: date
    way: Carried
    schedules: frozenset[str]
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line of what the two said to each other; ``out``: the office said it."""

    out: bool
    message: Message
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A prescription at a pharmacy: by which way it went, how it stands, who says so. ``why``: the reason it needed."""

    id: UUID
    prescription_id: UUID
    number: str
    medicine: str
    patient_id: UUID
    encounter_id: UUID | None
    pharmacy_id: UUID
    pharmacy: str
    phone: str
    way: Carried
    stand: Stand
    why: str
    sent_at: datetime
    sent_by: str
    changed_at: datetime
    version: int
    lines: tuple[ToldLine, ...] = ()
    line: str = ""

    @property
    def tone(self) -> str:
        """How it is coloured."""
        bad = (Stand.FAILED, Stand.UNKNOWN, Stand.CANCEL_ASKED, Stand.CANCEL_DENIED, Stand.NOT_FILLED)
        if self.stand in bad:
            return "bad"
        return "ok" if self.stand in (Stand.FILLED, Stand.CANCELLED, Stand.VERIFIED, Stand.ACCEPTED) else "info"
