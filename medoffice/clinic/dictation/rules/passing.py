"""The pass over danger words: which are played together, from when to when, and which stand as they were heard."""

import re
from collections.abc import Callable, Iterable, Sequence

from medoffice.clinic.dictation.rules.keeping import sentence_spans
from medoffice.clinic.dictation.types.dictations import Word
from medoffice.clinic.dictation.types.passing import Danger, Key, Snippet
from medoffice.standards.dictated.danger import danger_tokens

# Milliseconds before a word and behind it. A recogniser tells words late, and of a figure of several words ("152") only
# the last; so one that was told shorter than it is said begins earlier, and its sign ("98%") is heard too.
BEFORE, BEHIND, BEHIND_FIGURE, BEHIND_SIGN = 300, 100, 250, 500
SAID = 250  # at least, a figure or a word
EARLIEST = 600  # how much earlier at most
JOINED = 300  # of other sound between two, which is heard rather than that there are two
LONGEST = 4000  # of a snippet of several tokens
TOUCHING = 8000  # of one whose tokens' stretches touch: apart, what lies between would be played twice
# Before and behind a place of which is only known where the sound was when somebody had typed it.
ROUGH_BEFORE, ROUGH_BEHIND = 2500, 500
_FIGURE = re.compile(r"\d")
_SAID = re.compile(r"[1-9./:,](?=.)|[1-9%]|[^\W\d_]+")  # what is a word when it is read; a nought is one with the next
_AROUND = "\"'()\u201c\u201d.,;:!?"


def dangers_in(text: str, words: Sequence[Word], is_medicine: Callable[[str], bool]) -> list[Danger]:
    """The danger tokens of what is typed, in its order. ``words`` are those of the text."""
    return [
        Danger(one.kind, one.first, one.count, _key(words[one.first : one.first + one.count]))
        for one in danger_tokens(text, is_medicine)
    ]


def _key(words: Iterable[Word]) -> Key:
    """A comma that comes or goes makes no other token; a point before a figure does."""
    return tuple((word.id, word.text.rstrip(_AROUND).lstrip("\"'(\u201c")) for word in words)


def snippets(text: str, words: Sequence[Word], dangers: Sequence[Danger]) -> list[Snippet]:
    """What is played, in the order of the text; tokens of one sentence that are near are played together."""
    spans = [(one.first, one.count) for one in sentence_spans(text)]
    made: list[Snippet] = []
    at = 0
    for danger in dangers:
        while danger.first >= sum(spans[at]):
            at += 1
        one = _snippet(danger, words, spans[at])
        if made and (both := _together(made[-1], one)):
            made[-1] = both
        else:
            made.append(one)
    return made


def _snippet(danger: Danger, words: Sequence[Word], span: tuple[int, int]) -> Snippet:
    own = words[danger.first : danger.first + danger.count]
    told = _spoken(own)
    if told is None:
        return Snippet((danger,), None, None, None, False, *span)
    begin, said, end = told
    rough = end <= begin
    before, behind = (ROUGH_BEFORE, ROUGH_BEHIND) if rough else (_before(own[0]), _behind(own[-1]))
    return Snippet((danger,), max(0, begin - before), said, end + behind, rough, *span)


def _spoken(own: Sequence[Word]) -> tuple[int, int, int] | None:
    """From when, where the last of them begins, and to when they were said; None where it is not known."""
    starts = [word.start_ms for word in own if word.start_ms is not None]
    ends = [word.end_ms for word in own if word.end_ms is not None]
    return (min(starts), max(starts), max(ends)) if starts and ends else None


def _before(word: Word) -> int:
    if not _FIGURE.search(word.text) or word.start_ms is None or word.end_ms is None:
        return BEFORE
    lacks = SAID * len(_SAID.findall(word.text)) - (word.end_ms - word.start_ms)
    return BEFORE + max(0, min(EARLIEST, lacks))


def _behind(word: Word) -> int:
    if word.text.rstrip(_AROUND).endswith("%"):
        return BEHIND_SIGN
    return BEHIND_FIGURE if _FIGURE.search(word.text) else BEHIND


def _together(one: Snippet, other: Snippet) -> Snippet | None:
    """Two as one, if they are of one sentence and near."""
    if one.start_ms is None or one.end_ms is None or other.start_ms is None or other.end_ms is None:
        return None
    begin, end = min(one.start_ms, other.start_ms), max(one.end_ms, other.end_ms)
    apart, most = other.start_ms - one.end_ms, LONGEST if other.start_ms > one.end_ms else TOUCHING
    if (one.first, one.rough) != (other.first, other.rough) or apart > JOINED or end - begin > most:
        return None
    said = max(one.said_ms or 0, other.said_ms or 0)
    return Snippet((*one.dangers, *other.dangers), begin, said, end, one.rough, one.first, one.count)


def sounds(danger: Danger, words: Sequence[Word]) -> bool:
    """Whether a place of the sound is known for it."""
    return _spoken(words[danger.first : danger.first + danger.count]) is not None


def as_heard(dangers: Iterable[Danger], heard: set[Key]) -> list[Danger]:
    """Those that stand as they were heard; what was changed since is not among them."""
    return [one for one in dangers if one.key in heard]
