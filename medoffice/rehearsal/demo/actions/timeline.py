"""Playing scripts in the order of their instants, with the world's clock frozen at each.

A script is a generator that yields the instants at which it goes on, so a day happens in the order in which it would.
"""

import heapq
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from medoffice.kernel import clock, facts

Script = Iterator[datetime]
Queue = list[tuple[datetime, int, Script]]  # the next instant of each script, its number, the script


def queue_of(scripts: Iterable[Script]) -> Queue:
    """Start every script up to its first instant."""
    queue: Queue = []
    for number, script in enumerate(scripts):
        _go_on(queue, number, script)
    return queue


def play(queue: Queue, until: datetime | None = None) -> None:
    """Play what waits up to an instant, or to the end. Facts are delivered as they are published."""
    while queue and (until is None or queue[0][0] <= until):
        instant, number, script = heapq.heappop(queue)
        clock.freeze(max(instant, clock.now()))
        _go_on(queue, number, script)
        facts.deliver()


def at(on: date, hour: int, minute: int, zone: str) -> datetime:
    """An instant by the office's own clock."""
    return datetime.combine(on, time(hour, minute), ZoneInfo(zone))


def _go_on(queue: Queue, number: int, script: Script) -> None:
    """To the script's next instant; it is over if there is none."""
    following = next(script, None)
    if following is not None:
        heapq.heappush(queue, (following, number, script))
