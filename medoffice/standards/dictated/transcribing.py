"""From what a recogniser heard to a draft, a report and the places a person must listen to again."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from medoffice.kernel.heard import Heard
from medoffice.standards.dictated.formatting import NONE, format_report
from medoffice.standards.dictated.hinting import blended, is_unsure
from medoffice.standards.dictated.types import DraftWord, Flag, FlagKind, Profile, Transcript

GAP = 1.5  # seconds of speech without a word


def transcript(
    heard: Heard,
    hints: Sequence[str] = (),
    profile: Profile = Profile.STRICT,
    *,
    raw: bool = False,
    normals: Mapping[str, str] = NONE,
) -> Transcript:
    """The draft of a recording, as a report unless ``raw``; flags are spans of the draft, in its order.

    ``normals`` are the office's normal texts by their spoken names. Nothing is changed silently: a hinted word says
    what was heard in its place.
    """
    words = blended(heard, hints)
    draft = " ".join(word.text for word in words)
    spans = list(_spans(words))
    formed = None if raw else format_report(draft, profile, normals)
    text = formed.text if formed else draft
    found = [*_unsure(words, spans), *_hinted(words, spans), *_unheard(heard, words, spans), *_cut(heard, draft)]
    flags = [Flag(kind, start, end, _place(draft, text, start, end), said) for kind, start, end, said in found]
    flags += formed.flags if formed else ()
    return Transcript(draft, words, text, tuple(sorted(flags, key=lambda flag: (flag.start, flag.end, flag.kind))))


_Mark = tuple[FlagKind, int, int, str]


def _spans(words: Sequence[DraftWord]) -> Iterator[tuple[int, int]]:
    at = 0
    for word in words:
        yield at, at + len(word.text)
        at += len(word.text) + 1


def _unsure(words: Sequence[DraftWord], spans: Sequence[tuple[int, int]]) -> Iterator[_Mark]:
    """Words the recogniser is not sure of, or of which it does not say; those that follow each other together."""
    for (unsure, unsaid), run in groupby(
        range(len(words)), key=lambda at: (is_unsure(words[at]), words[at].confidence is None)
    ):
        places = list(run)
        if unsure or unsaid:
            said = " ".join(words[at].text for at in places)
            told = f"How sure it is of {len(places)} words the recogniser does not say: listen to all of them."
            told = told if unsaid else f"“{said}”: listen again."
            yield FlagKind.UNSURE, spans[places[0]][0], spans[places[-1]][1], told


def _hinted(words: Sequence[DraftWord], spans: Sequence[tuple[int, int]]) -> Iterator[_Mark]:
    for word, (start, end) in zip(words, spans, strict=True):
        if word.instead:
            yield FlagKind.HINT, start, end, f"“{word.text}” is a hint; without it “{word.instead}” was heard."
        if word.doubt:
            yield FlagKind.HINT, start, end, f"Was {word.doubt} said here? It is a hint, and was not heard."


def _unheard(heard: Heard, words: Sequence[DraftWord], spans: Sequence[tuple[int, int]]) -> Iterator[_Mark]:
    if not heard.speech:
        yield FlagKind.UNHEARD, 0, 0, "Nobody speaks in this recording."
    for at, since, until in without_words(heard, words):
        place = spans[at][0] if at < len(spans) else (spans[-1][1] if spans else 0)
        said = f"Somebody speaks from {since:.1f} to {until:.1f} s; no word was found."
        yield FlagKind.UNHEARD, place, place, said


def without_words(heard: Heard, words: Sequence[DraftWord]) -> Iterator[tuple[int, float, float]]:
    """Where somebody speaks and no word was found, for longer than a breath: before which word, and the seconds."""
    ends = [0.0, *(word.end for word in words)]
    begins = [*(word.start for word in words), heard.audio_seconds]
    for at, (since, until) in enumerate(zip(ends, begins, strict=True)):
        spoken = sum(max(0.0, min(until, last) - max(since, first)) for first, last in heard.speech)
        if spoken > GAP:
            yield at, since, until


def _cut(heard: Heard, draft: str) -> Iterator[_Mark]:
    if not heard.whole:
        words = (
            f"The recording ends at {heard.audio_seconds:.1f} s in the middle of its file: it is cut off or damaged."
        )
        yield FlagKind.CUT, len(draft), len(draft), words


def _place(draft: str, text: str, start: int, end: int) -> int:
    """Where the words of a span of the draft stand in the report: the nearest such words, else about there."""
    about = round(start / len(draft) * len(text)) if draft else 0
    said, low = draft[start:end].strip(" .,").lower(), text.lower()
    places = [at for at in range(len(low)) if said and low.startswith(said, at)]
    return min(places, key=lambda at: abs(at - about), default=min(about, len(text)))
