"""Background work of coverage: questions to payers that were not answered are asked again."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import every
from medoffice.records.coverage.actions.keep_asking import keep_asking
from medoffice.security.types import PROGRAM


@job("coverage.ask", retry=Retry(5, first=timedelta(minutes=5)), due=every(minutes=5))
def ask() -> None:
    """Ask again what waits; nothing is done, and nobody called, while nothing does."""
    keep_asking(actor=PROGRAM)
