"""The nouns: a record as a desk holds it, and what is true of a whole file of them."""

from dataclasses import dataclass
from datetime import date

Pair = tuple[int, int]  # two ids, the lower first


@dataclass(frozen=True, slots=True)
class Record:
    """A registered person as typed. Text that is not known is blank, a birth date that is not known is None.

    A value may be a stand-in that says nothing (``Unknown``, 1900-01-01, 555-0100): desks type these where a field must
    not be blank. ``sex`` is F, M or U; ``ssn4`` the last four digits of the social security number.
    """

    id: int
    given: str
    middle: str
    family: str
    suffix: str
    born: date | None
    sex: str
    phones: tuple[str, ...]
    email: str
    line1: str
    line2: str
    city: str
    state: str
    zip: str
    member_ids: tuple[str, ...]
    ssn4: str


@dataclass(frozen=True, slots=True)
class Resident:
    """A true person with everything known and written right; ``record.id`` is the person's number.

    ``nobody`` says that the record is of no person at all: a test, or somebody unknown.
    """

    record: Record
    home: int
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class Planted:
    """A file of records, and the truth of it.

    ``same`` are all pairs of records of one person, each with what lies between the two (``typo in given name``,
    ``moved``, ...). ``apart`` are pairs made to look alike that are two people, with the reason they look alike.
    ``homes`` tells the household of each record but those of nobody.
    """

    records: tuple[Record, ...]
    same: dict[Pair, frozenset[str]]
    apart: dict[Pair, str]
    homes: dict[int, int]


def pair(one: int, other: int) -> Pair:
    """Two ids in order. ValueError for one and the same."""
    if one == other:
        raise ValueError(f"a pair needs two records, not {one} twice")
    return (one, other) if one < other else (other, one)
