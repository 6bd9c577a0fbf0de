"""The nouns of disclosures."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.trace import Ref

KEPT = "papers a label keeps"


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why something leaves: its words, and whether it stands in the account a patient may ask for.

    ``least``: only what is needed may go, and whoever sends says why it is (45 CFR 164.502(b)).
    """

    key: str
    words: str
    counts: bool
    least: bool
    source: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something about a patient that leaves the office: what, to whom and where, by which way, why.

    ``cause`` is what made it leave (a letter that was sent). ``why`` is the reason in words, where only what is needed
    may go. ``encounter_id``: the visit it tells of, whose labels decide who may see that it left. ``abouts``: the
    papers it names, whose labels decide who may read their titles.
    """

    patient_id: UUID
    purpose: str
    what: str
    to_name: str
    to_address: str
    way: str
    cause: Ref
    why: str = ""
    encounter_id: UUID | None = None
    abouts: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A line of the log; nothing about it changes."""

    id: UUID
    patient_id: UUID
    purpose: Purpose
    what: str
    to_name: str
    to_address: str
    way: str
    cause: Ref
    why: str
    counts: bool
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for in the log: words of what or to whom, a time, a way, a patient."""

    words: str = ""
    first: date | None = None
    last: date | None = None
    way: str = ""
    patient_id: UUID | None = None
