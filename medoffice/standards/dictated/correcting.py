"""Second thoughts: scratch that, correction, spell that. What is taken out is always told."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from medoffice.standards.dictated.tables import figures
from medoffice.standards.dictated.tables import spoken as say
from medoffice.standards.dictated.telling import Report
from medoffice.standards.dictated.tokens import (
    BREAK,
    HEADING,
    ITEM,
    MARKS,
    NUMBER,
    SIGN,
    WORD,
    Token,
    in_words,
    low_at,
    made,
)

_NUMBER_WORDS = frozenset({*figures.DIGITS, *figures.TEENS, *figures.TENS, "hundred", "thousand", "point"})
_SIGN_WORDS = frozenset({phrase[0] for phrase in say.SIGNS if len(phrase) == 1} | {"new", "next", "full"})
PHRASE = 8


def scratch(report: Report, start: int, end: int) -> None:
    """Take out the last phrase: back to the last punctuation or break, with the mark that ended it."""
    out = report.out
    begin = len(out)
    if begin and _is_mark(out[-1]):
        begin -= 1
    while begin and not _is_mark(out[begin - 1]) and out[begin - 1].kind not in {BREAK, HEADING, ITEM}:
        begin -= 1
    gone = out[begin:]
    del out[begin:]
    words = f"Taken out as asked: {in_words(gone)}" if gone else "Nothing stands here that could be taken out."
    report.flag("scratched", gone[0].start if gone else start, end, words)


def correct(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``correction``: what follows replaces what it mirrors; if it mirrors nothing, all stays and a person looks."""
    out = report.out
    after = at + 1
    paused = bool(out) and out[-1].text == "," and out[-1].kind == SIGN
    if paused and after < len(tokens) and tokens[after].text == ",":
        after += 1
    behind = out[:-1] if paused else out
    before = low_at(behind, len(behind) - 1)
    if not paused and (before in say.NOT_A_CORRECTION_BEFORE or low_at(tokens, after) in say.NOT_A_CORRECTION_AFTER):
        return 0
    size = _mirrored(_phrase_before(behind[-PHRASE:]), _phrase_after(tokens, after))
    if not size:
        report.flag("command", tokens[at].start, tokens[at].end, "A correction: it is not clear what it replaces.")
        return 0
    if paused:
        out.pop()
    gone = out[-size:]
    del out[-size:]
    report.flag("scratched", gone[0].start, tokens[at].end, f"Replaced as asked: {in_words(gone)}")
    return after


def spell(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``spell that l i s i n``: the letters as a word; a word before that is like it gives way."""
    begin = at + 1 + (low_at(tokens, at + 1) == "that")
    end = begin
    while end < len(tokens) and tokens[end].kind == WORD and len(tokens[end].text) == 1:
        end += 1
    if end - begin < (2 if tokens[at].low == "spell" else 3):
        return 0
    word = "".join(token.low for token in tokens[begin:end])
    token, words = made(word, WORD, tokens[at:end]), f"Spelled: {word}"
    last = report.out[-1] if report.out else None
    if last is not None and last.kind == WORD and SequenceMatcher(None, last.low, word).ratio() >= 0.6:
        words += f" (heard: {last.text})"
        token.start = last.start
        report.out.pop()
    report.flag("spelled", token.start, token.end, words)
    report.out.append(token)
    return end


def _is_mark(token: Token) -> bool:
    return token.kind == SIGN and token.text in MARKS


def _phrase_before(tokens: Sequence[Token]) -> list[str]:
    """The words since the last sign."""
    words: list[str] = []
    for token in reversed(tokens):
        if token.kind not in {WORD, NUMBER}:
            break
        words.append(token.low)
    return words[::-1]


def _phrase_after(tokens: Sequence[Token], at: int) -> list[str]:
    """The next words up to a sign or a command."""
    words: list[str] = []
    for token in tokens[at : at + 6]:
        if token.kind not in {WORD, NUMBER} or token.low in _SIGN_WORDS:
            break
        words.append(token.low)
    return words


def _mirrored(before: list[str], after: list[str]) -> int:
    """How many words before are replaced: back to where the first word that both have falls on its twin."""
    for ahead, word in enumerate(after):
        for back in range(len(before) - 1, ahead - 1, -1):
            if before[back] == word and word not in {"of", "the", "a", "and", "in", "to"}:
                return len(before) - (back - ahead)
    count = 0
    while count < len(before) and (before[-1 - count] in _NUMBER_WORDS or before[-1 - count][0].isdigit()):
        count += 1
    starts_with_number = bool(after) and (after[0] in _NUMBER_WORDS or after[0][0].isdigit())
    return count if starts_with_number else 0
