"""Background work of upkeep: what was not logged by its time is told."""

from datetime import timedelta

from medoffice.clinic.upkeep.actions.tell_missed import tell_missed
from medoffice.clinic.upkeep.queries import missed_now
from medoffice.kernel import clock
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import whenever
from medoffice.security.types import PROGRAM


@job(
    "upkeep.missed", retry=Retry(5, first=timedelta(minutes=1)), due=whenever(lambda: bool(missed_now(clock.now())))
)  # fmt: skip
def tell() -> None:
    """Make work of what was missed."""
    tell_missed(actor=PROGRAM)
