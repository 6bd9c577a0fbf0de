"""The nouns of the wire to pharmacies: what goes and what comes, in no version of any standard; and the line itself."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from medoffice.clinic.prescriptions.types.exchange import Message


class Answer(StrEnum):
    """What is answered to a pharmacy that asks for a medicine again."""

    APPROVED = "Approved"
    CHANGED = "ApprovedWithChanges"
    REPLACED = "Replace"
    DENIED = "Denied"


class Left(StrEnum):
    """Where a message of the office stands. WITHDRAWN: it was called back before it went."""

    WAITS = "to go"
    GONE = "gone"
    ANSWERED = "answered"
    SILENT = "no answer"
    WITHDRAWN = "did not go"


class Came(StrEnum):
    """Where a message of a pharmacy stands. ASIDE: a person looks at it; SETTLED: somebody did."""

    NEW = "to read"
    TAKEN = "taken in"
    AGAIN = "came again"
    ASIDE = "set aside"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody as they stand in a message; ``number`` is an NPI, or a pharmacy's number on the wire."""

    name: str
    number: str = ""
    phone: str = ""
    line1: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""


@dataclass(frozen=True, slots=True)
class Whom:
    """The patient of a message."""

    family: str
    given: str
    born: date
    sex: str
    home: Party


@dataclass(frozen=True, slots=True)
class Drug:
    """The one medicine of a message, as it was signed."""

    medicine: str
    strength: str
    form: str
    quantity: Decimal
    unit: str
    days: int
    sig: str
    refills: int
    daw: bool
    written: date
    diagnosis: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What the office says. ``message_id`` is ours and never changes; ``order`` is the prescription's number.

    ``drug`` is missing where a renewal is denied, ``answer`` wherever none was asked. ``why``: for a person to read.
    """

    message_id: UUID
    message: Message
    at: datetime
    to: Party
    signer: Party
    whom: Whom
    order: str
    relates_to: str = ""
    drug: Drug | None = None
    answer: Answer | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a pharmacy or the network says. ``said`` is the code of its kind: how it was filled, approved or denied,
    which change is asked, which error. ``order`` is our number of the prescription, ``reference`` theirs, ``born`` the
    patient's birth date as they write it.
    """

    message_id: str
    message: Message
    at: datetime
    sender: str
    relates_to: str = ""
    order: str = ""
    reference: str = ""
    said: str = ""
    words: str = ""
    medicine: str = ""
    born: str = ""


class PharmacyLine(Protocol):
    """An adapter: writes and reads the messages of one network, and carries them."""

    @property
    def key(self) -> str:
        """Its name."""

    def write(self, told: Outgoing) -> bytes:
        """A message as its bytes; the same is always the same bytes."""

    def send(self, name: str, data: bytes) -> None:
        """Hand it over; the same name again is the same message. Raises Refusal while the line does not work."""

    def waiting(self) -> list[tuple[str, bytes]]:
        """What came and was not fetched, oldest first, each under a name. Raises Refusal likewise."""

    def read(self, data: bytes) -> Incoming:
        """What these bytes say. Raises Refusal, in words, for what is no message to this office."""

    def fetched(self, name: str) -> None:
        """The office has it, for good. Raises Refusal likewise."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A message that a person must look at: why, and its text as it came."""

    id: UUID
    came_at: datetime
    sender: str
    message: str
    why: str
    text: str
    patient_id: UUID | None
