"""When something is due to be logged, and which entry answers which time."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from medoffice.clinic.upkeep.rules.judging import DUE
from medoffice.clinic.upkeep.types import Entry, Equipment, Line, Slot, What


def slots(
    one: Equipment, days: Iterable[date], zone: ZoneInfo, closed: Collection[date], entries: Sequence[Entry]
) -> list[Slot]:
    """What is due on these days, oldest first, each with the entry that answers it.

    An entry answers the time of its own day that is nearest: a reading in the morning never answers for the evening. On
    a day on which the site is closed nothing is due, nor before the thing was looked after.
    """
    found = []
    for on in days:
        if not one.used or on.weekday() not in one.kept.days or on in closed:
            continue
        due = [datetime.combine(on, each, zone) for each in sorted(one.kept.times)]
        answers: dict[datetime, Entry] = {}
        for entry in entries:
            at = entry.at.astimezone(zone)
            if entry.stands and entry.told.what is DUE[one.kept.kind] and at.date() == on:
                answers.setdefault(min(due, key=lambda each: abs(each - at)), entry)
        found += [Slot(each, answers.get(each)) for each in due if each > one.since]
    return found


def missed(found: Iterable[Slot], now: datetime) -> list[Slot]:
    """What was due by now and nobody logged."""
    return [one for one in found if one.entry is None and one.due <= now]


def days_of(first: date, last: date) -> list[date]:
    """Every day from first to last."""
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]


def tick_first(line: Line, now: datetime) -> What:
    """Which cleaning of a room its one key means now: for the night from two hours before that is due."""
    near = line.next is not None and line.next.due - now <= timedelta(hours=2)
    return What.TERMINAL if near else What.CLEANED
