"""Whether two records are one person's: what is compared, and what is found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medoffice.records.patients.types.people import PatientHit


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells whether two records are one person's: folded, and blank wherever a placeholder or nothing stood.

    ``family``, ``given``, ``middle`` and ``called`` (the liked name) are words; ``phone`` has ten digits; ``house`` is
    the number of the house, ``street`` the rest of the line; ``members`` are numbers at payers; ``newborn``: it had no
    given name yet.
    """

    id: UUID
    family: tuple[str, ...]
    given: tuple[str, ...]
    middle: tuple[str, ...]
    called: tuple[str, ...]
    suffix: str
    sex: str
    born: date | None
    phone: str
    email: str
    house: str
    street: str
    zip: str
    members: frozenset[str]
    newborn: bool = False


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """How often each way to agree is seen in each class of pairs; learned on a day, with a source.

    Classes are ``one`` person, those of one ``home``, of it ``twins`` and ``namesakes`` (Jr. and Sr.), ``doubles`` of
    one name and birth date, ``strangers``; each has a field's chances by level, from the least agreement up.
    ``others`` says with how many people of the office a person makes such a pair, ``likely`` from when on a pair is
    worth a look, ``short`` the groups of a short name.
    ``together``: so many times more often two strangers have both names in common than the names by themselves say.
    """

    learned: str
    source: str
    classes: Mapping[str, Mapping[str, tuple[float, ...]]]
    others: Mapping[str, float]
    likely: float
    short: Mapping[str, frozenset[int]]
    together: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """An office of so many ``people``: how many have a word in their ``names``, and the share of those with a middle
    name who have a word, or its first letter, there (``middles``). What was not counted is missing.
    """

    people: int
    names: Mapping[str, int]
    middles: Mapping[str, float]

    def share(self, word: str) -> float:
        """The share of all who have a word in their name; of a word nobody else has, as if two had."""
        return max(self.names.get(word, 0), 2) / max(self.people, 1000)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one person's: how likely (0 to 1), and why, in words, what speaks most first."""

    one: UUID
    other: UUID
    likely: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedPair:
    """A pair of records that waits for a person; ``percent`` is how likely they are one, ``reasons`` are words."""

    id: UUID
    one: UUID
    other: UUID
    percent: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """A line of the pairs that wait. ``closed``: one of the two opens with a reason only."""

    id: UUID
    one: PatientHit
    other: PatientHit
    percent: int
    closed: bool
