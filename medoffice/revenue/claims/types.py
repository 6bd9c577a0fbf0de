"""The nouns of claims: claims and their lines, wire files, remittances, and the door to the clearinghouse."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from medoffice.front_office.check_in.types import Mend
from medoffice.kernel.money import Money
from medoffice.practice.types import Address, Payer, Practice, Site, StaffMember
from medoffice.records.coverage.types import Case, Coverage
from medoffice.records.patients.types.people import PatientName
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.standards.x12.types import Adjustment


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
    ELIGIBILITY_271 = "271"
    UNKNOWN = "unknown"


class FileState(StrEnum):
    """What became of a wire file."""

    STORED = "stored"
    DONE = "done"
    QUARANTINED = "quarantined"
    DUPLICATE = "duplicate"
    RETURNED = "returned"


class Part(StrEnum):
    """What a person may have to say about a payment: which claim, which line, which line an adjustment belongs to."""

    CLAIM = "claim"
    LINE = "line"
    ADJUSTMENT = "adjustment"


class Answer(StrEnum):
    """What a person said: this claim, this line, not ours, over all lines by charge, or decided once it can be read."""

    CLAIM = "claim"
    LINE = "line"
    NOT_OURS = "not ours"
    SPREAD = "spread"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person said about a part of a payment. Places count from zero; ``place`` is the line's or adjustment's."""

    part: Part
    claim: int
    place: int
    answer: Answer
    claim_id: UUID | None = None
    line_id: UUID | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer a person can give to a question: what it says, and why it is offered."""

    answer: Answer
    says: str
    why: str = ""
    chosen_id: UUID | None = None
    patient_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What must be said before a payment can be posted. Without options only the payer can answer it."""

    part: Part
    claim: int
    place: int
    says: str
    options: tuple[Option, ...]

    @property
    def takes_number(self) -> bool:
        """Whether another claim of ours may be named by its number."""
        return self.part is Part.CLAIM and any(option.answer is Answer.NOT_OURS for option in self.options)


@dataclass(frozen=True, slots=True)
class PaymentClaim:
    """A claim of a payment set aside, as the payer names it, as we read it now, and what is still to be said."""

    place: int
    theirs: str
    person: str
    status: str
    charge: Money
    paid: Money
    ours: str
    claim_id: UUID | None
    patient_id: UUID | None
    said: tuple[str, ...]
    questions: tuple[Question, ...]
    later: bool = False


@dataclass(frozen=True, slots=True)
class SetAside:
    """A payment set aside: its claims, and why it can never be posted (blank if it can once all is said)."""

    version: int
    claims: tuple[PaymentClaim, ...]
    hopeless: str
    doubts: tuple[str, ...] = ()

    @property
    def returnable(self) -> bool:
        """Whether it may be returned to the payer: it cannot be posted, or not all of it was read."""
        unread = any(one.later for one in self.claims)
        return bool(self.stuck or self.doubts or unread)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that is still to be said, in order."""
        return tuple(question for claim in self.claims for question in claim.questions)

    @property
    def stuck(self) -> str:
        """Why it can only be returned to the payer; blank if it can be posted once all is said."""
        return self.hopeless or next((one.says for one in self.questions if not one.options), "")


class Way(StrEnum):
    """How a person settled what a payer did not pay."""

    PATIENT = "billed to the patient"
    WRITTEN_OFF = "written off"


@dataclass(frozen=True, slots=True)
class OpenLine:
    """What a payer's decision leaves open of a line, and how much of it may be billed to the patient (never CO)."""

    decision_line_id: UUID
    line_id: UUID
    charge_id: UUID
    code: str
    open: Money
    billable: Money
    reasons: str


class Group(StrEnum):
    """What waits for the biller, in the order it is worked."""

    SEND = "to send"
    HELD = "held"
    NO_ANSWER = "no answer"
    REJECTED = "rejected"
    DENIED = "denied"
    ASIDE = "payments set aside"


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
class Billed:
    """What a claim bills, before it stands in the office's records: see ``Claim``."""

    number: str
    order: int
    frequency: str
    original_reference: str
    date: date
    amount: Money
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """What a claim says of the patient."""

    name: PatientName
    birth_date: date
    sex: str
    address: Address


@dataclass(frozen=True, slots=True)
class EarlierLine:
    """What an earlier payer decided about a charge."""

    charge_id: UUID
    paid: Money
    adjustments: tuple[Adjustment, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Earlier:
    """The decisions of an earlier payer that stand; ``claim_number`` is the payer's own of the latest."""

    payer: Payer
    policy: Coverage
    order: int
    claim_number: str
    paid: Money
    lines: tuple[EarlierLine, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """What of the office's records stands behind a claim; ``earlier`` are the payers before this one, first first.

    ``under`` is the policy or the case that is billed: a case stands alone, nobody pays before or after it.
    """

    office: Practice
    site: Site
    renders: StaffMember
    payer: Payer
    under: Coverage | Case
    who: Who
    codes: CodedEncounter | None
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """One thing that happened to a claim, in words."""

    at: datetime
    words: str
    by: str
    tone: str = "info"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim to one payer. ``number`` is CLM01; ``order`` 1 primary, 2 secondary; ``frequency`` 1, 7 or 8.

    It rests on a policy or on a case, never on both.
    """

    id: UUID
    number: str
    encounter_id: UUID
    patient_id: UUID
    coverage_id: UUID | None
    case_id: UUID | None
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
    returned_why: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that came: what it is, what became of it, what stands against it, the payments in it."""

    id: UUID
    name: str
    kind: FileKind
    state: FileState
    findings: tuple[dict[str, str], ...]
    payments: tuple[Remittance, ...]


@dataclass(frozen=True, slots=True)
class DeskDenial:
    """A claim that came back for what the front desk had entered, when, what to look at and what mends it."""

    claim_id: UUID
    number: str
    patient_id: UUID
    payer_id: UUID
    payer: str
    date: date
    amount: Money
    words: str
    look_at: str
    mend: Mend
    coverage_id: UUID | None
    decided_at: datetime
