"""The nouns of the population: people, their telephones and coverages, the staff, and chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from hashlib import blake2b
from typing import TypeVar

from medoffice.clinic.charting.types import ListKind, Told

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chance:
    """Chance without state: every draw is a hash of a key and a label, so one more draw never moves another.

    The same key and label give the same answer for ever, on every machine and version of Python.
    """

    key: str

    def at(self, label: object) -> "Chance":
        """The chances of a part: of one household, one person, one day."""
        return Chance(f"{self.key}/{label}")

    def number(self, label: str, stop: int) -> int:
        """A whole number from 0 up to and without ``stop``."""
        digest = blake2b(f"{self.key}#{label}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % stop

    def between(self, label: str, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + self.number(label, high - low + 1)

    def happens(self, label: str, probability: float) -> bool:
        """Yes with this probability."""
        return self.number(label, 1_000_000) < probability * 1_000_000

    def pick(self, label: str, options: Sequence[T]) -> T:
        """One of the options; ValueError if there are none."""
        if not options:
            raise ValueError(f"nothing to pick from for {label}")
        return options[self.number(label, len(options))]

    def weighted(self, label: str, options: Sequence[tuple[T, int]]) -> T:
        """One of (option, weight); weights are whole numbers, at least one above zero."""
        left = self.number(label, sum(weight for _, weight in options))
        for option, weight in options:
            left -= weight
            if left < 0:
                return option
        raise ValueError(f"nothing to pick from for {label}")

    def shuffled(self, label: str, items: Sequence[T]) -> list[T]:
        """All the items in an order by chance."""
        order = sorted(range(len(items)), key=lambda place: self.number(f"{label}.{place}", 1 << 62))
        return [items[place] for place in order]


class Relation(StrEnum):
    """What a person is to the head of the household, or a patient to the subscriber."""

    SELF = "self"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"


class Priority(StrEnum):
    """In which order payers are billed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone, ``(217) 555-0142``; ``kind`` is home or mobile. A home telephone is shared by the household."""

    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class HomeAddress:
    """A street that does not exist in a town that does not exist, in Illinois; the ZIP starts with 627."""

    line1: str
    line2: str
    city: str
    state: str
    zip: str


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up patient. Other people are named by their index in ``Population.people``.

    ``given`` is empty for a legal mononym, whose one name is ``family``. ``native`` is the whole name in its own
    script, or empty. ``sex`` is F or M. ``language`` is a BCP 47 tag. ``conditions`` are long-lasting illnesses by
    key. ``first_visit`` is the day a newcomer is seen for the first time; None for those long known to the office.
    ``ssn`` is always None. ``race`` and ``ethnicity`` are None where not stated. ``key`` names the cast.
    """

    index: int
    key: str
    family: str
    given: str
    middle: str
    suffix: str
    preferred: str
    native: str
    pronouns: str
    sex: str
    birth_date: date
    language: str
    interpreter: bool
    phones: tuple[Phone, ...]
    email: str
    address: HomeAddress
    race: str | None
    ethnicity: str | None
    household_id: int
    relation_to_head: Relation
    guarantor: int
    conditions: tuple[str, ...]
    first_visit: date | None
    alert: str = ""
    ssn: None = None

    @property
    def full_name(self) -> str:
        """The legal name in spoken order: ``Marisol Quist``, ``Arthur Hale Jr.``, ``Suharjo``."""
        return " ".join(part for part in (self.given, self.middle, self.family, self.suffix) if part)

    def age_on(self, day: date) -> int:
        """Whole years on a day; below zero before birth."""
        birthday_to_come = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - birthday_to_come


@dataclass(frozen=True, slots=True)
class Coverage:
    """One person's coverage by one plan. ``person`` and ``subscriber`` are indices; ``relation`` to the subscriber."""

    person: int
    payer_key: str
    plan_key: str
    member_id: str
    group: str
    subscriber: int
    relation: Relation
    effective: date
    priority: Priority


@dataclass(frozen=True, slots=True)
class Permission:
    """``caller`` may speak for ``person`` on the telephone; ``relation`` is the caller's to the person, in words."""

    person: int
    caller: int
    relation: str


