"""Background work of faxes: they go out, and what became of them comes in."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import every, whenever
from medoffice.records.faxes.actions.hand_over import hand_over
from medoffice.records.faxes.actions.hear import hear_all
from medoffice.records.faxes.queries.faxes import due_to_go
from medoffice.security.types import PROGRAM

_RETRY = Retry(5, first=timedelta(minutes=1))


@job("faxes.send", retry=_RETRY, due=whenever(lambda: bool(due_to_go())))
def send() -> None:
    """Hand over what may go now; a line that fails is tried again by its own times."""
    hand_over(actor=PROGRAM)


@job("faxes.hear", retry=_RETRY, due=every(minutes=1))
def hear() -> None:
    """Take in what the line tells."""
    hear_all(actor=PROGRAM)
