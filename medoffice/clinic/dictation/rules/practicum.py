"""What is said in a dictation to practise with: its pieces, and what somebody who listens well can type of it."""

import re
from collections.abc import Iterator

from medoffice.clinic.dictation.types.practicum import SpokenPart

BLANK = "____"
_MARK = re.compile(r"\[(?:(\d+) s|inaudible: ([^\]]+))\]")


def spoken_parts(say: str) -> tuple[SpokenPart, ...]:
    """The pieces in order: ``[4 s]`` is a silence, ``[inaudible: twice daily]`` is said under a noise."""
    return tuple(_parts(" ".join(say.split())))


def heard_words(say: str) -> str:
    """The words as one hears them: a silence has none, a blank stands where nothing can be heard."""
    told = (part.words if part.heard else BLANK for part in spoken_parts(say))
    return " ".join(filter(None, told))


def _parts(say: str) -> Iterator[SpokenPart]:
    at = 0
    for mark in _MARK.finditer(say):
        if before := say[at : mark.start()].strip():
            yield SpokenPart(before)
        yield SpokenPart(silence=int(mark[1])) if mark[1] else SpokenPart(mark[2], heard=False)
        at = mark.end()
    if rest := say[at:].strip():
        yield SpokenPart(rest)
