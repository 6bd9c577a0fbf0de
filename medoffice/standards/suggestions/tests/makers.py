"""Our own notes, with the codes a coder would take and the words they rest on; odd ones for work, even ones for proof.

All people are fictitious. The notes, their codes and the split were locked before the rules were written. First run
of the even ones: F1 .852 of full codes, .916 of three characters; by the same hand as the rules, so that it flatters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from medoffice.standards.suggestions.types import OFTEN

_FILE = Path(__file__).parent / "notes" / "notes.txt"


@dataclass(frozen=True)
class Planted:
    """A note, the codes of a coder, and the words each rests on."""

    name: str
    text: str
    gold: dict[str, str]

    @property
    def held(self) -> bool:
        """Whether it is kept for proof."""
        return int(self.name[1:]) % 2 == 0


def planted() -> Iterator[Planted]:
    """All notes in the order of the file."""
    for part in _FILE.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = part.partition("\n")
        text, _, gold = rest.partition("--- gold\n")
        rows = (line.split(" | ", 1) for line in gold.strip().split("\n"))
        yield Planted(name, text, dict(rows))


def calibration_error(told: Sequence[tuple[float, bool]]) -> float:
    """How far what scores say is from what was coded: over ten equal parts of them, by their number."""
    parts: dict[int, list[tuple[float, bool]]] = {}
    for score, coded in told:
        parts.setdefault(min(9, int(score * 10)), []).append((score, coded))
    off = (abs(sum(score for score, _ in part) - sum(coded for _, coded in part)) for part in parts.values())
    return sum(off) / len(told)


def shares(told: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """How much was coded of what the same words stand at."""
    found: dict[str, list[bool]] = {}
    for score, coded in told:
        found.setdefault(next(words for least, words in OFTEN if score >= least), []).append(coded)
    return {words: sum(coded) / len(coded) for words, coded in found.items()}
