"""Our own notes, with the codes a coder would take and the words they rest on; odd ones for work, even ones for proof.

All people are fictitious. The notes, their codes and the split were locked before the rules were written. First run
of the even ones: F1 .852 of full codes, .916 of three characters; by the same hand as the rules, so that it flatters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medoffice.standards.suggestions.api import suggest
from medoffice.standards.suggestions.types import OFTEN

_NOTES = Path(__file__).parent / "notes"
_FILE = _NOTES / "notes.txt"
LEARNED, HELD = "apart.txt", "apart_held.txt"


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


@dataclass(frozen=True)
class Apart:
    """A note written and coded by somebody who had not seen the rules.

    ``gold``: a coder's codes and the words of each; ``open``: codes on which coders differ, which count neither way;
    ``denied``: codes of what the note denies, supposes, or says of the past or of another person.
    """

    name: str
    on: date
    sex: str
    text: str
    gold: dict[str, str]
    open: frozenset[str]
    denied: frozenset[str]


def apart(file: str) -> Iterator[Apart]:
    """The notes of a file: of ``LEARNED`` the rules were mended by what was wrong, ``HELD`` is for proof."""
    for part in (_NOTES / file).read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, rest = part.partition("\n")
        name, day, sex = head.split()
        text, gold, left, denied = re.split(r"^--- (?:gold|open|denied)\n", rest, flags=re.MULTILINE)
        rows = (line.split(" | ", 1) for line in gold.strip().split("\n"))
        codes = frozenset(left.split()), frozenset(denied.split())
        yield Apart(name, date.fromisoformat(day), sex, text, dict(rows), *codes)


@dataclass(frozen=True)
class Measured:
    """How suggestions stand against the codes of notes that were written apart."""

    full: float
    three: float
    ten: float
    denied: float


def measured(file: str) -> Measured:
    """Micro-F1 of full codes and of three characters, recall in the first ten, share of what is denied and offered."""
    full, three, ten, coded, wrong, denied = [0, 0, 0], [0, 0, 0], 0, 0, 0, 0
    for note in apart(file):
        made, gold = suggest(note.text, note.on, sex=note.sex), set(note.gold)
        got = [one.code for one in made.offered]
        said = set(got) - (note.open - gold)
        for count, size in ((full, 9), (three, 3)):
            some, wanted = {code[:size] for code in said}, {code[:size] for code in gold}
            for place, which in enumerate((some & wanted, some - wanted, wanted - some)):
                count[place] += len(which)
        ten += len(set([*got, *(one.code for one in made.more)][:10]) & gold)
        coded += len(gold)
        wrong += len(set(got) & (note.denied - gold))
        denied += len(note.denied - gold)
    f1 = [2 * right / (2 * right + false + missed) for right, false, missed in (full, three)]
    return Measured(f1[0], f1[1], ten / coded, wrong / denied)


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


@dataclass(frozen=True)
class Visit:
    """A short note, what a careful coder gives (of each set one code), what may stand, and what must not."""

    name: str
    sex: str
    born: date
    text: str
    codes: tuple[frozenset[str], ...]
    may: frozenset[str]
    never: frozenset[str]


def visits() -> Iterator[Visit]:
    """The short notes of ``visits.txt``; the first letter of a name says of which set it is."""
    for part in (_NOTES / "visits.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, rest = part.partition("\n")
        name, sex, born, _ = head.split(" ", 3)
        text, codes, may, never = re.split(r"^--- (?:codes|may|never)\n", rest, flags=re.MULTILINE)
        wanted = tuple(frozenset(code.split("|")) for code in codes.split())
        yield Visit(name, sex, date.fromisoformat(born), text, wanted, frozenset(may.split()), frozenset(never.split()))
