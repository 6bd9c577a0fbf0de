"""Background work of outreach: messages go out, answers come in."""

from datetime import timedelta

from medoffice.front_office.outreach.actions.expire_offers import expire_offers
from medoffice.front_office.outreach.actions.find_due import find_due
from medoffice.front_office.outreach.actions.hand_over import hand_over
from medoffice.front_office.outreach.actions.hear import hear_all
from medoffice.front_office.outreach.actions.remind import remind
from medoffice.front_office.outreach.actions.settle_reschedules import settle_reschedules
from medoffice.front_office.outreach.queries.messages import due_to_go
from medoffice.front_office.outreach.queries.rescheduling import absences_open
from medoffice.front_office.outreach.queries.waitlist import overdue
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily, every, whenever
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


@job("outreach.expire", retry=_RETRY, due=whenever(lambda: bool(overdue())))
def expire() -> None:
    """End the offers nobody answered in time, and ask the next."""
    expire_offers(actor=PROGRAM)


@job("outreach.find_due", retry=_RETRY, due=daily("05:30"))
def find_who_is_due() -> None:
    """Put whoever is due on the recall board."""
    find_due(actor=PROGRAM)


@job("outreach.settle", retry=_RETRY, due=every(minutes=5))
def settle() -> None:
    """Close the absences of which nothing is left."""
    if absences_open():
        settle_reschedules(actor=PROGRAM)


@job("outreach.remind", retry=_RETRY, due=every(minutes=30))
def remind_patients() -> None:
    """Queue the reminders that are due."""
    remind(actor=PROGRAM)
