"""Background work of prescriptions."""

from datetime import timedelta

from medoffice.clinic.prescriptions.actions.try_checker import try_checker
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily
from medoffice.security.types import PROGRAM


@job("prescriptions.try-checker", retry=Retry(5, first=timedelta(minutes=1)), due=daily("05:30"))
def try_it() -> None:
    """The checker finds what it must find, or every page says that it does not."""
    try_checker(actor=PROGRAM)
