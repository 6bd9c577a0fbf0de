"""How far formatted sentences are from those expected: token error, and figures exact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from medoffice.standards.dictated.formatting import format_report

_TOKEN = re.compile(r"\w+(?:[.,/'’-]\w+)*|\S")


@dataclass(frozen=True, slots=True)
class Score:
    """The share of tokens that differ, the share of sentences whose figures are all exact, and what was missed."""

    token_error: float
    figures_exact: float
    missed: tuple[tuple[str, str], ...]


def rows(path: Path) -> list[tuple[str, str, str]]:
    """Spoken, strict, clinic, for each line of a table that is not a comment."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = [cell.replace("⏎", "\n") for cell in line.split("\t")]
            found.append((cells[0], cells[1], cells[2] if len(cells) > 2 else cells[1]))
    return found


HELD = rows(Path(__file__).parent / "data" / "held.tsv")


def score(held: Sequence[tuple[str, str, str]]) -> Score:
    """Format each and compare."""
    wrong = total = exact = counted = 0
    missed = []
    for spoken, wanted, _ in held:
        got = format_report(spoken).text
        ours, theirs = _TOKEN.findall(got), _TOKEN.findall(wanted)
        same = sum(block.size for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks())
        wrong, total = wrong + max(len(ours), len(theirs)) - same, total + len(theirs)
        figures = [token for token in theirs if re.search(r"\d", token)]
        if figures:
            counted += 1
            exact += figures == [token for token in ours if re.search(r"\d", token)]
        if got != wanted:
            missed.append((wanted, got))
    return Score(wrong / total, exact / counted, tuple(missed))
