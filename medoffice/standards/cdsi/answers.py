"""The nouns of what the schedule says of a person: of each dose, and of what comes next."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from medoffice.standards.cdsi.types import Dose, Person, Schedule, Series, Target


class Standing(StrEnum):
    """What a dose counts for."""

    VALID = "valid"
    NOT_VALID = "not valid"
    EXTRA = "extra"


class Why(StrEnum):
    """Why a dose does not count."""

    YOUNG = "too young"
    OLD = "too old"
    SOON = "too soon after another dose"
    LIVE = "too soon after another live vaccine"
    PRODUCT = "not a product for this dose"
    INADVERTENT = "a product not meant for this age or series"
    DONE = "the series was complete"


class State(StrEnum):
    """Where a person stands with a series, a disease or a vaccine group."""

    OPEN = "not complete"
    COMPLETE = "complete"
    IMMUNE = "immune"
    AGAINST = "contraindicated"
    AGED_OUT = "aged out"
    NOT_RECOMMENDED = "not recommended"


class Due(StrEnum):
    """How a vaccine group stands on a day, for who works with it."""

    OVERDUE = "overdue"
    DUE = "due"
    SHARED = "decide together"
    ASK = "ask first"
    LATER = "not yet due"
    COMPLETE = "complete"
    IMMUNE = "immune"
    AGAINST = "contraindicated"
    NONE = "not recommended"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a dose counts for in a series; ``number``: the dose of the series that it met."""

    dose: Dose
    standing: Standing
    why: Why | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A person and the schedule they are held against: their doses in order, what is known, and the day it is asked.

    ``doubted`` are keys of doses that counted for nothing, as far as that is known when live vaccines are compared.
    """

    schedule: Schedule
    person: Person
    today: date
    doses: tuple[Dose, ...]
    observed: dict[str, date | None]
    doubted: frozenset[str] = frozenset()


@dataclass(slots=True)
class Walk:
    """A series with the doses that were held against it, one after the other; ``at``: the dose that is next."""

    series: Series
    verdicts: list[Verdict] = field(default_factory=list)
    met: dict[int, date] = field(default_factory=dict)
    at: int = 0

    @property
    def target(self) -> Target | None:
        """The dose that is next, or None."""
        return self.series.targets[self.at] if self.at < len(self.series.targets) else None

    @property
    def valid(self) -> list[Verdict]:
        """The doses that count."""
        return [one for one in self.verdicts if one.standing is Standing.VALID]

    @property
    def before(self) -> Dose | None:
        """The dose from which the interval to the next counts."""
        for one in reversed(self.verdicts):
            if one.standing is not Standing.EXTRA and one.why is not Why.INADVERTENT:
                return one.dose
        return None


@dataclass(frozen=True, slots=True)
class Dates:
    """When a dose may be given, should be, is late, and is given no more."""

    earliest: date
    recommended: date
    late: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next in a series, a disease or a group; ``number``: the how-manieth dose it would be.

    ``override``: the other diseases of its group do not make it wait. ``allowed``: products that count, though they are
    not the preferred ones. ``asks``: what settles whether it is needed at all, in words.
    """

    state: State
    dates: Dates | None = None
    number: int = 0
    products: tuple[str, ...] = ()
    words: str = ""
    override: bool = False
    allowed: tuple[str, ...] = ()
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A series with its doses held against it, and what comes next in it."""

    walk: Walk
    next: Next


@dataclass(frozen=True, slots=True)
class OfGroup:
    """What the schedule says of a vaccine group: for who is given something, and why. ``series``: by which ways.

    ``guidance``: what the CDC says of what patient and provider decide together.
    """

    name: str
    due: Due
    next: Next
    series: tuple[str, ...]
    guidance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfDose:
    """What a dose counts for, disease by disease."""

    dose: Dose
    words: str
    verdicts: tuple[tuple[str, Verdict], ...]

    @property
    def standing(self) -> Standing | None:
        """Valid for something, else not valid for something, else extra; None: the schedule does not know it."""
        found = {one.standing for _, one in self.verdicts}
        return next((one for one in Standing if one in found), None)

    @property
    def why_not(self) -> tuple[tuple[Why, tuple[str, ...]], ...]:
        """Why it does not count, and for which diseases."""
        found: dict[Why, list[str]] = {}
        for antigen, one in self.verdicts:
            if one.standing is Standing.NOT_VALID and one.why:
                found.setdefault(one.why, []).append(antigen)
        return tuple((why, tuple(antigens)) for why, antigens in found.items())


@dataclass(frozen=True, slots=True)
class Advice:
    """All that the schedule says of a person on a day: of each dose in order, and of each vaccine group."""

    version: str
    released: date
    doses: tuple[OfDose, ...]
    groups: tuple[OfGroup, ...]
