"""A surge: many more requests than the office can answer, for half a minute, beside the sessions' own work.

Each is a page looked at with the cookies of one of the sessions, on a connection of its own, as if ten times as many
browsers were open. What is let in is timed second by second, so the recovery can be told.
"""

import asyncio
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from bench.load.session import Session
from bench.load.wire import Browser
from bench.rows import percentile

LASTS, AT_ONCE = 30.0, 1500
PAGES = ("/", "/front/", "/scheduling/", "/work/", "/security/password/")


@dataclass(slots=True)
class Surge:
    """So many more requests a second, from a third of the way on."""

    port: int
    rate: float
    seconds: float
    sessions: list[Session]
    outcomes: Counter[str] = field(default_factory=Counter)
    took: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    ended: float = 0.0
    _open: int = 0
    _free: list[Browser] = field(default_factory=list)

    async def run(self) -> None:
        """Wait for the time, then ask."""
        if self.rate <= 0:
            return
        await asyncio.sleep(self.seconds / 3)
        began, asked = time.perf_counter(), set()
        count = 0
        while (at := count / self.rate) < LASTS:
            await asyncio.sleep(began + at - time.perf_counter())
            task = asyncio.create_task(self._one(count))
            asked.add(task)
            task.add_done_callback(asked.discard)
            count += 1
        self.ended = time.perf_counter()
        await asyncio.gather(*asked)

    async def _one(self, number: int) -> None:
        if self._open >= AT_ONCE:
            self.outcomes["not sent: too many open"] += 1
            return
        browser = self._free.pop() if self._free else Browser("localhost", self.port)
        browser.borrow(self.sessions[number % len(self.sessions)].browser)
        self._open += 1
        began = time.perf_counter()
        try:
            answer = await browser.get(PAGES[number % len(PAGES)])
            kind = "turned away" if answer.retry else "let in" if answer.status in (200, 302) else str(answer.status)
        except OSError as error:
            kind = type(error).__name__
        finally:
            self._open -= 1
            self._free.append(browser)
        self.outcomes[kind] += 1
        self.took[kind].append((time.perf_counter() - began) * 1000)

    def report(self) -> dict[str, object]:
        """How many came in, how many were turned away, and how long each took."""
        p95 = {kind: round(percentile(took, 0.95), 1) for kind, took in self.took.items()}
        return {"outcomes": dict(self.outcomes), "p95": p95}
