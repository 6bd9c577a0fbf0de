"""Numbered lists: number one, next number, end list."""

from collections.abc import Sequence

from medoffice.standards.dictated.tables import spoken as say
from medoffice.standards.dictated.tables.figures import DIGITS, TEENS, TENS
from medoffice.standards.dictated.telling import Report, heading_behind
from medoffice.standards.dictated.tokens import (
    BREAK,
    HEADING,
    ITEM,
    MARKS,
    NUMBER,
    STOPS,
    WORD,
    Token,
    is_boundary,
    low_at,
    made,
    words_at,
)


def list_item(tokens: Sequence[Token], at: int, report: Report) -> int:
    """An item, the next one, or the end of the list."""
    if words_at(tokens, at, ("next", "number")):
        return _open(tokens, at, 2, report.item + 1, report) if report.item else _unclear(tokens, at, report)
    if words_at(tokens, at, ("end", "list")):
        return _close(tokens, at, report) if report.item else _unclear(tokens, at, report)
    number, length = _small(tokens, at + 1) if tokens[at].low == "number" else (-1, 0)
    if number not in {1, report.item + 1}:
        return 0
    if low_at(report.out, len(report.out) - 1) in say.NOT_A_LIST_BEFORE or _goes_on(tokens, at + 1 + length):
        return 0
    return _open(tokens, at, 1 + length, number, report)


def typed_item(tokens: Sequence[Token], at: int, report: Report) -> int:
    """ "1. Right fracture. 2. No injury." of a draft: the first behind a section's name, each next behind a stop."""
    number = int(tokens[at].text) if tokens[at].text.isdigit() and len(tokens[at].text) < 3 else 0
    behind = tokens[at + 1 : at + 3]
    if len(behind) < 2 or behind[0].text != "." or not behind[0].glue or behind[1].kind != WORD or behind[1].glue:
        return 0
    if not behind[1].text[:1].isupper() or not report.out or not is_boundary(report.out):
        return 0
    begins = number == 1 and report.out[-1].kind == HEADING
    if not begins and not (number > 1 and number == report.item + 1 and report.out[-1].text in STOPS):
        return 0
    report.item = number
    if not begins:
        report.push(made("\n", BREAK, tokens[at : at + 1]))
    report.push(made(f"{number}.", ITEM, tokens[at : at + 2]))
    return at + 2


def _close(tokens: Sequence[Token], at: int, report: Report) -> int:
    report.item = 0
    report.push(made("\n\n", BREAK, tokens[at : at + 2]))
    return _past_mark(tokens, at + 2)


def _open(tokens: Sequence[Token], at: int, length: int, number: int, report: Report) -> int:
    said = tokens[at : at + length]
    heading_behind(report.out)
    report.item = number
    report.push(made("\n", BREAK, said))
    report.push(made(f"{number}.", ITEM, said))
    return _past_mark(tokens, at + length)


def _past_mark(tokens: Sequence[Token], at: int) -> int:
    """A mark that a recogniser put behind the command belongs to it."""
    return at + 1 if at < len(tokens) and tokens[at].text in MARKS and tokens[at].glue else at


def _unclear(tokens: Sequence[Token], at: int, report: Report) -> int:
    report.flag("command", tokens[at].start, tokens[at + 1].end, "No list is open here.")
    report.out.extend(tokens[at : at + 2])
    return at + 2


def _small(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """A number below a hundred and how many tokens it takes; -1 if there is none."""
    if at < len(tokens) and tokens[at].kind == NUMBER:
        return (int(tokens[at].text) if tokens[at].text.isdigit() and len(tokens[at].text) < 3 else -1), 1
    word, after = low_at(tokens, at), low_at(tokens, at + 1)
    if word in TENS:
        return (TENS[word] + DIGITS[after], 2) if after in DIGITS else (TENS[word], 1)
    return {**DIGITS, **TEENS}.get(word, -1), 1


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words behind make it no list: "number one concern", "number one two three"."""
    word = low_at(tokens, at)
    if word in say.NOT_A_LIST_AFTER or word in DIGITS:
        return True
    return at < len(tokens) and tokens[at].kind == NUMBER
