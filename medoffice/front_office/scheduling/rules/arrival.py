"""What to do with a patient who stands at the desk early or late: keep, pull forward, or give the time away."""

from datetime import datetime, timedelta

from medoffice.front_office.scheduling.types import Arriving

EARLY, LATE, TOO_LATE = timedelta(minutes=20), timedelta(minutes=10), timedelta(minutes=15)


def arriving(starts: datetime, ends: datetime, now: datetime, free: datetime | None) -> Arriving | None:
    """The rule for somebody who is here now; None for who is near enough to their time.

    ``free`` is the provider's next free time from now on. Who is early is seen earlier if that is earlier; who is late
    keeps the time while most of it is left, and else is offered the next one. Whatever is done is a move of the visit:
    nobody is told that it was cancelled.
    """
    if starts - now >= EARLY:
        if free is not None and free < starts:
            return Arriving("forward", f"{_minutes(starts - now)} minutes early. The provider is free before.", free)
        return Arriving(
            "keep", f"{_minutes(starts - now)} minutes early. Nothing is free before; the time stays.", None
        )
    if now - starts <= LATE:
        return None
    words = f"{_minutes(now - starts)} minutes late."
    if now - starts <= TOO_LATE and ends - now >= (ends - starts) / 2:
        return Arriving("keep", f"{words} More than half of the time is left: keep it.", None)
    if free is not None:
        return Arriving("release", f"{words} Offer the next free time, so that this one is another's.", free)
    return Arriving("release", f"{words} Nothing more is free: take them as a walk-in, or on another day.", None)


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
