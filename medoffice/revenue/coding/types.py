"""The nouns of coding: diagnoses and services, each with the evidence that supports it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.trace import Ref


@dataclass(frozen=True, slots=True)
class Evidence:
    """What supports a code: words of a note (``ref`` kind "note", offsets into its text) or an order (kind "order")."""

    ref: Ref
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a table of diagnoses, for what purpose (as disclosures name it), and why that much."""

    name: str
    address: str
    purpose: str
    why: str


@dataclass(frozen=True, slots=True)
class OfficeService:
    """A service the office offers: its key (``est_3``), the code billed for it, our words, what kind it is, dated."""

    key: str
    code: str
    words: str
    kind: str
    placeholder: bool
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class CodedDiagnosis:
    """An ICD-10-CM code of a visit at its place (1 is first-listed), with its evidence."""

    id: UUID
    position: int
    code: str
    title: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CodedService:
    """A service line of a visit: code, modifiers, units, pointers to diagnosis positions, with its evidence."""

    id: UUID
    line: int
    key: str
    code: str
    words: str
    modifiers: tuple[str, ...]
    units: int
    pointers: tuple[int, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class LevelElement:
    """Something that counts for the level of a visit, with its evidence; ``minutes``: the practitioner's time."""

    id: UUID
    kind: str
    about: str
    minutes: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CodedEncounter:
    """All codes of a visit. ``finished`` means a coder released it to billing.

    ``place``: where the patient of a visit at a distance was, as a place of service; "" at the site, or where unsaid.
    """

    id: UUID
    encounter_id: UUID
    patient_id: UUID
    date: date
    coder: str
    finished: bool
    diagnoses: tuple[CodedDiagnosis, ...]
    services: tuple[CodedService, ...]
    place: str = ""

    @property
    def every(self) -> tuple[CodedDiagnosis | CodedService, ...]:
        """Every code, the diagnoses first."""
        return (*self.diagnoses, *self.services)


@dataclass(frozen=True, slots=True)
class DiagnosisFact:
    """A patient had this diagnosis on this date: a coder released the code for that visit, on these words."""

    patient_id: UUID
    date: date
    code: str
    title: str
    position: int
    encounter_id: UUID
    evidence: Evidence
    coded_by: str
    released_at: datetime


class QueryState(StrEnum):
    """How a question to a provider stands."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ProviderQuery:
    """A coder's question to the provider of a visit, of words of its note. ``answer`` stands in an addendum."""

    id: UUID
    coding_id: UUID
    encounter_id: UUID
    patient_id: UUID
    template: str
    question: str
    start: int
    end: int
    quote: str
    asked_by: str
    asked_at: datetime
    due_at: datetime
    state: QueryState
    answer: str
    closed_by: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """A suggestion that a coder turned down at a visit, and why."""

    id: UUID
    code: str
    title: str
    why: str
    quote: str
    by: str
    at: datetime


class Touches(StrEnum):
    """What of the office names a code that ended."""

    PROBLEM = "problem list"
    FAVOURITE = "favourite"
    TEMPLATE = "note template"
    ORDER = "laboratory order"
    PRESCRIPTION = "prescription"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True)
class Touched:
    """Something that names a code that ended: which, what it is called, its version where it has one.

    ``said`` is the words around the code. ``left_by`` and ``left_at``: who looked and left it as it is. ``signed``: who
    signed it.
    """

    kind: Touches
    ref: str
    code: str
    name: str
    said: str = ""
    version: int = 0
    patient_id: UUID | None = None
    about: UUID | None = None
    left_by: str = ""
    left_at: datetime | None = None
    signed: str = ""

    @property
    def key(self) -> str:
        """How an address names it."""
        return f"{self.kind.name.lower()}~{self.ref}~{self.code}"
