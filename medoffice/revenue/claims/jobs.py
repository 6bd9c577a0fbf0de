"""Background work of claims: files go out and come in, and somebody asks where answers are missing."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily, every
from medoffice.revenue.claims.actions.chase_overdue import chase_overdue
from medoffice.revenue.claims.actions.fetch_files import fetch_files
from medoffice.revenue.claims.actions.send_claims import send_claims
from medoffice.revenue.claims.actions.transmit_files import transmit_files
from medoffice.security.types import PROGRAM

# The door may be shut over a weekend: about three days of tries.
_DOOR = Retry(72, first=timedelta(minutes=1))


@job("claims.send", retry=Retry(5, first=timedelta(minutes=5)), due=daily("19:00"))
def send() -> None:
    """Send in the evening what nobody sent during the day."""
    send_claims(actor=PROGRAM)


@job("claims.transmit", retry=_DOOR)
def transmit() -> None:
    """Hand written files to the clearinghouse; ``send_claims`` defers it."""
    transmit_files(actor=PROGRAM)


@job("claims.fetch", retry=_DOOR, due=every(minutes=1))
def fetch() -> None:
    """Take in what waits at the clearinghouse."""
    fetch_files(actor=PROGRAM)


@job("claims.chase", retry=Retry(5, first=timedelta(minutes=5)), due=daily("05:00"))
def chase() -> None:
    """Make work of claims nobody answered in time."""
    chase_overdue(actor=PROGRAM)
