"""How long the line to the payers is left alone after it failed: costs nothing while it is dead."""

from datetime import datetime, timedelta
from typing import Final

PATIENCE: Final = 2  # failures before the line is taken to be dead
FIRST, LONGEST = timedelta(minutes=5), timedelta(hours=1)
OVERDUE: Final = timedelta(hours=4)  # an answer that was to come by mail and did not


def shut_until(failures: int, now: datetime) -> datetime | None:
    """Until when nobody calls after so many failures in a row; None to go on."""
    if failures < PATIENCE:
        return None
    return now + min(FIRST * (1 << min(failures - PATIENCE, 8)), LONGEST)
