"""What is heard of a take: its stretches one after the other, each put where it belongs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from medoffice.clinic.dictation.types.takes import Span, Stretch, Way


def spans_of(stretches: Iterable[Stretch]) -> tuple[Span, ...]:
    """The pieces that are heard, in order; ``stretches`` as they were recorded.

    A stretch that is put at a time of another stands there, also when seconds of an earlier one come late. One that was
    recorded over others takes as much of them away as it is long, so a recorder that dies after a second takes a
    second; and only of what was heard there when it began, so what comes late, or was put in meanwhile, stays.
    """
    heard: list[Span] = []
    gone: list[tuple[Span, int]] = []  # what was spoken over, by which stretch
    for one in stretches:
        if not one.ms:
            continue
        new = Span(one.number, 0, one.ms)
        if one.way is Way.ON:
            heard.append(new)
            continue
        at = one.at if one.of is None else _where(heard, gone, one.of, one.at)
        ahead = _between(heard, at, None) if one.ahead is None else one.ahead
        over = _between(ahead, 0, one.ms) if one.way is Way.OVER else []
        gone += [(span, one.number) for span in over]
        heard = [*_without(_between(heard, 0, at), over), new, *_without(_between(heard, at, None), over)]
    return tuple(heard)


def as_seen(stretches: Iterable[Stretch], seen: Mapping[int, int]) -> tuple[Stretch, ...]:
    """The stretches as they were when so many milliseconds of each were known; those that were not are empty."""
    return tuple(replace(one, ms=min(one.ms, seen.get(one.number, 0))) for one in stretches)


def ahead_of(spans: Iterable[Span], at: int) -> tuple[Span, ...]:
    """What is heard from a time on."""
    return tuple(_between(spans, at, None))


def anchor_of(spans: Iterable[Span], at: int) -> tuple[int, int]:
    """A time of what is heard as a time of the stretch that is heard until then; of none (0) before all."""
    begun = [(one, begins) for one, begins in starts_of(spans) if begins < at]
    if not begun:
        return 0, 0
    one, begins = begun[-1]
    return one.stretch, min(one.start + at - begins, one.end)


def _where(heard: Iterable[Span], gone: Iterable[tuple[Span, int]], of: int, at: int) -> int:
    """The millisecond of the whole behind this one of a stretch; what was spoken over is behind what is over it."""
    if not of:
        return 0
    placed = starts_of(heard)
    for one, begins in placed:
        if one.stretch == of and one.start < at <= one.end:
            return begins + at - one.start
    over = next((by for span, by in gone if span.stretch == of and span.start < at <= span.end), None)
    ends = [begins + one.end - one.start for one, begins in placed if one.stretch == (over or of)]
    return max(ends, default=0)


def starts_of(spans: Iterable[Span]) -> list[tuple[Span, int]]:
    """Each piece with the millisecond at which it begins in the whole."""
    found, at = [], 0
    for one in spans:
        found.append((one, at))
        at += one.end - one.start
    return found


def _without(spans: Iterable[Span], over: Iterable[Span]) -> list[Span]:
    """What is left of these spans where others are taken away."""
    left = list(spans)
    for cut in over:
        left = [
            Span(one.stretch, start, end)
            for one in left
            for start, end in (
                [(one.start, min(one.end, cut.start)), (max(one.start, cut.end), one.end)]
                if one.stretch == cut.stretch
                else [(one.start, one.end)]
            )
            if start < end
        ]
    return left


def _between(spans: Iterable[Span], start: int, end: int | None) -> list[Span]:
    """What is heard between two times of these spans."""
    found = []
    for one, at in starts_of(spans):
        long = one.end - one.start
        first, last = max(start - at, 0), long if end is None else min(end - at, long)
        if first < last:
            found.append(Span(one.stretch, one.start + first, one.start + last))
    return found
