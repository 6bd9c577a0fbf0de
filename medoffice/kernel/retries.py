"""After a failure: how often and when a thing is tried again, and what may be told of an error.

Times are the world's: a day that is played in seconds tries again on its next evening.
"""

import traceback
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from medoffice.kernel.refusals import Refusal

FAR = timedelta(hours=2)  # farther than any wait
_PROGRAM = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Retry:
    """Try so many times in all; wait ``first`` after a failure, then twice as long each time, at most ``longest``."""

    times: int
    first: timedelta
    longest: timedelta = timedelta(hours=1)

    def wait_after(self, failures: int) -> timedelta | None:
        """How long to wait after so many failures; None if the thing is given up."""
        if failures >= self.times:
            return None
        wait = self.first
        for _ in range(failures - 1):
            wait = min(wait * 2, self.longest)
        return min(wait, self.longest)


def still_waits(until: datetime | None, now: datetime) -> bool:
    """Whether a wait is not over. One longer than any there is was begun before the clock went back: it is over."""
    return until is not None and now < until <= now + FAR


def in_short(error: BaseException) -> str:
    """An error for a log or a check: a refusal's words, else its kind and the last of our lines it came through.

    Never its message, which may hold what was typed about a patient.
    """
    if isinstance(error, Refusal):
        return f"{error.words} ({error.code})"
    place = ""
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(_PROGRAM / "medoffice"):
            place = f" in {path.relative_to(_PROGRAM)}:{frame.lineno}"
    return f"{type(error).__name__}{place}"
