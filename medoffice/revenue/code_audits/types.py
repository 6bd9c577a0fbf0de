"""The nouns of audits of codes: what was drawn and how, what the second coder judged, what it comes to."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.money import Money


class Kind(StrEnum):
    """What a code is of."""

    DIAGNOSIS = "diagnosis"
    SERVICE = "service"


class Verdict(StrEnum):
    """What the second coder says of a code: it stands, it does not, or it is not there and should be."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Sampling:
    """What an audit draws from: released visits of these days, narrowed down where something is said; how many; by
    which seed. ``code`` is the beginning of a diagnosis or a service, ``level`` 1 to 5, 0 for visits without one.
    """

    first: date
    last: date
    size: int
    seed: str
    coder: str = ""
    provider_id: UUID | None = None
    code: str = ""
    level: int | None = None

    @property
    def targeted(self) -> bool:
        """Whether it is narrowed down by more than days: then its agreement says nothing of all visits."""
        return bool(self.coder or self.provider_id or self.code or self.level is not None)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged of one code; ``code_id`` is None for one that is missing, which rests on words of the note."""

    id: UUID
    code_id: UUID | None
    kind: Kind
    code: str
    verdict: Verdict
    reason: str
    instead: str
    units: int
    quote: str


@dataclass(frozen=True, slots=True)
class Audited:
    """A visit in an audit; ``own_level`` is what the second coder gave before she saw the codes."""

    id: UUID
    audit_id: UUID
    place: int
    coding_id: UUID
    encounter_id: UUID
    patient_id: UUID
    own_level: int | None
    finished_at: datetime | None
    judged: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """A sample that was drawn: of how many, by whom, how; closed when its last visit is judged."""

    id: UUID
    number: str
    said: Sampling
    population: int
    auditor: str
    drawn_at: datetime
    closed_at: datetime | None
    finished: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Kappa:
    """Cohen's kappa, or why it is not defined."""

    value: float | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the codes would come to otherwise, at the office's own fees of the day: too much, too little, and for
    which changes no amount can be said. What cannot be said is never nothing.
    """

    too_much: Money
    too_little: Money
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What to speak about with a coder: a reason, how often, at which codes."""

    coder: str
    reason: str
    times: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an audit found by now: agreement on codes and on levels, the dollars, what to teach."""

    visits: int
    codes: int
    agreed: int
    missed: int
    levels: int
    levels_same: int
    kappa: Kappa
    difference: Difference
    lessons: tuple[Lesson, ...]
