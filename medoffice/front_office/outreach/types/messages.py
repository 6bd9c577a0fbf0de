"""The nouns of messages: ways and states, what patients prefer, texts, gateways, reminders, settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from medoffice.kernel.trace import Ref


class Channel(StrEnum):
    """A way to a patient: a text, an e-mail, somebody who calls, a letter."""

    SMS = "sms"
    EMAIL = "email"
    PHONE = "phone"
    PRINT = "print"

    @property
    def says(self) -> str:
        """The channel as people choose it."""
        return _CHANNEL_SAYS[self]


_CHANNEL_SAYS = {
    Channel.SMS: "Text message",
    Channel.EMAIL: "E-mail",
    Channel.PHONE: "Somebody calls",
    Channel.PRINT: "Letter",
}


BY_GATEWAY = frozenset({Channel.SMS, Channel.EMAIL})


class MessageState(StrEnum):
    """Where a message stands. HANDED is with the gateway, or in the hands of whoever calls or posts it."""

    QUEUED = "queued"
    HANDED = "handed"
    DELIVERED = "delivered"
    FAILED = "failed"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Purpose(StrEnum):
    """What a message is for; each has its texts."""

    REMINDER = "reminder"
    MOVED = "moved"
    OFFER = "offer"
    TOO_LATE = "too_late"
    MISSED = "missed"
    RECALL = "recall"
    BOOKED = "booked"
    STOPPED = "stopped"
    ANSWER = "answer"
    DONE = "done"
    RESULT = "result"


class Detail(StrEnum):
    """How much a message may say. FULL: also what kind of visit. USUAL: with whom, when, where. BARE: only when."""

    FULL = "full"
    USUAL = "usual"
    BARE = "bare"

    @property
    def says(self) -> str:
        """The measure as people choose it."""
        return _DETAIL_SAYS[self]


_DETAIL_SAYS = {
    Detail.FULL: "With whom, and what kind of visit",
    Detail.USUAL: "With whom, not what for",
    Detail.BARE: "Only when",
}


@dataclass(frozen=True, slots=True)
class Preference:
    """How a patient wants to be reached. An own telephone or e-mail is for the office's words to them alone."""

    patient_id: UUID
    channel: Channel = Channel.SMS
    detail: Detail = Detail.USUAL
    phone: str = ""
    email: str = ""
    version: int = 0

    @property
    def own(self) -> bool:
        """Whether they gave the office a way to themselves that is not the one on file."""
        return bool(self.phone or self.email)


@dataclass(frozen=True, slots=True)
class Reached:
    """How to reach somebody: the way, where to, how much may be said, in which language; ``why`` not as they like.

    ``closed``: they want to hear nothing by any way that is on file.
    """

    channel: Channel
    to: str
    detail: Detail
    language: str
    why: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a purpose in a language, at a measure of detail, as the office has them."""

    purpose: Purpose
    language: str
    detail: Detail
    subject: str
    body: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A message to a patient, and what became of it. ``by`` is who or what had it sent."""

    id: UUID
    patient_id: UUID
    purpose: Purpose
    about: Ref
    channel: Channel
    to: str
    language: str
    subject: str
    body: str
    state: MessageState
    made_at: datetime
    not_before: datetime
    handed_at: datetime | None
    tries: int
    why: str
    answer: str
    by: str


@dataclass(frozen=True, slots=True)
class MessageEvent:
    """A line of a message's story."""

    state: str
    at: datetime
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What a gateway is handed: its id is the message's, and the same id again is the same message."""

    id: UUID
    channel: Channel
    to: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """When patients are reminded: so many days before, of which kinds of visits (any, if none is named).

    ``confirmed_too``: also who said already that they come. It holds from a day on, to a day or for good.
    """

    id: UUID
    name: str
    days_before: int
    kinds: tuple[str, ...]
    confirmed_too: bool
    valid_from: date
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class TellKind(StrEnum):
    """What a gateway tells: that a message arrived, that it never will, or what somebody wrote back."""

    DELIVERED = "delivered"
    FAILED = "failed"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Told:
    """What a gateway has to tell: ``key`` is its own name for it, ``message_id`` which message, if it knows.

    A reply says ``sender`` and ``text``; a failure says why in ``text``.
    """

    key: str
    kind: TellKind
    message_id: UUID | None
    sender: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MailFailed:
    """A fact: the gateway says of an e-mail that another room handed over that it never arrived, and why."""

    note_id: UUID
    why: str


class Gateway(Protocol):
    """A way by which texts and e-mails leave and answers come. Whatever it cannot do now it refuses."""

    key: str

    def send(self, letter: Letter) -> None:
        """Hand a message over; the same id again is the same message.

        Raises Refusal ``message-refused`` if this message can never go, any other if nothing can go now.
        """

    def waiting(self) -> Sequence[Told]:
        """What it has to tell, oldest first, until it is said to be fetched."""

    def fetched(self, key: str) -> None:
        """The office has this."""


@dataclass(frozen=True, slots=True)
class DoorState:
    """How the way out stands: failures in a row, since when, why, when it is tried again; when it last worked."""

    on: bool
    failures: int
    since: datetime | None
    why: str
    try_at: datetime | None
    worked_at: datetime | None
    waiting: int = 0

    @property
    def down(self) -> bool:
        """Whether it has failed often enough to say so."""
        return self.failures >= DOWN_AFTER


DOWN_AFTER = 3  # failures in a row


@dataclass(frozen=True, slots=True)
class Settings:
    """What the office decided: whether texts and e-mails go out at all, in which hours nothing is sent, and how long a
    time that is offered to somebody is held.
    """

    gateway_on: bool = False
    quiet_from: time = time(20)
    quiet_to: time = time(8)
    hold_minutes: int = 30
    version: int = 0


class Called(StrEnum):
    """What came of a call that stands for a message."""

    YES = "yes"
    NO = "no"
    TOLD = "told"
    UNREACHED = "unreached"

    @property
    def says(self) -> str:
        """The outcome as people choose it."""
        return _CALLED_SAYS[self]


_CALLED_SAYS = {
    Called.YES: "Reached: yes",
    Called.NO: "Reached: no",
    Called.TOLD: "Left word",
    Called.UNREACHED: "Not reached",
}


class Answer(StrEnum):
    """How a reply is read. ASK is what no program understands: a person reads it."""

    YES = "yes"
    NO = "no"
    STOP = "stop"
    START = "start"
    ASK = "ask"
