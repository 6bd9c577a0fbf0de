"""The nouns of the schedule: what a release holds, and what of a person it is asked about."""

from dataclasses import dataclass
from datetime import date

from medoffice.standards.cdsi.spans import Span


@dataclass(frozen=True, slots=True)
class Between:
    """Ages from one (included) to another (not included); None: no limit."""

    begin: Span | None = None
    end: Span | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """When a rule holds, by the day of the dose: from a day to a day, both included; None: no limit."""

    first: date | None = None
    last: date | None = None

    def hold(self, on: date) -> bool:
        """Whether it held on that day."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class Age:
    """At which ages a dose is valid (``floor``: at the very earliest), recommended, and no more given."""

    floor: Span | None
    least: Span | None
    recommended: Span | None
    late: Span | None
    most: Span | None
    times: Times


@dataclass(frozen=True, slots=True)
class Interval:
    """How long after something a dose is valid and recommended.

    After the dose before (``previous``), the dose that met a number of the series, the latest of some products, or
    a day that an observation names. ``override``: the other diseases of a vaccine group do not wait against it.
    """

    previous: bool
    dose: int | None
    recent: frozenset[str]
    observed: str
    floor: Span | None
    least: Span | None
    recommended: Span | None
    late: Span | None
    override: bool
    times: Times


@dataclass(frozen=True, slots=True)
class Product:
    """A vaccine a dose may be, by CVX (and maker), at which ages."""

    cvx: str
    ages: Between
    mvx: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be so for a dose to be skipped; ``kind``: age, interval, series or count."""

    kind: str
    ages: Between
    interval: Span | None
    first: date | None
    end: date | None
    count: int
    logic: str
    valid: bool
    products: frozenset[str]
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class SkipSet:
    """Conditions of which all (or any) must be so."""

    every: bool
    conditions: tuple[Condition, ...]
    times: Times


@dataclass(frozen=True, slots=True)
class Skip:
    """When a dose of a series is not needed: as doses are judged, as the next one is forecast, or both."""

    judging: bool
    forecasting: bool
    every: bool
    sets: tuple[SkipSet, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A dose of a series."""

    number: int
    ages: tuple[Age, ...]
    intervals: tuple[Interval, ...]
    allowable: tuple[Interval, ...]
    preferable: tuple[Product, ...]
    allowed: tuple[Product, ...]
    inadvertent: frozenset[str]
    skips: tuple[Skip, ...]
    recurs: bool
    season: Times | None


@dataclass(frozen=True, slots=True)
class Indication:
    """An observation that makes a series of risk somebody's, at which ages."""

    code: str
    ages: Between
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """A way through the doses against one disease. ``kind``: standard, risk, or for judging only.

    ``guidance`` is what the CDC says of it to who gives it; ``shared``: the ages at which it is decided together.
    """

    name: str
    antigen: str
    kind: str
    sexes: frozenset[str]
    default: bool
    product: bool
    group: str
    equal: frozenset[str]
    priority: str
    preference: int
    start: Between
    indications: tuple[Indication, ...]
    guidance: tuple[str, ...]
    shared: Between | None
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """An observation that speaks against a vaccine (all of an antigen if no products are named)."""

    code: str
    words: str
    ages: Between
    products: tuple[Product, ...] = ()


@dataclass(frozen=True, slots=True)
class Antigen:
    """One disease: its series, who is immune, who should not have it."""

    name: str
    group: str
    series: tuple[Series, ...]
    immune: frozenset[str]
    born_before: tuple[tuple[date, str, frozenset[str]], ...]
    against: tuple[Against, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """How long after one live vaccine another is not valid: to ``least`` after a valid dose, else to ``end``."""

    begin: Span
    least: Span
    end: Span


@dataclass(frozen=True, slots=True)
class Group:
    """A vaccine group: its antigens, in order; ``full``: all of them are always given together."""

    name: str
    full: bool
    antigens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """A release: its version and day, and everything in it."""

    version: str
    released: date
    antigens: dict[str, Antigen]
    groups: tuple[Group, ...]
    products: dict[str, str]
    antigens_of: dict[str, tuple[tuple[str, Between], ...]]
    conflicts: dict[tuple[str, str], Conflict]
    observations: dict[str, str]


def birth_in(country: str, *, so: bool = True) -> str:
    """What says of a person that they were born in a country that the tables name, or were not."""
    return f"birth:{country}" if so else f"birth-not:{country}"


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose that was given: which vaccine, when. ``key`` is the caller's name for it."""

    key: str
    cvx: str
    on: date
    mvx: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the schedule is asked about; ``observed``: observations of the release, with the day they began if known.

    Where they were born is one too (``birth_in``): the tables ask it, and have no code for it.
    """

    born: date
    sex: str
    doses: tuple[Dose, ...] = ()
    observed: tuple[tuple[str, date | None], ...] = ()
