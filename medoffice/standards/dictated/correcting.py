"""Second thoughts: scratch that, correction, spell that. What is taken out is always told."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from medoffice.standards.dictated.tables import figures
from medoffice.standards.dictated.tables import spoken as say
from medoffice.standards.dictated.tables.phrases import FIRST_NAMES
from medoffice.standards.dictated.tables.terms import TITLES
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
    is_boundary,
    low_at,
    made,
)

_NUMBER_WORDS = frozenset({*figures.DIGITS, *figures.TEENS, *figures.TENS, "hundred", "thousand", "point"})
_SIGN_WORDS = frozenset({phrase[0] for phrase in say.SIGNS if len(phrase) == 1} | {"new", "next", "full"})
PHRASE = 8


def scratch(report: Report, start: int, end: int, again: str = "") -> None:
    """Take out the last phrase: back to the last punctuation or break, with the mark that ended it.

    Where what follows begins as the sentence did ("lungs: clear, no rales. Strike that. Lungs:"), the sentence goes.
    """
    out = report.out
    begin = len(out)
    if begin and _is_mark(out[-1]):
        begin -= 1
    while begin and not _is_mark(out[begin - 1]) and out[begin - 1].kind not in {BREAK, HEADING, ITEM}:
        begin -= 1
    whole = begin
    while whole and not is_boundary(out[:whole]):
        whole -= 1
    if again and whole < begin and out[whole].low == again:
        begin = whole
    gone = out[begin:]
    del out[begin:]
    words = f"Taken out as asked: {in_words(gone)}" if gone else "Nothing stands here that could be taken out."
    report.flag("scratched", gone[0].start if gone else start, end, words)


def correct(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``correction``: what follows replaces what it mirrors; if it mirrors nothing, all stays and a person looks."""
    out = report.out
    made_so = tokens[at].low == "make"
    if made_so and low_at(tokens, at + 1) != "that":
        return 0
    after = at + 1 + made_so
    paused = bool(out) and out[-1].text == "," and out[-1].kind == SIGN
    if paused and after < len(tokens) and tokens[after].text == ",":
        after += 1
    behind = out[:-1] if paused else out
    before = low_at(behind, len(behind) - 1)
    if not paused and (before in say.NOT_A_CORRECTION_BEFORE or low_at(tokens, after) in say.NOT_A_CORRECTION_AFTER):
        return 0
    heard, meant = _phrase_before(behind[-PHRASE:]), _phrase_after(tokens, after)
    size = _counted(heard, meant) or _mirrored(heard, meant)
    if not size and made_so:
        return 0
    if not size:
        report.flag("command", tokens[at].start, tokens[at].end, "A correction: it is not clear what it replaces.")
        return 0
    if paused:
        out.pop()
    gone = out[-size:]
    del out[-size:]
    report.flag("scratched", gone[0].start, tokens[at].end, f"Replaced as asked: {in_words(gone)}")
    return after


def hesitate(tokens: Sequence[Token], at: int, report: Report) -> int:
    """ "Um", "uh" are not written, nor the comma behind one that follows nothing; "uh huh" is an answer."""
    if low_at(tokens, at + 1) in {"huh", "oh", "uh"} or tokens[at].glue:
        return 0
    after = at + 1
    comma = after < len(tokens) and tokens[after].text == "," and tokens[after].glue
    return after + 1 if comma and (is_boundary(report.out) or _is_mark(report.out[-1])) else after


def double(tokens: Sequence[Token], at: int, report: Report) -> int:
    """ "The the patient": written once, and told."""
    if low_at(report.out, len(report.out) - 1) != tokens[at].low or tokens[at].glue:
        return 0
    report.flag("scratched", tokens[at].start, tokens[at].end, f"Said twice, written once: {tokens[at].text}")
    return at + 1


def spell(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``spell that l i s i n``: the letters as a word; a word before that is like it gives way."""
    begin = at + 1 + (low_at(tokens, at + 1) == "that")
    end = begin
    while end < len(tokens) and tokens[end].kind == WORD and len(tokens[end].text) == 1:
        end += 1
    if end - begin < (2 if tokens[at].low == "spell" else 3):
        return 0
    word = "".join(token.low for token in tokens[begin:end])
    if all(token.text.isupper() for token in tokens[begin:end]):
        word = word.capitalize()
    token, words = made(word, WORD, tokens[at:end]), f"Spelled: {word}"
    paused = len(report.out) > 1 and report.out[-1].text == ","
    last = report.out[-1 - paused] if report.out else None
    if last is not None and last.kind == WORD and SequenceMatcher(None, last.low, word).ratio() >= 0.6:
        words += f" (heard: {last.text})"
        token.start = last.start
        titled = {low_at(report.out, len(report.out) - 1 - paused - back) for back in (1, 2)} & set(TITLES)
        first = report.out[-2 - paused] if len(report.out) > 1 + paused else None
        if first is not None and first.low in FIRST_NAMES:
            first.write(first.text[:1].upper() + first.text[1:])
            titled = {first.low}
        if last.text[:1].isupper() or titled:
            token.write(token.text.capitalize())
        del report.out[-1 - paused :]
        # "Yilmaz, spelled y i l m a z, was seen": both commas were around the spelling.
        if paused and end < len(tokens) and (tokens[end].text == "," or tokens[end].low == "comma"):
            end += 1
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


def _counted(before: list[str], after: list[str]) -> int:
    """How many words before are replaced where both end in a number with the same words behind: a number, its unit."""
    run = next((at for at, word in enumerate(after) if not _counts(word)), len(after))
    if not run:
        return 0
    end = len(before)
    while end and not _counts(before[end - 1]):
        end -= 1
    begin = end
    while begin and _counts(before[begin - 1]):
        begin -= 1
    behind = before[end:]
    return len(before) - begin if end and behind and after[run : run + len(behind)] == behind else 0


def _counts(word: str) -> bool:
    return word in _NUMBER_WORDS or word[0].isdigit()


def _mirrored(before: list[str], after: list[str]) -> int:
    """How many words before are replaced: back to where the first word that both have falls on its twin."""
    for ahead, word in enumerate(after):
        for back in range(len(before) - 1, ahead - 1, -1):
            if before[back] == word and word not in {"of", "the", "a", "and", "in", "to"}:
                return len(before) - (back - ahead)
    for size in (2, 3):
        # "In june correction in july", "the left correction the right hip".
        if after and len(before) >= size and before[-size] == after[0] and not _counts(after[0]):
            return size
    if after and before and {after[0], before[-1]} == {"left", "right"}:
        return 1
    count = 0
    while count < len(before) and _counts(before[-1 - count]):
        count += 1
    return count if after and _counts(after[0]) else 0
