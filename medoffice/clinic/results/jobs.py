"""Background work of results: messages are filed, papers inside of them as well."""

from datetime import timedelta

from medoffice.clinic.results.actions.end_booked import end_booked
from medoffice.clinic.results.actions.fetch import fetch_all
from medoffice.clinic.results.actions.file_papers import file_papers
from medoffice.clinic.results.actions.file_waiting import file_waiting
from medoffice.clinic.results.actions.raise_critical import raise_unseen
from medoffice.clinic.results.actions.tell_quiet import tell_quiet
from medoffice.clinic.results.queries.entries import unseen_critical
from medoffice.clinic.results.queries.messages import unfiled
from medoffice.clinic.results.queries.papers import papers_waiting
from medoffice.clinic.results.queries.returning import booked_returns
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import every, whenever
from medoffice.security.types import PROGRAM

_RETRY = Retry(5, first=timedelta(minutes=1))


@job("results.file", retry=_RETRY, due=whenever(unfiled))
def file() -> None:
    """File what came."""
    file_waiting(actor=PROGRAM)


@job("results.papers", retry=_RETRY, due=whenever(lambda: bool(papers_waiting())))
def papers() -> None:
    """File the papers that came with it."""
    file_papers(actor=PROGRAM)


@job("results.raise", retry=_RETRY, due=whenever(lambda: bool(unseen_critical())))
def raise_critical() -> None:
    """Tell the leaders of critical results that nobody has taken up in time."""
    raise_unseen(actor=PROGRAM)


@job("results.fetch", retry=_RETRY, due=every(minutes=1))
def fetch() -> None:
    """Fetch what waits elsewhere."""
    fetch_all(actor=PROGRAM)


@job("results.quiet", retry=_RETRY, due=every(minutes=10))
def quiet() -> None:
    """Tell of laboratories that have gone silent."""
    tell_quiet(actor=PROGRAM)


@job("results.booked", retry=_RETRY, due=whenever(lambda: bool(booked_returns())))
def booked() -> None:
    """End the work of booking what is booked."""
    end_booked(actor=PROGRAM)
