"""Background work of referrals."""

from datetime import timedelta

from medoffice.front_office.referrals.actions.watch_referrals import watch_referrals
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily
from medoffice.security.types import PROGRAM


@job("referrals.watch", retry=Retry(5, first=timedelta(minutes=1)), due=daily("06:15"))
def watch() -> None:
    """Open work for what is overdue."""
    watch_referrals(actor=PROGRAM)
