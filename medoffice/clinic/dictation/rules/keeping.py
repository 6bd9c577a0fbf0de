"""The words of a text keep their numbers and their place in the sound while somebody edits.

What stands as it stood keeps everything. A word that takes another's place keeps its number and its time; words that
take the place of several share their time out; words that are put in are where the sound was when they were typed, or
between their neighbours. So times come from the sound and never from the length of the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain

from medoffice.clinic.dictation.types.dictations import Sentence, Word

MOST = 4_000_000  # pairs that are compared; of more, the middle is taken as new
_ENDS = (".", "?", "!", ":")


def carried(old: Sequence[Word], text: str, next_id: int, at_ms: int | None = None) -> tuple[tuple[Word, ...], int]:
    """The words of a text that was edited, from those it had; and the next number. ``at_ms``: where the sound is."""
    said = text.split()
    head = _same(old, said)
    tail = _same(old[head:][::-1], said[head:][::-1])
    was, now = old[head : len(old) - tail], said[head : len(said) - tail]
    before = old[head - 1] if head else None
    after = old[len(old) - tail] if tail else None
    made, next_id = _middle(was, now, before, after, next_id, at_ms)
    return (*old[:head], *made, *old[len(old) - tail :]), next_id


def _same(old: Sequence[Word], said: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    count = 0
    for word, text in zip(old, said, strict=False):
        if word.text != text:
            break
        count += 1
    return count


def _middle(
    was: Sequence[Word], now: Sequence[str], before: Word | None, after: Word | None, next_id: int, at_ms: int | None
) -> tuple[list[Word], int]:
    if len(was) * len(now) > MOST:
        codes: Sequence[tuple[str, int, int, int, int]] = [("replace", 0, len(was), 0, len(now))]
    else:
        codes = SequenceMatcher(None, [word.text for word in was], now, autojunk=False).get_opcodes()
    made: list[Word] = []
    for what, i1, i2, j1, j2 in codes:
        if what == "equal":
            made += was[i1:i2]
        elif i2 - i1 == j2 - j1:
            made += [
                replace(word, text=text, confidence=None, flags=())
                for word, text in zip(was[i1:i2], now[j1:j2], strict=True)
            ]
        elif j1 < j2:
            gone = was[i1:i2]
            next_word = was[i2] if i2 < len(was) else after
            span = _of(gone) if gone else _between(made[-1] if made else before, next_word, at_ms)
            made += [
                Word(next_id + place, text, *_share(span, place, j2 - j1)) for place, text in enumerate(now[j1:j2])
            ]
            next_id += j2 - j1
    return made, next_id


def _of(gone: Sequence[Word]) -> tuple[int, int] | None:
    starts = [word.start_ms for word in gone if word.start_ms is not None]
    ends = [word.end_ms for word in gone if word.end_ms is not None]
    return (min(starts), max(ends)) if starts and ends else None


def _between(before: Word | None, after: Word | None, at_ms: int | None) -> tuple[int, int] | None:
    """Where words that are put in were said."""
    if at_ms is not None:
        return at_ms, at_ms
    begin = before.end_ms if before else None
    end = after.start_ms if after else None
    if begin is None or end is None:
        only = begin if begin is not None else end
        return None if only is None else (only, only)
    return min(begin, end), max(begin, end)


def _share(span: tuple[int, int] | None, place: int, count: int) -> tuple[int | None, int | None]:
    if span is None:
        return None, None
    begin, end = span
    return begin + (end - begin) * place // count, begin + (end - begin) * (place + 1) // count


def at_letter(text: str, offset: int) -> int | None:
    """Which word stands at a letter of the text, counted from 0; None if none does."""
    for place, (begin, end) in enumerate(_places(text)):
        if begin <= offset < end:
            return place
        if begin > offset:
            break
    return None


def places_of(text: str, quotes: Sequence[str]) -> list[int]:
    """Where each quote begins in a text, behind the one before it if it can; -1 for one that is not there."""
    found, behind = [], 0
    for quote in quotes:
        at = text.find(quote, behind) if quote else -1
        found.append(at if at >= 0 or not quote else text.find(quote))
        behind = found[-1] + len(quote) if found[-1] >= 0 else behind
    return found


def said_at(text: str, words: Sequence[Word], begins: int) -> int | None:
    """At which millisecond the word of a text that a letter belongs to was said; None if nobody knows."""
    place = at_letter(text, begins) if begins >= 0 else None
    return words[place].start_ms if place is not None and place < len(words) else None


def put_for(text: str, place: int, words: str) -> str:
    """The text with other words, or none, for the one at a place; what clings to it (a comma) stays."""
    begin, end = list(_places(text))[place]
    word = text[begin:end]
    clings = word.lstrip("_") if word.startswith("_") else ""
    said = " ".join(words.split())
    if said:
        return text[:begin] + said + clings + text[end:]
    left = text[:begin].rstrip(" ") if clings or end == len(text) or text[end] in " \n" else text[:begin]
    return left + clings + text[end:]


def _places(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for word in text.split():
        begin = text.index(word, at)
        at = begin + len(word)
        yield begin, at


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """Where a sentence stands: the place of its first word, how many they are, whether a paragraph begins."""

    first: int
    count: int
    paragraph: bool


def sentence_spans(text: str) -> list[SentenceSpan]:
    """The sentences of a text in order, by their words."""
    found: list[SentenceSpan] = []
    at = 0
    for part, line in enumerate(text.split("\n")):
        begins = True
        first = at
        for word in line.split():
            at += 1
            if word.endswith(_ENDS) and not word.endswith(("Dr.", "Mr.", "Ms.", "Mrs.", "vs.")):
                found.append(SentenceSpan(first, at - first, begins and part > 0))
                begins, first = False, at
        if at > first:
            found.append(SentenceSpan(first, at - first, begins and part > 0))
    return found


def sentences(text: str, words: Sequence[Word]) -> list[Sentence]:
    """The sentences of a text in order, each with the time of its words. ``words`` are those of the text."""
    return [
        _sentence(words[one.first : one.first + one.count], paragraph=one.paragraph) for one in sentence_spans(text)
    ]


def _sentence(held: Sequence[Word], *, paragraph: bool) -> Sentence:
    span = _of(held)
    begin, end = span or (None, None)
    return Sentence(" ".join(word.text for word in held), begin, end, paragraph)


def doubtful(words: Sequence[Word], below: float = 0.6) -> list[int]:
    """The places of the words that are to be heard again."""
    return [
        place
        for place, word in enumerate(words)
        if word.flags or (word.confidence is not None and word.confidence < below)
    ]


def blanks_in(words: Sequence[Word]) -> list[Word]:
    """The words that are blanks."""
    return [word for word in words if is_blank(word.text)]


def is_blank(text: str) -> bool:
    """Whether a word is a blank: four lines, and what clings to them."""
    return text.startswith("____")


def compared(before: str, after: str) -> list[tuple[str, str]]:
    """The words of two texts in order, each with what became of it: ``same``, ``gone``, ``new``."""
    old, new = before.split(), after.split()
    found: list[tuple[str, str]] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(("same", " ".join(old[i1:i2])))
            continue
        found += chain(
            [("gone", " ".join(old[i1:i2]))] if i1 < i2 else [],
            [("new", " ".join(new[j1:j2]))] if j1 < j2 else [],
        )
    return found
