"""The pace: so many requests a second are due, whether or not the office keeps up (an open loop).

A request is late from the instant it was due, not from when somebody was free to send it, so a slow office cannot hide
behind sessions that wait for it (no coordinated omission).
"""

import asyncio
import time
from collections import deque


class Pace:
    """Hands out instants, ``rate`` a second, to whoever waits for one, first come first served."""

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self._waiting: deque[asyncio.Future[float]] = deque()
        self._due: deque[float] = deque()

    async def turn(self) -> float:
        """Wait until one more request is due; the instant it was due."""
        if self._due:
            return self._due.popleft()
        turn: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        return await turn

    async def run(self, seconds: float) -> None:
        """Tick for so long."""
        began = time.perf_counter()
        count = 0
        while (at := began + count / self.rate) < began + seconds:
            await asyncio.sleep(at - time.perf_counter())
            count += 1
            if self._waiting:
                self._waiting.popleft().set_result(at)
            else:
                self._due.append(at)

    @property
    def behind(self) -> int:
        """Requests that are due and that no session was free to send."""
        return len(self._due)
