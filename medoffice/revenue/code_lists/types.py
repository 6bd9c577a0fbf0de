"""The nouns of code lists: a file that was taken in, how each kind stands on a date, a licence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.standards.code_lists.types import AddOnRow, ListKind, PairRow, UnitsRow, ValueRow


@dataclass(frozen=True, slots=True)
class Release:
    """A list as it was taken in: which days of service it speaks for (both inclusive), from which file, how long it is.

    ``last_code`` is the last code in front of a pair: a file that ends before a code says nothing of it.
    """

    id: UUID
    kind: ListKind
    edition: str
    valid_from: date
    valid_to: date
    source: str
    rows: int
    last_code: str
    taken_by: str
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class Period:
    """Which days of service a file speaks for, and what it is called."""

    edition: str
    valid_from: date
    valid_to: date


@dataclass(frozen=True, slots=True)
class Licence:
    """What the office says of its CPT licence: to whom it is given, its number, for how many, until when."""

    holder: str
    number: str
    seats: int
    expires: date


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a file in did. ``again``: the same file was there, and nothing changed."""

    release: Release
    again: bool


class Standing(StrEnum):
    """How a kind of list stands on a day."""

    LOADED = "loaded"
    ENDS_SOON = "ends soon"
    OVER = "over"
    NEVER = "not loaded"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A kind of list on a day: the release that speaks for it, or the last one before, or none."""

    kind: ListKind
    standing: Standing
    release: Release | None

    @property
    def speaks(self) -> bool:
        """Whether a release speaks for the day."""
        return self.standing in (Standing.LOADED, Standing.ENDS_SOON)


@dataclass(frozen=True, slots=True)
class CoverageOf:
    """What a local article, or a national determination (by its section of the manual), says of a procedure: the
    diagnoses that support it, and those that do not. ``level``: a determination's, as CMS writes it.
    """

    article: str
    title: str
    covered: frozenset[str]
    not_covered: frozenset[str]
    level: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the loaded lists say of some codes on a day; None where no list speaks for the day.

    ``pairs`` by their first and second code, ``coverage`` and ``national`` by the procedure. What is asked of the
    codes of many visits at once serves each of them.
    """

    pairs: Mapping[tuple[str, str], PairRow] | None
    pairs_until: str
    units: dict[str, UnitsRow] | None
    add_ons: Mapping[str, tuple[AddOnRow, ...]] | None
    values: dict[str, ValueRow] | None
    coverage: dict[str, tuple[CoverageOf, ...]] | None
    national: dict[str, tuple[CoverageOf, ...]] | None = None
