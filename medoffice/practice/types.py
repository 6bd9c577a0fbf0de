"""The nouns of the practice: the office itself, its sites, rooms, staff, payers, and its work queue."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.security.types import Role


@dataclass(frozen=True, slots=True)
class Address:
    """A US postal address."""

    line1: str
    city: str
    state: str
    zip: str
    line2: str = ""


@dataclass(frozen=True, slots=True)
class Practice:
    """The legal office that bills: name, group NPI (type 2), tax id, pay-to address, phone."""

    id: UUID
    name: str
    npi: str
    tax_id: str
    taxonomy: str
    phone: str
    address: Address


@dataclass(frozen=True, slots=True)
class Site:
    """A place where patients are seen; ``zone`` is its IANA time zone, ``place_of_service`` the CMS number."""

    id: UUID
    key: str
    name: str
    zone: str
    phone: str
    address: Address
    npi: str
    place_of_service: str = "11"


@dataclass(frozen=True, slots=True)
class ExamRoom:
    """A room patients are put in."""

    id: UUID
    site_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works here; providers have an NPI and a taxonomy code."""

    id: UUID
    key: str
    name: str
    family_name: str
    credentials: str
    is_provider: bool
    npi: str
    taxonomy: str
    site_id: UUID
    user_id: UUID | None


@dataclass(frozen=True, slots=True)
class Closure:
    """A day on which a site is closed."""

    id: UUID
    site_id: UUID
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class NewAccount:
    """The account that somebody who starts to work here gets."""

    username: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class SetUpStep:
    """One thing a new office enters before it can see patients: where, and what is there already (empty: nothing)."""

    key: str
    label: str
    why: str
    url_name: str
    there: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays claims: ``number`` is the payer id on the wire, ``filing_code`` the claim filing indicator (SBR09)."""

    id: UUID
    key: str
    name: str
    number: str
    filing_code: str
    timely_filing_days: int
    phone: str
    address: Address


class WorkState(StrEnum):
    """Where a work item stands."""

    NEW = "new"
    MINE = "mine"
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class WorkKind:
    """A kind of inbound thing: its words, the role whose queue it lands in, hours until due, and its page."""

    key: str
    words: str
    queue: Role
    due_hours: int
    url: Callable[[Ref], str]


@dataclass(frozen=True, slots=True)
class WorkItem:
    """Something a person must see."""

    id: UUID
    kind: str
    words: str
    title: str
    queue: Role
    state: WorkState
    priority: int
    opened_at: datetime
    due_at: datetime
    ref: Ref
    url: str
    patient_id: UUID | None
    owner_name: str
    overdue: bool
