"""The nouns of terminology."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Code:
    """An ICD-10-CM code. ``official`` is whether the title is the official one; ``predecessor`` stands in otherwise."""

    code: str
    title: str
    official: bool
    predecessor: tuple[str, str] | None
    billable: bool
    valid_from: date | None
    valid_to: date | None

    def in_force(self, on: date) -> bool:
        """Whether the code may be billed on a date."""
        return (
            self.billable
            and (self.valid_from is None or self.valid_from <= on)
            and (self.valid_to is None or on <= self.valid_to)
        )


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A code found by words; a higher score fits better."""

    code: str
    title: str
    score: float
    billable: bool


@dataclass(frozen=True, slots=True)
class Service:
    """A placeholder for a service until the office loads its licensed code file; the words are ours."""

    key: str
    code: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What a claim adjustment reason code (CARC) means, in our own words, and whose work it usually is."""

    carc: str
    words: str
    category: str
    fix_by: str
