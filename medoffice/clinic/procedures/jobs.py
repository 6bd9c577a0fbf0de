"""Background work of procedures: an observation that nobody ended in time is told."""

from datetime import timedelta

from medoffice.clinic.procedures.actions.tell_late import tell_late
from medoffice.clinic.procedures.queries import late_now
from medoffice.kernel import clock
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import whenever
from medoffice.security.types import PROGRAM


@job(
    "procedures.late", retry=Retry(5, first=timedelta(minutes=1)), due=whenever(lambda: bool(late_now(clock.now())))
)  # fmt: skip
def tell() -> None:
    """Make work of what is late."""
    tell_late(actor=PROGRAM)
