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
    STOPS,
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


def scratch(report: Report, start: int, end: int, again: tuple[str, str] = ("", "")) -> bool:
    """Take out the last phrase: back to the last punctuation or break, with the mark that ended it.

    Where what follows begins as the sentence did ("lungs: clear, no rales. Strike that. Lungs:"), the sentence goes;
    where it says two words of the phrase again ("of the left leg, scratch that, of the right leg"), what stood from
    them on; that is what is told.
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
    if again[0] and whole < begin and out[whole].low == again[0]:
        begin = whole
    pairs = [(low_at(out, step), low_at(out, step + 1)) for step in range(begin + 1, len(out))]
    part = all(again) and again in pairs
    if part:
        begin = len(out) - 1 - pairs[::-1].index(again)
    gone = out[begin:]
    del out[begin:]
    words = f"Taken out as asked: {in_words(gone)}" if gone else "Nothing stands here that could be taken out."
    report.flag("scratched", gone[0].start if gone else start, end, words)
    return part


def correct(tokens: Sequence[Token], at: int, report: Report) -> int:
    """``correction``, ``make that``: what follows replaces what it mirrors; if it mirrors nothing, all stays and a
    person looks.
    """
    out = report.out
    made_so = tokens[at].low == "make"
    after = at + 1 + made_so
    tail = _pause(out, doubted=made_so)
    if tail and after < len(tokens) and tokens[after].text == ",":
        after += 1
    if _said_again(tokens, after, report):
        return after + (tokens[after].text == ",")
    behind = out[: len(out) - tail]
    if not _may_correct(tokens, at, after, low_at(behind, len(behind) - 1), paused=bool(tail)):
        return 0
    heard, meant = _phrase_before(behind[-PHRASE:]), _phrase_after(tokens, after)
    size = _counted(heard, meant) or _mirrored(heard, meant)
    if not size:
        if not made_so:
            report.flag("command", tokens[at].start, tokens[at].end, "A correction: it is not clear what it replaces.")
        return 0
    gone = out[-size - tail :]
    del out[-size - tail :]
    report.flag("scratched", gone[0].start, tokens[at].end, f"Replaced as asked: {in_words(gone)}")
    return after


def _pause(out: Sequence[Token], *, doubted: bool) -> int:
    """How many tokens stand between what was said and its correction: a comma; before "make that" also ", no,"."""
    size = int(bool(out) and out[-1].text == "," and out[-1].kind == SIGN)
    if doubted and low_at(out, len(out) - 1 - size) in say.DOUBTS:
        size += 1
        size += len(out) > size and out[-1 - size].text == ","
    return size


def _may_correct(tokens: Sequence[Token], at: int, after: int, before: str, *, paused: bool) -> bool:
    """Whether the words of the command are one here: "deformity correction", "to make that five" are none."""
    if tokens[at].low == "make":
        return low_at(tokens, at + 1) == "that" and before not in say.NOT_MADE_BEFORE
    return paused or not (before in say.NOT_A_CORRECTION_BEFORE or low_at(tokens, after) in say.NOT_A_CORRECTION_AFTER)


def _said_again(tokens: Sequence[Token], after: int, report: Report) -> bool:
    """Whether a sentence is taken out that what follows says again from its beginning ("Correction, he has ...")."""
    out = report.out
    comma = after < len(tokens) and tokens[after].text == ","
    word = low_at(tokens, after + comma)
    if not comma or not out or not _is_mark(out[-1]) or out[-1].text not in STOPS:
        return False
    begin = len(out) - 1
    while begin and not is_boundary(out[:begin]):
        begin -= 1
    if not word or out[begin].low != word:
        return False
    gone = out[begin:]
    del out[begin:]
    report.flag("scratched", gone[0].start, tokens[after].end, f"Replaced as asked: {in_words(gone)}")
    return True


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
