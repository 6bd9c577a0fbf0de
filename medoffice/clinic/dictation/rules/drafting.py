"""A recogniser's draft as the words of a text: each with its time, how sure it is, and why to hear it again.

Words that the formatter wrote otherwise ("twenty milligrams", 20 mg) take the time of those they stand for and the
least sureness among them. What is doubted is told and offered; nothing is put in place of what was heard. Where the
recogniser does not say how sure it is, each sentence is to be heard again, at its first such word.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from medoffice.clinic.dictation.types.dictations import Word
from medoffice.standards.dictated.tables import dangers
from medoffice.standards.dictated.types import DraftWord, Flag, FlagKind, Transcript

SHORTEST = 5  # letters of a word that is judged wherever it stands
_EACH_HEARD = dangers.NEGATIONS | dangers.TURNED | dangers.SIDES
UNSURE = 0.6  # as in standards/dictated/hinting: below it six of ten wrong words were found
_UNSAID = f"{FlagKind.UNSURE}: how sure is not said; hear the sentence"
_HEARD, _PERHAPS = "heard:", "perhaps:"  # what a mark of a word begins with; any other mark is why to look at it
_OF_CHART = tuple(f"{kind}:" for kind in (FlagKind.DOSE, FlagKind.DRUG, FlagKind.SIDE, FlagKind.SEX))
_OWN = frozenset({FlagKind.UNSURE, FlagKind.HINT, FlagKind.UNHEARD, FlagKind.CUT, FlagKind.BLANK})


def drafted(made: Transcript, asked: Sequence[Flag] = ()) -> tuple[Word, ...]:
    """The words of the report of a transcript, numbered from 1, in milliseconds of its recording.

    ``asked`` is what does not agree with the chart, by its place in the report.
    """
    said = made.text.split()
    one, other = [_bare(word.text) for word in made.words], [_bare(text) for text in said]
    words: list[Word] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            words += [_word(text, made.words[a + at : a + at + 1]) for at, text in enumerate(said[c:d])]
        elif c < d:
            near = made.words[a:b] or made.words[max(0, a - 1) : a + 1]
            words += [_word(text, near) for text in said[c:d]]
    numbered = [replace(word, id=at) for at, word in enumerate(_once_a_sentence(words), 1)]
    return _flagged(made.text, numbered, (*made.flags, *asked))


def _bare(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum()) or text


def _word(text: str, heard: Sequence[DraftWord]) -> Word:
    if not heard:
        return Word(0, text)
    marks = [_HEARD + one.instead for one in heard if one.instead] + [
        _PERHAPS + one.doubt for one in heard if one.doubt
    ]
    said = [one.confidence for one in heard if one.confidence is not None]
    if len(said) < len(heard):
        marks.append(_UNSAID)
    begin, end = min(one.start for one in heard), max(one.end for one in heard)
    sure = round(min(said), 3) if said else None
    return Word(0, text, round(begin * 1000), round(end * 1000), sure, tuple(dict.fromkeys(marks)))


def _once_a_sentence(words: Sequence[Word]) -> Iterator[Word]:
    """Each, with what is not said of a sentence only at the first of its words that it is not said of."""
    told = False
    for word in words:
        yield replace(word, flags=tuple(mark for mark in word.flags if mark != _UNSAID)) if told else word
        told = (told or _UNSAID in word.flags) and not word.text.endswith((".", "!", "?"))


def _flagged(text: str, words: list[Word], flags: Sequence[Flag]) -> tuple[Word, ...]:
    """Each with what the formatter asks about at its place."""
    begins, at = [], 0
    for word in words:
        begins.append(text.index(word.text, at))
        at = begins[-1] + len(word.text)
    for flag in flags:
        if flag.kind not in _OWN and words:
            place = max(0, bisect_right(begins, flag.place) - 1)
            words[place] = replace(words[place], flags=(*words[place].flags, f"{flag.kind}: {flag.words}"))
    return tuple(words)


def behind(words: Sequence[Word], next_id: int, begins_ms: int) -> list[Word]:
    """The words of a draft as they stand behind others: further numbers, and times of the whole dictation."""
    return [
        replace(
            word,
            id=next_id + at,
            start_ms=None if word.start_ms is None else word.start_ms + begins_ms,
            end_ms=None if word.end_ms is None else word.end_ms + begins_ms,
        )
        for at, word in enumerate(words)
    ]


def why_doubtful(word: Word) -> str:
    """Why a word is to be heard again, in words; empty for one that is not."""
    told = [f"without the hint {mark[len(_HEARD) :]} was heard" for mark in word.flags if mark.startswith(_HEARD)]
    told += [f"{mark[len(_PERHAPS) :]}?" for mark in word.flags if mark.startswith(_PERHAPS)]
    told += [mark for mark in word.flags if not mark.startswith((_HEARD, _PERHAPS))]
    if word.confidence is not None and word.confidence < UNSURE:
        told.append("not sure")
    return "; ".join(told)


def same_as(words: Sequence[Word], place: int) -> list[int]:
    """The places where the word at a doubtful place is doubtful for the same reasons; of a short one only its own.

    A figure, a negation, a side is heard wherever it stands: one being right says nothing of the next.
    """
    one = words[place]
    term = _bare(one.text)
    if len(term) < SHORTEST or not term.isalpha() or term in _EACH_HEARD:
        return [place]
    return [
        at
        for at, word in enumerate(words)
        if at == place or (_bare(word.text) == term and why_doubtful(word) == why_doubtful(one))
    ]


def offers_for(word: Word) -> list[str]:
    """What may be meant instead, for a person to choose; at most five."""
    found = [mark.partition(":")[2] for mark in word.flags if mark.startswith((_HEARD, _PERHAPS))]
    return list(dict.fromkeys(found))[:5]


def without_chart(word: Word) -> Word:
    """The word of a draft without what a chart made of it: what it may be by its hints, where it did not agree."""
    stays = [mark for mark in word.flags if not mark.startswith((_PERHAPS, *_OF_CHART))]
    return replace(word, flags=tuple(stays))


def settled(word: Word) -> Word:
    """The word once somebody has heard it and says that it is right."""
    return replace(word, confidence=None, flags=())
