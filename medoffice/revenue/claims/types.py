"""The nouns of claims: claims and their lines, wire files, remittances, and the door to the clearinghouse."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from medoffice.kernel.money import Money


class ClaimState(StrEnum):
    """Where a claim stands. HELD waits for a person; CLOSED means decided and posted, nothing open at this payer."""

    READY = "ready"
    HELD = "held"
    SENT = "sent"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PAID = "paid"
    DENIED = "denied"
    REVERSED = "reversed"
    REPLACED = "replaced"


class FileKind(StrEnum):
    """What a wire file is."""

    CLAIMS_837 = "837P"
    ACK_TA1 = "TA1"
    ACK_999 = "999"
    STATUS_277CA = "277CA"
    REMIT_835 = "835"
    UNKNOWN = "unknown"


class FileState(StrEnum):
    """What became of a wire file."""

    STORED = "stored"
    DONE = "done"
    QUARANTINED = "quarantined"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class WireFile:
    """A file that arrived: its name at the other side and its bytes."""

    name: str
    data: bytes


class Clearinghouse(Protocol):
    """The door to the payers. Adapters live in exchange/; a failure raises Refusal and loses nothing."""

    key: str

    def send(self, name: str, data: bytes) -> None:
        """Hand over a file; returns when the other side has it. The same name again is the same file."""

    def waiting(self) -> list[WireFile]:
        """What waits to be fetched, oldest first, without removing it."""

    def fetched(self, name: str) -> None:
        """Say that a file is safely stored here; it is not offered again."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A line of a claim: the charge it bills and its line control number on the wire (REF*6R)."""

    id: UUID
    line: int
    charge_id: UUID
    control: str
    code: str
    modifiers: tuple[str, ...]
    units: int
    pointers: tuple[int, ...]
    amount: Money


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """One thing that happened to a claim, in words."""

    at: datetime
    words: str
    by: str
    tone: str = "info"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim to one payer. ``number`` is CLM01; ``order`` 1 primary, 2 secondary; ``frequency`` 1, 7 or 8."""

    id: UUID
    number: str
    encounter_id: UUID
    patient_id: UUID
    coverage_id: UUID
    payer_id: UUID
    payer: str
    order: int
    frequency: str
    state: ClaimState
    date: date
    amount: Money
    paid: Money
    patient_share: Money
    payer_claim_number: str
    lines: tuple[ClaimLine, ...]
    events: tuple[ClaimEvent, ...]


@dataclass(frozen=True, slots=True)
class FileSetAside:
    """A file that could not be taken in (whole), and why, in words."""

    id: UUID
    name: str
    kind: str
    received_at: datetime
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remittance:
    """A payer's payment advice (one ST of an 835): trace number, date, money, and whether it is posted."""

    id: UUID
    payer_id: UUID | None
    payer: str
    trace: str
    date: date
    amount: Money
    method: str
    claims: int
    state: FileState
    posted_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that came: what it is, what became of it, what stands against it, the payments in it."""

    id: UUID
    name: str
    kind: FileKind
    state: FileState
    findings: tuple[dict[str, str], ...]
    payments: tuple[Remittance, ...]