@dataclass(frozen=True, slots=True)
class Household:
    """The people under one roof, head first; indices as in the whole population, ``start`` is the head's."""

    number: int
    start: int
    people: tuple[Person, ...]
    coverages: tuple[Coverage, ...]
    permissions: tuple[Permission, ...]

    def person(self, index: int) -> Person:
        """One of them by index in the whole population; IndexError for others."""
        return self.people[index - self.start]


@dataclass(frozen=True, slots=True)
class Population:
    """The people of the office, heads before their household; ``coverages`` in order of person and priority."""

    seed: int
    today: date
    people: tuple[Person, ...]
    coverages: tuple[Coverage, ...]
    permissions: tuple[Permission, ...]

    def who(self, key: str) -> Person:
        """The member of the named cast with this key; KeyError if nobody has it."""
        for person in self.people:
            if person.key == key:
                return person
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Site:
    """A site of the demo office with its examination rooms."""

    key: str
    name: str
    address: HomeAddress
    phone: str
    npi: str
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a week in which a provider sees patients; weekday 0 is Monday."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works at the office. ``roles`` are role keys; ``npi`` and ``hours`` only for providers."""

    key: str
    name: str
    family: str
    credentials: str
    roles: tuple[str, ...]
    site: str
    npi: str
    hours: tuple[Hours, ...]

    @property
    def is_provider(self) -> bool:
        """Whether this person sees patients under an NPI of their own."""
        return bool(self.npi)


@dataclass(frozen=True, slots=True)
class Office:
    """Riverbend Family Medicine: its name, time zone, NPI, sites and staff."""

    name: str
    zone: str
    npi: str
    phone: str
    sites: tuple[Site, ...]
    staff: tuple[StaffMember, ...]

    @property
    def providers(self) -> tuple[StaffMember, ...]:
        """Those who see patients."""
        return tuple(member for member in self.staff if member.is_provider)


@dataclass(frozen=True, slots=True)
class NamePool:
    """The names of a culture; each name is (Latin, native script or empty). ``surname`` is the rule of the family."""

    culture: str
    weight: int
    surname: str
    language: str
    spoken: float
    races: tuple[str, ...]
    ethnicity: str
    families: tuple[tuple[str, str], ...]
    women: tuple[tuple[str, str], ...]
    men: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Illness:
    """A long-lasting illness as a chart has it: its code and title, and what is taken: drug, dose, route, how often."""

    code: str
    words: str
    takes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What so many of a hundred people have on a list, of a certain age; ``details`` as the list asks."""

    words: str
    share: int
    code: str = ""
    from_age: int = 0
    years_ago: int = 1
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Childhood:
    """The vaccines of children, until an age: by CVX, words and the months of age; ``share`` of a hundred are given."""

    until: int
    share: int
    within: int
    shots: tuple[tuple[str, str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class ChartPool:
    """What charts are drawn from; ``tobacco`` are words with their shares, ``edition`` that of the codes."""

    conditions: Mapping[str, Illness]
    allergies: tuple[Drawn, ...]
    vaccines: tuple[Drawn, ...]
    childhood: Childhood
    tobacco: tuple[tuple[str, int], ...]
    tobacco_from: int
    none_attested: int
    edition: str
    vaccine_edition: str


@dataclass(frozen=True, slots=True)
class PersonChart:
    """The entries of a person's chart, and the lists of which it says that they are empty."""

    entries: tuple[tuple[ListKind, Told], ...]
    none: tuple[ListKind, ...]


@dataclass(frozen=True, slots=True)
class CastMember:
    """A named patient whose facts are fixed; what is empty is left to chance. ``payer`` as in the coverage rules."""

    key: str
    household: int
    culture: str
    family: str
    given: str
    sex: str
    born: date
    relation: Relation
    language: str
    payer: str
    member_id: str
    conditions: tuple[str, ...]
    alert: str
    speaks_for: str


@dataclass(frozen=True, slots=True)
class Town:
    """Everything the generator draws from: name pools, nicknames, streets, prevalence of illnesses, the cast."""

    pools: tuple[NamePool, ...]
    nicknames: dict[str, str]
    western: tuple[str, ...]
    streets: tuple[str, ...]
    groups: tuple[str, ...]
    alerts: tuple[str, ...]
    conditions: tuple[tuple[str, tuple[int, ...]], ...]
    cast: tuple[CastMember, ...]
