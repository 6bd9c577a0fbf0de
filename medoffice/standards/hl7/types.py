"""The nouns in HL7 messages: whose it is, what was ordered, given and found.

Frozen values. An empty string, an empty tuple or None means the message does not say. Codes keep the name of their
system as it was written; a number is a Decimal; a time keeps how exact it is, and its zone only if one was said.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum


class Precision(StrEnum):
    """How exact a time is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as exact as it was said. Without a zone it is the sender's own, which the message does not tell."""

    at: datetime
    precision: Precision = Precision.SECOND

    @property
    def day(self) -> date:
        """The first day it may mean."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a system, its name there; ``others`` says the same in another, ``original`` in the author's words."""

    code: str = ""
    text: str = ""
    system: str = ""
    other: "Code | None" = None
    original: str = ""

    @property
    def words(self) -> str:
        """What a person reads."""
        return self.text or self.original or (self.other.words if self.other else "") or self.code


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number and who gave it out (a name, or an identifier of its own); ``kind`` as MR or SS."""

    id: str = ""
    authority: str = ""
    authority_id: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name; ``use`` as L (legal)."""

    family: str = ""
    given: str = ""
    middle: str = ""
    suffix: str = ""
    prefix: str = ""
    use: str = ""


@dataclass(frozen=True, slots=True)
class Clinician:
    """Who ordered, gave or entered something, and by which number they are known."""

    identifier: Identifier = Identifier()
    name: PersonName = PersonName()


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address."""

    street: str = ""
    other: str = ""
    city: str = ""
    state: str = ""
    zip_code: str = ""
    country: str = ""
    use: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """Who it is about, as the sender knows them."""

    identifiers: tuple[Identifier, ...] = ()
    names: tuple[PersonName, ...] = ()
    birth: Moment | None = None
    sex: str = ""
    addresses: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Structured:
    """A value that is no plain number: ``>60``, ``1:128``, ``2-5``; ``<5`` is not five."""

    comparator: str = ""
    first: Decimal | None = None
    separator: str = ""
    second: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document inside of a message; ``kind`` as ``application/pdf``."""

    data: bytes = field(repr=False)
    kind: str = ""

    @property
    def is_pdf(self) -> bool:
        """Whether its bytes are a PDF, whatever it is called."""
        return self.data.startswith(b"%PDF-")


Value = Decimal | Structured | Code | Moment | time | Attachment | str


@dataclass(frozen=True, slots=True)
class Observation:
    """One result: what was looked at and found, whether it is unusual (H, LL ...) and final (F, P, C, X), with what."""

    code: Code = Code()
    values: tuple[Value, ...] = ()
    value_type: str = ""
    sub_id: str = ""
    units: Code = Code()
    reference_range: str = ""
    flags: tuple[str, ...] = ()
    status: str = ""
    at: Moment | None = None
    device: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Specimen:
    """What was taken: its number, its type, when; why it was rejected."""

    identifier: Identifier = Identifier()
    type: Code = Code()
    collected: Moment | None = None
    received: Moment | None = None
    rejected: Code = Code()


@dataclass(frozen=True, slots=True)
class Led:
    """The result that led to an order: of what it is, which of several (``sub_id``), what was found."""

    code: Code = Code()
    sub_id: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class OrderResult:
    """What came of one order: our number of it (placer) and theirs (filler), and its observations.

    ``parent`` is the order whose result led to this one (an organism, then what it resists), ``led`` that result.
    """

    placer: Identifier = Identifier()
    filler: Identifier = Identifier()
    code: Code = Code()
    control: str = ""
    status: str = ""
    collected: Moment | None = None
    reported: Moment | None = None
    ordered_by: Clinician = Clinician()
    parent: Identifier = Identifier()
    led: Led = Led()
    specimens: tuple[Specimen, ...] = ()
    observations: tuple[Observation, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """A message of results (ORU^R01)."""

    control_id: str
    sender: str = ""
    facility: str = ""
    at: Moment | None = None
    patient: Patient = Patient()
    orders: tuple[OrderResult, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ends:
    """From whom to whom a message goes, under which number, when; ``training`` if it is not in earnest."""

    control_id: str
    at: Moment
    sender: str = ""
    sender_facility: str = ""
    receiver: str = ""
    receiver_facility: str = ""
    training: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom it is about, as the office knows them; ``sex`` as the message has it."""

    identifiers: tuple[Identifier, ...]
    name: PersonName
    birth: date
    sex: str = ""
    address: Address = Address()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a laboratory asks with an order (fasting, last period), and the answer: text, number, code, time."""

    question: Code
    value: Value
    units: Code = Code()


@dataclass(frozen=True, slots=True)
class RequestedTest:
    """One test: our number of it, what it is, why (diagnoses, ICD-10), and what the laboratory asks about it."""

    placer: Identifier
    code: Code
    diagnoses: tuple[Code, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[str, ...] = ()
    specimen: Identifier = Identifier()
    specimen_type: Code = Code()
    collected: Moment | None = None


@dataclass(frozen=True, slots=True)
class Requisition:
    """Tests that are ordered of a laboratory."""

    ends: Ends
    patient: Subject
    ordered_by: Clinician
    tests: tuple[RequestedTest, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a registry wants to know of a dose; those of one ``group`` belong together."""

    question: Code
    value: Code | date | str
    group: int = 1
    at: date | None = None
    method: Code = Code()


@dataclass(frozen=True, slots=True)
class Vaccination:
    """A dose. ``statements`` are what a registry wants to know besides: funding, eligibility, leaflets.

    ``record`` says whose knowledge it is (00 given here), ``completion`` is CP, RE, NA or PA, ``action`` A, U or D.
    """

    filler: Identifier
    vaccine: Code
    given: Moment
    amount: Decimal | None = None
    unit: str = ""
    record: str = "00"
    given_by: Clinician = Clinician()
    ordered_by: Clinician = Clinician()
    location: str = ""
    lot: str = ""
    expires: date | None = None
    manufacturer: Code = Code()
    refusal: Code = Code()
    completion: str = "CP"
    action: str = "A"
    route: Code = Code()
    site: Code = Code()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class VaccinationReport:
    """Vaccinations of a patient for an immunization registry (VXU^V04)."""

    ends: Ends
    patient: Subject
    doses: tuple[Vaccination, ...]
