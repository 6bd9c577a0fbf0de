"""The pharmacy as a process: it carries the folders of the wire, and answers in them."""

import heapq
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from medoffice.exchange.simulators.pharmacy.rules.counter import answer_to_cancel, news_of
from medoffice.exchange.simulators.pharmacy.rules.paper import read_asked, written
from medoffice.exchange.simulators.pharmacy.types import Asked, News, PharmacyMood
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal

_LOOK = 0.2  # seconds between two looks


class Counter:
    """What it took and has to tell; both are forgotten when it stops."""

    def __init__(self, mood: PharmacyMood, folder: Path, minute: float, now: Callable[[], datetime]) -> None:
        """``folder`` has ``out`` (of the office), ``in`` and ``carried``; ``minute``: how many seconds one takes."""
        self.mood, self.folder, self.minute, self.now = mood, folder, minute, now
        self._taken: dict[str, str] = {}
        self._ended: dict[str, float] = {}
        self._waiting: list[tuple[float, int, News, str]] = []
        self._count = 0
        for name in ("out", "in", "carried"):
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)

    def look(self) -> None:
        """Take what the office wrote, tell what is due."""
        for path in sorted(one for one in (self.folder / "out").iterdir() if one.suffix == ".xml"):
            if path.name.startswith("."):
                continue
            try:
                self._take(read_asked(path.read_bytes()))
            finally:
                path.replace(self.folder / "carried" / path.name)
        while self._waiting and self._waiting[0][0] <= time.monotonic():
            _, number, one, sender = heapq.heappop(self._waiting)
            partial = self.folder / "in" / f"{number:06d}.xml.part"
            partial.write_bytes(written(one, sender, self.now()))
            partial.replace(partial.with_suffix(""))

    def _take(self, asked: Asked) -> None:
        if asked.number in self._taken:
            return
        if asked.kind == "CancelRx":
            late = self._ended.get(asked.order, time.monotonic() + 1) <= time.monotonic()
            if not late:
                self._waiting = [one for one in self._waiting if one[2].order != asked.order]
                heapq.heapify(self._waiting)
            told = answer_to_cancel(self.mood, asked, late=late)
        else:
            told = news_of(self.mood, asked, list(self._taken.values()).count(f"{asked.kind} {asked.order}"))
        self._taken[asked.number] = f"{asked.kind} {asked.order}"
        for one in told:
            self._count += 1
            due = time.monotonic() + one.after * self.minute
            if one.ends:
                self._ended[asked.order] = min(due, self._ended.get(asked.order, due))
            heapq.heappush(self._waiting, (due, self._count, one, asked.to))


def serve(
    mood: PharmacyMood, folder: Path, *, minute: float, ready: Callable[[], None], stopped: threading.Event
) -> None:
    """Be a pharmacy until stopped. Raises OSError for a folder that cannot be used."""
    counter = Counter(mood, folder, minute, clock.real_now)
    ready()
    while not stopped.wait(_LOOK):
        try:
            counter.look()
        except Refusal:
            continue  # what is no message was carried away, as a network would
