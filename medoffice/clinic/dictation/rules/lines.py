"""How many lines of a finished text: the measure by which typing is counted.

Two measures stand beside each other, both of 65 characters: ``gross`` counts every character with its spaces,
``visible`` only those that can be seen (what AHIMA and MTIA recommended in 2007). Line breaks count in neither.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from medoffice.clinic.dictation.types.dictations import LINE


@dataclass(frozen=True, slots=True)
class Lines:
    """Characters of a text; its lines are these over 65, so that sums of texts are exact."""

    gross_characters: int
    visible_characters: int

    @property
    def gross(self) -> float:
        """Lines with spaces, to two places."""
        return round(self.gross_characters / LINE, 2)

    @property
    def visible(self) -> float:
        """Lines of what can be seen, to two places."""
        return round(self.visible_characters / LINE, 2)

    def __add__(self, other: "Lines") -> "Lines":
        """The lines of two texts together."""
        return Lines(self.gross_characters + other.gross_characters, self.visible_characters + other.visible_characters)


@dataclass(frozen=True, slots=True)
class Job:
    """What one signed dictation counted: whose typing, how long its sound is, if that is known."""

    dictation_id: UUID
    number: str
    kind: str
    typist_id: UUID
    typist: str
    at: datetime
    lines: Lines
    drafted: bool
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Produced:
    """What somebody typed in a time: from the sound alone, and by correcting a recogniser's draft."""

    typist_id: UUID
    typist: str
    jobs: int
    typed: Lines
    corrected: Lines
    seconds: float

    @property
    def lines(self) -> Lines:
        """Both together."""
        return self.typed + self.corrected

    @property
    def minutes(self) -> float:
        """Minutes of sound, to one place."""
        return round(self.seconds / 60, 1)


def lines_of(text: str) -> Lines:
    """The lines of a text."""
    return Lines(sum(character not in "\r\n" for character in text), sum(not character.isspace() for character in text))


def produced(jobs: Iterable[Job]) -> list[Produced]:
    """What each person typed in these jobs, by name. A sound whose length is not known adds none."""
    found: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        found.setdefault((job.typist, str(job.typist_id)), []).append(job)
    return [
        Produced(
            of[0].typist_id, name, len(of),
            sum((one.lines for one in of if not one.drafted), Lines(0, 0)),
            sum((one.lines for one in of if one.drafted), Lines(0, 0)),
            sum(one.seconds or 0 for one in of),
        )
        for (name, _), of in sorted(found.items())
    ]  # fmt: skip
