"""What the office learns of suggestions: how often it gave a code and how often it turned its suggestion down. Pure.

Counts of this office only; no text of a note is kept or learned. A code that was turned down often sinks, one that is
given often wins among equals. Nothing is aimed at: neither a level nor an amount is among what is counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from medoffice.standards.suggestions.types import Suggestion

PRIOR = 4  # what a code begins with, as if it had been given so often: a few refusals do not bury it
LEAST = 0.5  # below this share of what it began with a suggestion stands with those less sure
REASONS = {
    "no-ground": "the words do not say it",
    "not-seen-to": "not seen to at this visit",
    "not-present": "past, ruled out or another's",
    "other-code": "another code says it better",
}


@dataclass(frozen=True, slots=True)
class Learned:
    """How often the office gave a code, and how often it turned the suggestion of it down."""

    given: int = 0
    rejected: int = 0

    @property
    def share(self) -> float:
        """How much of a suggestion's score is left."""
        return (self.given + PRIOR) / (self.given + self.rejected + PRIOR)

    @property
    def words(self) -> str:
        """In words, "" if nothing is known."""
        told = [f"given {self.given}" if self.given else "", f"turned down {self.rejected}" if self.rejected else ""]
        return f"here {', '.join(one for one in told if one)}" if self.given or self.rejected else ""


def ranked(
    offered: Iterable[Suggestion], less: Iterable[Suggestion], known: Mapping[str, Learned]
) -> tuple[list[Suggestion], list[Suggestion]]:
    """What is offered and what is less sure, in the order the office would take them."""
    sure, unsure = list(offered), list(less)
    sunk = [one for one in sure if _of(one, known).share < LEAST]
    return _sorted([one for one in sure if one not in sunk], known), _sorted([*unsure, *sunk], known)


def _sorted(those: Sequence[Suggestion], known: Mapping[str, Learned]) -> list[Suggestion]:
    scored = [(replace(one, score=round(one.score * _of(one, known).share, 4)), _of(one, known)) for one in those]
    return [one for one, _ in sorted(scored, key=lambda pair: (-round(pair[0].score, 2), -pair[1].given))]


def _of(one: Suggestion, known: Mapping[str, Learned]) -> Learned:
    return known.get(one.code, Learned())
