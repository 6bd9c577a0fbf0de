"""The nouns of what is learned from an author's corrections."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

PATIENTS = 2  # of an author, for whom a word was corrected before it is told to a recogniser, or shown
FEWEST = 10  # dictations of an author, of which a share of wrong words is told
DAYS = 90  # for so long what was signed is counted


@dataclass(frozen=True, slots=True)
class Beside:
    """Drafts beside what was signed: words signed, words that were wrong, missing or too many, and the places.

    A place is the words that were heard and those that stand there now, in small letters; one of the two may be none.
    """

    signed: int
    wrong: int
    changed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was meant, and the words that were heard in its place."""

    heard: str
    meant: str


@dataclass(frozen=True, slots=True)
class Learned:
    """A word of an author that a recogniser is told: how it was heard, for how many patients, when it was last.

    ``out``: it is left out.
    """

    author_id: UUID
    author: str
    meant: str
    heard: tuple[str, ...]
    patients: int
    at: datetime
    out: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """What a recogniser is told before it hears: terms of the chart first, then ``learned`` of the author's words."""

    terms: tuple[str, ...] = ()
    learned: tuple[str, ...] = ()

    @property
    def of_chart(self) -> tuple[str, ...]:
        """Those that the chart alone gave."""
        return tuple(term for term in self.terms if term not in self.learned)


@dataclass(frozen=True, slots=True)
class WordError:
    """How many words of an author's drafts were wrong, missing or too many beside what was signed."""

    author_id: UUID
    author: str
    dictations: int
    signed: int
    wrong: int

    @property
    def percent(self) -> float | None:
        """Of a hundred signed words, to one place; None where too few dictations tell of it."""
        return round(100 * self.wrong / self.signed, 1) if self.dictations >= FEWEST and self.signed else None
