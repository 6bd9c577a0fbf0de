"""Background work of orders: they go out, and what is not answered is told."""

from datetime import timedelta

from medoffice.clinic.orders.actions.send_requisitions import send_requisitions
from medoffice.clinic.orders.actions.tell_silent import tell_silent
from medoffice.clinic.orders.queries.labs import due_to_go, silent
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import whenever
from medoffice.security.types import PROGRAM

_RETRY = Retry(5, first=timedelta(minutes=1))


@job("orders.send", retry=_RETRY, due=whenever(lambda: bool(due_to_go())))
def send() -> None:
    """Send what may go; a laboratory that does not answer is tried again by its own times."""
    send_requisitions(actor=PROGRAM)


@job("orders.silent", retry=_RETRY, due=whenever(lambda: bool(silent())))
def tell() -> None:
    """Tell of what has no result in its time."""
    tell_silent(actor=PROGRAM)
