"""Background work of immunizations: the registry is told; a schedule that is old is somebody's work."""

from datetime import timedelta

from medoffice.clinic.immunizations.actions.send_reports import send_reports
from medoffice.clinic.immunizations.actions.tell_old import tell_old
from medoffice.clinic.immunizations.queries.doses import reports_due
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily, whenever
from medoffice.security.types import PROGRAM


@job("immunizations.send", retry=Retry(5, first=timedelta(minutes=1)), due=whenever(lambda: bool(reports_due())))
def send() -> None:
    """Tell what may be told; a door that is shut is tried again by its own times."""
    send_reports(actor=PROGRAM)


@job("immunizations.tell-old", retry=Retry(5, first=timedelta(minutes=1)), due=daily("05:45"))
def tell_it_is_old() -> None:
    """A release of the schedule that does not know the season of today is put before who takes in the next."""
    tell_old(actor=PROGRAM)
