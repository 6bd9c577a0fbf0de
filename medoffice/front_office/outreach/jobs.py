"""Background work of outreach: messages go out, answers come in."""

from datetime import timedelta

from medoffice.front_office.outreach.actions.hand_over import hand_over
from medoffice.front_office.outreach.actions.hear import hear_all
from medoffice.front_office.outreach.actions.remind import remind
from medoffice.front_office.outreach.queries.messages import due_to_go
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import every, whenever
from medoffice.security.types import PROGRAM

_RETRY = Retry(5, first=timedelta(minutes=1))


@job("outreach.send", retry=_RETRY, due=whenever(lambda: bool(due_to_go())))
def send() -> None:
    """Hand over what may go now; a gateway that fails is tried again by its own times."""
    hand_over(actor=PROGRAM)


@job("outreach.hear", retry=_RETRY, due=every(minutes=1))
def hear() -> None:
    """Take in what patients answered and what arrived."""
    hear_all(actor=PROGRAM)


@job("outreach.remind", retry=_RETRY, due=every(minutes=30))
def remind_patients() -> None:
    """Queue the reminders that are due."""
    remind(actor=PROGRAM)
