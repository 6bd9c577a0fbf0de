"""Our own notes, with the codes a coder would take and the words they rest on; odd ones for work, even ones for proof.

All people are fictitious. The notes, their codes and the split were locked before the rules were written. First run
of the even ones: F1 .852 of full codes, .916 of three characters; by the same hand as the rules, so that it flatters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
