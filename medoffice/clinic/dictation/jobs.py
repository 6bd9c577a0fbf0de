"""Background work of dictation."""

from datetime import timedelta

from medoffice.clinic.dictation.actions.copy_waiting import copy_waiting
from medoffice.clinic.dictation.actions.destroy_recordings import destroy_recordings
from medoffice.clinic.dictation.actions.draft_waiting import draft_waiting
from medoffice.clinic.dictation.actions.hear_tries import hear_tries
from medoffice.clinic.dictation.actions.mind_takes import mind_takes
from medoffice.clinic.dictation.actions.remind_authors import remind_authors
from medoffice.clinic.dictation.actions.take_loose import fetch_loose
from medoffice.clinic.dictation.queries.board import somebody_to_remind
from medoffice.clinic.dictation.queries.drafts import unheard
from medoffice.clinic.dictation.queries.playing import uncopied
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily, every, whenever
from medoffice.security.types import PROGRAM


@job("dictation.destroy", retry=Retry(5, first=timedelta(minutes=1)), due=daily("03:50"))
def destroy() -> None:
    """Destroy recordings whose time is over."""
    destroy_recordings(actor=PROGRAM)


@job("dictation.mind", retry=Retry(5, first=timedelta(minutes=1)), due=daily("04:05"))
def mind() -> None:
    """Look after recordings that nobody sends."""
    mind_takes(actor=PROGRAM)


@job("dictation.draft", retry=Retry(3, first=timedelta(minutes=1)), due=whenever(unheard))
def draft() -> None:
    """Have the office's recogniser hear what waits."""
    draft_waiting(actor=PROGRAM)


@job("dictation.copy", retry=Retry(3, first=timedelta(minutes=1)), due=whenever(uncopied))
def copy() -> None:
    """Make the copies that are played, of recordings that browsers do not play well."""
    copy_waiting(actor=PROGRAM)


@job("dictation.try", retry=Retry(3, first=timedelta(minutes=1)))
def try_it() -> None:
    """Have the recogniser hear what it is tried with."""
    hear_tries(actor=PROGRAM)


@job("dictation.fetch", retry=Retry(10, first=timedelta(seconds=10)), due=every(minutes=1))
def fetch() -> None:
    """Take in the recordings that have come to the doors."""
    fetch_loose(actor=PROGRAM)


@job("dictation.remind", retry=Retry(3, first=timedelta(minutes=1)), due=whenever(somebody_to_remind))
def remind() -> None:
    """Remind authors of what waits for their signature."""
    remind_authors(actor=PROGRAM)
