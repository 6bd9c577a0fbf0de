"""What is still to happen to money, in the order of its instants: an account must be seen as it then stood."""

import heapq
from collections.abc import Callable
from datetime import datetime

OFFICE = 1 << 62  # what the office itself does comes after what happens to patients at the same instant
Act = Callable[[], None]


class Agenda:
    """Acts that wait for their instant; of one instant the earlier visit's comes first."""

    def __init__(self) -> None:
        """Nothing is to be done yet."""
        self._waiting: list[tuple[datetime, int, int, Act]] = []
        self._added = 0

    def add(self, at: datetime, visit: int, act: Act) -> None:
        """Have an act done at an instant; ``visit`` is the number of its visit, or ``OFFICE``."""
        self._added += 1
        heapq.heappush(self._waiting, (at, visit, self._added, act))

    def work_off(self, until: datetime) -> None:
        """Do what is due before an instant."""
        while self._waiting and self._waiting[0][0] < until:
            heapq.heappop(self._waiting)[3]()
