"""The score of a report in a review of its quality: AHDI's scheme of 2010.

A report begins with 100. A critical error takes 3, a non-critical one 1; what is fed back only takes nothing. The same
error said again in the report counts once. 98 passes, so one critical error fails.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from medoffice.clinic.dictation.types.reviews import ErrorClass, Mistake, Review

FULL, PASSES = 100, 98


def score(errors: Iterable[Mistake]) -> int:
    """The score of a report with these errors; never below nothing."""
    once = {(one.kind, _same(one.typed), _same(one.said)) for one in errors}
    return max(0, FULL - sum(kind.takes for kind, _, _ in once))


def passes(points: int) -> bool:
    """Whether a report with this score passes."""
    return points >= PASSES


@dataclass(frozen=True, slots=True)
class Standing:
    """How well somebody types by the reviews there are: their number, mean score, how many passed, critical errors."""

    typist_id: UUID
    typist: str
    reviews: int
    mean: float
    passed: int
    critical: int
    unread: int

    @property
    def meets(self) -> bool:
        """Whether both goals are met: a mean that would pass, and no critical error."""
        return self.mean >= PASSES and not self.critical


def standings(reviews: Iterable[Review]) -> list[Standing]:
    """How well each person types, by name; of reviews that are done."""
    found: dict[tuple[str, str], list[Review]] = {}
    for one in reviews:
        if one.score is not None:
            found.setdefault((one.typist, str(one.typist_id)), []).append(one)
    return [
        Standing(
            of[0].typist_id, name, len(of), round(sum(one.score or 0 for one in of) / len(of), 1),
            sum(passes(one.score or 0) for one in of), sum(one.critical for one in of),
            sum(one.read_at is None for one in of),
        )
        for (name, _), of in sorted(found.items())
    ]  # fmt: skip


def critical_ones(errors: Iterable[Mistake]) -> int:
    """How many critical errors there are; the same one again counts once."""
    return len({(_same(one.typed), _same(one.said)) for one in errors if one.kind is ErrorClass.CRITICAL})


def _same(words: str) -> str:
    return " ".join(words.casefold().split())
