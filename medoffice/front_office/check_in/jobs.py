"""Background work of arrival: payers are asked about coming visits."""

from datetime import timedelta

from medoffice.front_office.check_in.actions.ask_for_visits import ask_ahead
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import every
from medoffice.security.types import PROGRAM


@job("check_in.ask_ahead", retry=Retry(5, first=timedelta(minutes=5)), due=every(minutes=15))
def ask() -> None:
    """Ask about the visits of today and three days ahead that nobody asked about."""
    ask_ahead(actor=PROGRAM)
