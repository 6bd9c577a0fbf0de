"""By when a dictation is to be ready, and how its time stands."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from medoffice.clinic.dictation.types.dictations import Level, Pace, Priority

_ORDER = {Priority.STAT: 0, Priority.ASAP: 1, Priority.ROUTINE: 2}


def pace_on(paces: Iterable[Pace], kind: str, on: date) -> Pace:
    """The pace of a kind that holds on a day: the latest that had begun; of two of a day, the last one given.

    Raises ValueError if none has.
    """
    found = [one for one in paces if one.kind == kind and one.since <= on]
    if not found:
        raise ValueError(f"no pace for {kind} on {on}")
    return sorted(found, key=lambda one: one.since)[-1]


def due_at(pace: Pace, priority: Priority, sent_at: datetime) -> datetime:
    """When a dictation that was sent then is to be ready for its author's signature. Hours of the clock, nights too."""
    hours = {Priority.STAT: pace.stat, Priority.ASAP: pace.asap, Priority.ROUTINE: pace.routine}[priority]
    return sent_at + timedelta(hours=hours)


def level(sent_at: datetime, due: datetime, now: datetime) -> Level:
    """How the time of an open dictation stands."""
    if now >= due:
        return Level.LATE
    return Level.SOON if (due - now) * 4 <= due - sent_at else Level.FINE


def order(priority: Priority, due: datetime, number: str) -> tuple[int, datetime, str]:
    """By what the queue is sorted: STAT before all, then what is due first."""
    return 0 if priority is Priority.STAT else 1, due, number


def priorities() -> list[Priority]:
    """From the most urgent on."""
    return sorted(Priority, key=_ORDER.__getitem__)
