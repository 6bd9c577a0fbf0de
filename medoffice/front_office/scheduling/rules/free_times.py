"""Finding free times: working hours less what is booked, cut into slots."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.practice.types import Hours


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of time; instants."""

    starts: datetime
    ends: datetime


def local_span(on: date, starts: time, ends: time, zone: ZoneInfo) -> Span:
    """Wall-clock hours of a day as instants; over a daylight-saving change the stretch is what the clock shows."""
    return Span(
        datetime.combine(on, starts, zone).astimezone(UTC),
        datetime.combine(on, ends, zone).astimezone(UTC),
    )


def working(hours: Iterable[Hours], site_id: UUID, on: date, zone: ZoneInfo) -> list[Span]:
    """What these hours come to at a site on a date, in order."""
    that_day = (
        one
        for one in hours
        if one.site_id == site_id
        and one.weekday == on.weekday()
        and one.valid_from <= on
        and (one.valid_to is None or on <= one.valid_to)
    )
    return sorted(local_span(on, one.starts, one.ends, zone) for one in that_day)


def inside(span: Span, hours: Collection[Span]) -> bool:
    """Whether a stretch lies wholly within one of these."""
    return any(one.starts <= span.starts and span.ends <= one.ends for one in hours)


def less(hours: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """The hours without what is taken, in order."""
    busy = sorted(taken)
    for span in sorted(hours):
        cursor = span.starts
        for booked in busy:
            if booked.ends <= cursor or booked.starts >= span.ends:
                continue
            if booked.starts > cursor:
                yield Span(cursor, booked.starts)
            cursor = max(cursor, booked.ends)
        if cursor < span.ends:
            yield Span(cursor, span.ends)


def slots(free: Iterable[Span], minutes: int, not_before: datetime, step: int = 5) -> Iterator[Span]:
    """Slots of a length in free time, each beginning on a full step of minutes, none before ``not_before``.

    Slots in one stretch follow each other without overlap.
    """
    length, grid = timedelta(minutes=minutes), timedelta(minutes=step)
    for span in free:
        start = _on_grid(max(span.starts, not_before), grid)
        while start + length <= span.ends:
            yield Span(start, start + length)
            start += length


def _on_grid(at: datetime, grid: timedelta) -> datetime:
    """The first instant at or after ``at`` on a full step since the hour."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    steps = -((hour - at) // grid)
    return hour + steps * grid
