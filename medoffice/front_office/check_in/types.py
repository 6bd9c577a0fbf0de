"""The nouns of arrival."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.front_office.scheduling.types import Appointment, Chip
from medoffice.records.coverage.types import Case, Check, Coverage
from medoffice.records.patients.types.people import Patient


@dataclass(frozen=True, slots=True)
class Arrival:
    """A check-in: who was identified how, under which coverage or case, for which appointment, of which encounter."""

    encounter_id: UUID
    appointment_id: UUID
    patient_id: UUID
    identity_checked: str
    coverage_id: UUID | None
    arrived_at: datetime
    by: str
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Payable:
    """Who may be billed for a visit of a day: a policy or a case."""

    id: UUID
    label: str
    is_case: bool = False


@dataclass(frozen=True, slots=True)
class PolicyToday:
    """A policy in force on the day of a visit, with what its payer was asked about that visit, latest first; and when
    its card was last pictured, if it was.
    """

    policy: Coverage
    checks: tuple[Check, ...]
    pictured: date | None = None
    card_is_old: bool = False

    @property
    def latest(self) -> Check | None:
        """The latest question."""
        return self.checks[0] if self.checks else None


@dataclass(frozen=True, slots=True)
class Insurance:
    """Who pays for a visit: its case, or the policies in force on its day. What was asked once stays readable."""

    on: date
    case: Case | None
    policies: tuple[PolicyToday, ...]
    earlier: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Arriving:
    """All that the desk's page asks about a visit, asked once and handed to each part of the page.

    ``cases`` are those open on its day; ``before`` is what was in force before that day, latest first.
    """

    booked: Appointment
    patient: Patient
    insurance: Insurance
    cases: tuple[Case, ...]
    before: tuple[Coverage, ...]
    chips: tuple[Chip, ...]

    @property
    def on(self) -> date:
        """The day of the visit at its site."""
        return self.insurance.on

    @property
    def held(self) -> list[Coverage]:
        """The policies in force on that day, first to pay first."""
        return [one.policy for one in self.insurance.policies]


class Mend(StrEnum):
    """What is put right at the desk, in a word or two."""

    MEMBER_ID = "member id"
    NAME = "name"
    BIRTH_DATE = "birth date"
    SEX = "sex"
    ADDRESS = "address"
    POLICY = "insurance"
    BILLED_TO = "who is billed"
    CASE = "case"
    GUARANTOR = "who pays"
    AGREEMENT = "form"
    ASK = "the payer's answer"
    OTHER = "what is missing"


@dataclass(frozen=True, slots=True)
class Risk:
    """Why a visit may be denied or billed wrongly, as long as the desk can still put it right.

    ``mend`` is what to put right, of the policy or case ``about``; ``url`` is where, if that is a page of the room that
    tells it.
    """

    code: str
    words: str
    mend: Mend
    about: UUID | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Parting:
    """Something for a patient before they go: what it is, a word for how it stands and its tone, and where it is.

    ``key`` opens it; one of ``defgijlnosuvxyz``, which check-out leaves free.
    """

    words: str
    chip: str = ""
    tone: str = ""
    url: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A scanned insurance card. ``read`` says whether a text recogniser saw it; ``suggested`` is what it found."""

    id: UUID
    patient_id: UUID
    front_id: UUID
    back_id: UUID | None
    suggested: dict[str, str]
    read: bool
    coverage_id: UUID | None
    scanned_at: datetime
    scanned_by: str
