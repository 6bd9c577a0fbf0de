"""Background work of patient identity: once a night the whole register is compared."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily
from medoffice.records.patients.actions.find_duplicates import find_duplicates
from medoffice.security.types import PROGRAM


@job("patients.duplicates", retry=Retry(3, first=timedelta(minutes=10)), due=daily("02:30"))
def duplicates() -> None:
    """Find who may be registered twice; a second run finds the same."""
    find_duplicates(actor=PROGRAM)
