"""Background work of requests to payers."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily
from medoffice.revenue.authorizations.actions.watch_authorizations import watch_authorizations
from medoffice.security.types import PROGRAM


@job("authorizations.watch", retry=Retry(5, first=timedelta(minutes=1)), due=daily("06:20"))
def watch() -> None:
    """Open work for payers that are silent and for approvals that end."""
    watch_authorizations(actor=PROGRAM)
