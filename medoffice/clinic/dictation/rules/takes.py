"""What is heard of a take: its stretches one after the other, each put where it belongs."""

from collections.abc import Iterable

from medoffice.clinic.dictation.types.takes import Span, Stretch, Way


def spans_of(stretches: Iterable[Stretch]) -> tuple[Span, ...]:
    """The pieces that are heard, in order; ``stretches`` as they were recorded.

    A stretch that is put at a time stands at that time of what was heard before it came. One that was recorded over
    another takes as much of it away as it is long, so a recorder that dies after a second takes a second.
    """
    heard: list[Span] = []
    for one in stretches:
        if not one.ms:
            continue
        new = Span(one.number, 0, one.ms)
        if one.way is Way.ON:
            heard.append(new)
            continue
        until = one.at + one.ms if one.way is Way.OVER else one.at
        heard = [*_between(heard, 0, one.at), new, *_between(heard, until, None)]
    return tuple(heard)


def starts_of(spans: Iterable[Span]) -> list[tuple[Span, int]]:
    """Each piece with the millisecond at which it begins in the whole."""
    found, at = [], 0
    for one in spans:
        found.append((one, at))
        at += one.end - one.start
    return found


def _between(spans: Iterable[Span], start: int, end: int | None) -> list[Span]:
    """What is heard between two times of these spans."""
    found = []
    for one, at in starts_of(spans):
        long = one.end - one.start
        first, last = max(start - at, 0), long if end is None else min(end - at, long)
        if first < last:
            found.append(Span(one.stretch, one.start + first, one.start + last))
    return found
