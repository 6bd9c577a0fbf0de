"""The defence sheet: each code of a visit with the words it rests on, where they were said, and the rule. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from medoffice.clinic.dictation.types.dictations import Word

AROUND = 60  # characters of the note on each side of the words


@dataclass(frozen=True, slots=True)
class Rested:
    """What a code rests on, for paper: words before, the words, words after; whence, and where they were said."""

    before: str
    words: str
    after: str
    whence: str
    said: str = ""


def in_note(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words at their place, with what stands around them, whole words only."""
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[low:start], text[end:high]
    if low and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if high < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return before, text[start:end], after


def said_at(quote: str, words: Sequence[Word]) -> tuple[int, int] | None:
    """Where these words were said, in milliseconds; None if they were typed or if no time is known.

    The first place where the same words follow each other, whatever their stops and capitals.
    """
    wanted = [plain for one in quote.split() if (plain := _plain(one))]
    told = [(plain, one) for one in words if (plain := _plain(one.text))]
    for at in range(len(told) - len(wanted) + 1):
        here = told[at : at + len(wanted)]
        if wanted and [plain for plain, _ in here] == wanted:
            start, end = here[0][1].start_ms, here[-1][1].end_ms
            return (start, end) if start is not None and end is not None else None
    return None


def clock_of(milliseconds: int) -> str:
    """A place of a recording as people read it."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02}"


def _plain(word: str) -> str:
    return "".join(one for one in word.casefold() if one.isalnum())
