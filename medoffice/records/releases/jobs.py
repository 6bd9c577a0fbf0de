"""Background work of releases."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily
from medoffice.records.releases.actions.watch_requests import watch_requests
from medoffice.security.types import PROGRAM


@job("releases.watch", retry=Retry(5, first=timedelta(minutes=1)), due=daily("06:20"))
def watch() -> None:
    """Open work for what is due soon or overdue."""
    watch_requests(actor=PROGRAM)
