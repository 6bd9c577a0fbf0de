"""A line in front of something of which there are only so many. Who would stand too long is turned away.

While the line runs empty now and then, a wait of seconds is only a gust, and everybody is served. Once it has stood for
``PATIENCE`` without a break there is more work than hands, and a long line helps nobody: then each waits ``SHORT`` at
most, so those who are let in are served as fast as ever and the others know at once (after Facebook's "controlled
delay", itself after the CoDel of routers). Kept by one event loop; no locks.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable

PATIENCE, SHORT, LONG = 1.0, 0.2, 2.0


class Line:
    """At most ``places`` are in at a time and ``most`` wait. ``steady`` seconds to wait at most whatever happens."""

    def __init__(
        self, places: int, most: int, steady: float | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._free, self._most, self._steady, self._now = places, most, steady, now
        self._waiting: deque[tuple[float, asyncio.Future[bool]]] = deque()
        self._empty_at = now()

    async def enter(self) -> bool:
        """Wait for a place; False if turned away. Whoever is let in calls ``leave``."""
        now = self._now()
        if not self._waiting:
            self._empty_at = now
            if self._free:
                self._free -= 1
                return True
        if len(self._waiting) >= self._most:
            return False
        turn: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((now, turn))
        timer = asyncio.get_running_loop().call_later(self._longest(now), _settle, turn, False)
        try:
            return await turn
        finally:
            timer.cancel()

    def leave(self) -> None:
        """Give the place to the next in line who has not waited too long."""
        now = self._now()
        longest = self._longest(now)
        while self._waiting:
            since, turn = self._waiting.popleft()
            if _settle(turn, now - since <= longest) and turn.result():
                return
        self._empty_at = now
        self._free += 1

    def _longest(self, now: float) -> float:
        if self._steady is not None:
            return self._steady
        return SHORT if now - self._empty_at > PATIENCE else LONG


def _settle(turn: "asyncio.Future[bool]", answer: bool) -> bool:
    """Answer one who waits, if nobody has; whether this did."""
    if turn.done():
        return False
    turn.set_result(answer)
    return True
