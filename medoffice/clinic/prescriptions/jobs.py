"""Background work of prescriptions."""

from datetime import timedelta

from medoffice.clinic.prescriptions.actions.hand_over_wire import hand_over_wire
from medoffice.clinic.prescriptions.actions.hear_wire import hear_wire
from medoffice.clinic.prescriptions.actions.tell_silence import tell_silence
from medoffice.clinic.prescriptions.actions.try_checker import try_checker
from medoffice.clinic.prescriptions.queries.wire import due_to_go, unanswered
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily, every, whenever
from medoffice.security.types import PROGRAM

_RETRY = Retry(5, first=timedelta(minutes=1))


@job("prescriptions.try-checker", retry=Retry(5, first=timedelta(minutes=1)), due=daily("05:30"))
def try_it() -> None:
    """The checker finds what it must find, or every page says that it does not."""
    try_checker(actor=PROGRAM)


@job("prescriptions.hand-over", retry=_RETRY, due=whenever(lambda: bool(due_to_go())))
def hand_over() -> None:
    """Hand to the wire what may go now; while it fails, everything waits."""
    hand_over_wire(actor=PROGRAM)


@job("prescriptions.hear", retry=_RETRY, due=every(minutes=1))
def hear() -> None:
    """Take in what pharmacies say by wire."""
    hear_wire(actor=PROGRAM)


@job("prescriptions.silence", retry=_RETRY, due=whenever(lambda: bool(unanswered())))
def silence() -> None:
    """Tell of what no pharmacy answered in its time."""
    tell_silence(actor=PROGRAM)
