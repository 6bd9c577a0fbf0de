"""The nouns of copies: whom a copy of a report goes to, and where each stands."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Standing(StrEnum):
    """Where a copy stands."""

    WAITS = "waits for the signature"
    PREPARED = "prepared"
    SENT = "sent"
    FAILED = "could not"
    WITHDRAWN = "withdrawn before it went"
    LEFT = "left as it was"
    OFF = "never goes"


@dataclass(frozen=True, slots=True)
class Going:
    """One time that a copy went, or should have: the letter it is, by its number; ``why`` it could not."""

    standing: Standing
    letter_id: UUID | None = None
    number: str = ""
    how: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """Whom a copy goes to, by name and where they are, and each time it went, first to last.

    ``used``: whether the directory offers them still; who is out of use is not faxed.
    """

    id: UUID
    performer_id: UUID
    name: str
    place: str
    fax: str
    used: bool
    goings: tuple[Going, ...]

    @property
    def last(self) -> Going:
        """Where it stands by now."""
        return self.goings[-1]


@dataclass(frozen=True, slots=True)
class Stands:
    """A report as it stands in the chart: its words (none: it was retracted), and what tells it from another state."""

    words: str
    seal: str
