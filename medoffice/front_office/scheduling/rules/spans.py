"""Stretches of time and their arithmetic: sets of instants as sorted lists of half-open spans."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of time; instants."""

    starts: datetime
    ends: datetime

    def meets(self, other: "Span") -> bool:
        """Whether they share an instant."""
        return self.starts < other.ends and other.starts < self.ends


def local_span(on: date, starts: time, ends: time, zone: ZoneInfo) -> Span:
    """Wall-clock hours of a day as instants; over a daylight-saving change the stretch is what the clock shows."""
    return Span(
        datetime.combine(on, starts, zone).astimezone(UTC),
        datetime.combine(on, ends, zone).astimezone(UTC),
    )


def inside(span: Span, stretches: Collection[Span]) -> bool:
    """Whether a stretch lies wholly within one of these."""
    return any(one.starts <= span.starts and span.ends <= one.ends for one in stretches)


def union(spans: Iterable[Span]) -> list[Span]:
    """The same instants in as few spans as possible, in order; what touches is joined."""
    joined: list[Span] = []
    for span in sorted(one for one in spans if one.starts < one.ends):
        if joined and span.starts <= joined[-1].ends:
            if span.ends > joined[-1].ends:
                joined[-1] = Span(joined[-1].starts, span.ends)
        else:
            joined.append(span)
    return joined


def less(stretches: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The stretches without what is taken, in order."""
    busy, left = union(taken), []
    for span in union(stretches):
        cursor = span.starts
        for booked in busy:
            if booked.ends <= cursor:
                continue
            if booked.starts >= span.ends:
                break
            if booked.starts > cursor:
                left.append(Span(cursor, booked.starts))
            cursor = max(cursor, booked.ends)
        if cursor < span.ends:
            left.append(Span(cursor, span.ends))
    return left


def crowded(spans: Iterable[Span], count: int) -> list[Span]:
    """When at least so many of these run at once."""
    edges = sorted(edge for span in spans for edge in ((span.ends, -1), (span.starts, 1)))
    found, running, since = [], 0, None
    for at, step in edges:
        running += step
        if running >= count and since is None:
            since = at
        elif running < count and since is not None:
            found.append(Span(since, at))
            since = None
    return union(found)
