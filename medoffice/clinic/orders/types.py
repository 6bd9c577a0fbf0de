"""The nouns of orders: what is done or given in the office, and what laboratories are asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import Protocol
from uuid import UUID

from medoffice.kernel.money import Money


class OrderState(StrEnum):
    """Where an order stands; ``SENT``: done here, and the answer comes from elsewhere."""

    ORDERED = "ordered"
    SENT = "sent"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class OrderStruck:
    """A fact: an order that stood as done was not carried out after all."""

    order_id: UUID
    encounter_id: UUID
    patient_id: UUID


@dataclass(frozen=True, slots=True)
class NoticeStruck:
    """A fact: a notice (ABN) that stood was wrong and is struck."""

    notice_id: UUID
    encounter_id: UUID
    patient_id: UUID


class RequisitionState(StrEnum):
    """Where a requisition stands. ``ACCEPTED``: the laboratory says it has it; ``PAPER``: it went with the tube.

    ``NOTICE``: it is signed, and waits for what the patient chooses who may have to pay (ABN).
    """

    TO_SIGN = "to sign"
    NOTICE = "ABN first"
    TO_SEND = "to send"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    PAPER = "on paper"
    CANCELLED = "cancelled"


OPEN = (RequisitionState.TO_SIGN, RequisitionState.NOTICE, RequisitionState.TO_SEND, RequisitionState.REFUSED)
WAITED_FOR = (RequisitionState.ACCEPTED, RequisitionState.PAPER)


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a visit: what, by whom, done by whom, with which result. ``key`` is the office's service key."""

    id: UUID
    encounter_id: UUID
    patient_id: UUID
    key: str
    words: str
    ordered_by: str
    ordered_at: datetime
    state: OrderState
    result: str
    done_by: str
    done_at: datetime | None
    number: str = ""
    requisition_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Laboratory:
    """An outside laboratory: what it is called on the wire, how it takes orders, within how many hours it answers.

    ``door``: by which way orders go (``mllp`` to ``host``:``port``); blank: on paper, with the specimen. ``old``: it
    takes nothing newer than ORM^O01. ``quiet_hours``: after so many open hours without a message somebody is told; 0:
    never. Both hours as proposed are ours, ``unverified``, until the office says its own.
    """

    id: UUID
    key: str
    name: str
    phone: str
    application: str
    facility: str
    account: str
    door: str
    host: str
    port: int
    old: bool
    hours: int
    quiet_hours: int
    used: bool
    version: int


@dataclass(frozen=True, slots=True)
class LabTest:
    """A test of a laboratory's compendium: its own code and words, what is drawn, what it asks with the order.

    ``loinc``, and the codes by which it is ``billed``, are what the laboratory's file says; nobody here guesses one.
    """

    code: str
    words: str
    specimen: str = ""
    fasting: bool = False
    asks: tuple[str, ...] = ()
    loinc: str = ""
    billed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderSet:
    """Tests of a laboratory that are ordered together. A ``standing`` one may be ordered by whoever carries it out,

    by the protocol of the provider who keeps it; it goes at once and is co-signed.
    """

    key: str
    name: str
    laboratory_id: UUID
    codes: tuple[str, ...]
    standing: bool
    kept_by: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a laboratory: tests by its codes, why (ICD-10-CM), answers to its questions by their words."""

    codes: tuple[str, ...]
    diagnoses: tuple[str, ...] = ()
    fasting: bool = False
    note: str = ""
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Requisition:
    """Tests that are asked of a laboratory: where that stands, who signed, when it went, when an answer is due.

    ``on_wire``: its message is made, and the laboratory may have it.
    """

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID
    laboratory_id: UUID
    provider_id: UUID
    asked: Asked
    state: RequisitionState
    made_by: str
    made_at: datetime
    standing: str
    signed_by: str
    signed_at: datetime | None
    collected_by: str
    collected_at: datetime | None
    sent_at: datetime | None
    due_at: datetime | None
    tries: int
    try_at: datetime | None
    why: str
    version: int
    on_wire: bool = False

    @property
    def co_sign(self) -> bool:
        """Whether it went by a protocol and nobody has signed it yet."""
        return bool(self.standing) and self.signed_at is None and self.state is not RequisitionState.CANCELLED


class Support(IntEnum):
    """What Medicare's lists say of a test for its diagnoses; worse is higher. What is not loaded is never covered."""

    LISTED = 0
    UNNAMED = 1  # no list names the test
    NO_CODE = 2  # the laboratory's file does not say how it is billed
    NOT_LOADED = 3
    AGAINST = 4

    @property
    def words(self) -> str:
        """As a screen says it."""
        return _SUPPORTS[self]


_SUPPORTS = {
    Support.LISTED: "listed for it",
    Support.UNNAMED: "no list names it",
    Support.NO_CODE: "not checked: no billing code",
    Support.NOT_LOADED: "not checked: list not loaded",
    Support.AGAINST: "may not be paid",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A test of a requisition, with what Medicare's lists say of it, and in which words."""

    code: str
    test: str
    support: Support
    says: str


class Choice(IntEnum):
    """What a patient chose on the notice (ABN), by the numbers of its options; ``NONE``: no notice was given."""

    NONE = 0
    BILL = 1
    PAY = 2
    REFUSE = 3

    @property
    def words(self) -> str:
        """In our words: the form's are CMS's."""
        return _CHOICES[self]


_CHOICES = {
    Choice.NONE: "No notice was given",
    Choice.BILL: "Option 1: wants it, and Medicare is billed",
    Choice.PAY: "Option 2: wants it and pays, Medicare is not billed",
    Choice.REFUSE: "Option 3: does not want it",
}


class Ground(StrEnum):
    """Why Medicare may not pay."""

    NECESSITY = "necessity"
    FREQUENCY = "frequency"
    EXCLUDED = "excluded"

    @property
    def words(self) -> str:
        """As a screen says it."""
        return _GROUNDS[self]


_GROUNDS = {
    Ground.NECESSITY: "not for this diagnosis",
    Ground.FREQUENCY: "too often",
    Ground.EXCLUDED: "Medicare never pays for it",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What a patient was told and chose, about which tests; ``billed``: the codes by which those are billed.

    One that was wrong is struck: when, by whom, and why.
    """

    id: UUID
    requisition_id: UUID
    codes: tuple[str, ...]
    billed: tuple[str, ...]
    choice: Choice
    ground: Ground
    reason: str
    cost: Money | None
    signed_on: date | None
    document_id: UUID | None
    noted_by: str
    noted_at: datetime
    version: int
    struck_at: datetime | None = None
    struck_by: str = ""
    struck_why: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A requisition with everything a laboratory reads on it, for paper and wire alike."""

    requisition: Requisition
    laboratory: Laboratory
    tests: tuple[tuple[str, LabTest], ...]
    patient_name: tuple[str, str]
    born: date
    sex: str
    mrn: str
    phone: str
    home: tuple[str, str, str, str]
    provider: tuple[str, str, str]
    diagnoses: tuple[tuple[str, str], ...]
    notice: Notice | None = None


class LabDoor(Protocol):
    """A way by which orders go."""

    key: str

    def send(self, laboratory: Laboratory, data: bytes) -> bytes:
        """Give a message over and return the answer; the same again is the same order. Raises Refusal."""
