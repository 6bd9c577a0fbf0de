"""Background work of documents: what came is looked into and read."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import every, whenever
from medoffice.records.documents.actions.fetch import fetch_all
from medoffice.records.documents.actions.look_into import look_into_new
from medoffice.records.documents.actions.read_papers import read_waiting
from medoffice.records.documents.queries.documents import new_files, unread_files
from medoffice.security.types import PROGRAM

_RETRY = Retry(10, first=timedelta(seconds=10))


@job("documents.fetch", retry=_RETRY, due=every(minutes=1))
def fetch() -> None:
    """Take in what has come to the doors."""
    fetch_all(actor=PROGRAM)


@job("documents.look", retry=_RETRY, due=whenever(new_files))
def look() -> None:
    """Look into what nobody has looked into yet."""
    look_into_new(actor=PROGRAM)


@job("documents.read", retry=_RETRY, due=whenever(unread_files))
def read() -> None:
    """Read some pages of what was taken."""
    read_waiting(actor=PROGRAM)
