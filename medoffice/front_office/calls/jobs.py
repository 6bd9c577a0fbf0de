"""Background work of the telephone: what rang and was not taken."""

from datetime import timedelta

from medoffice.front_office.calls.actions.miss_rings import miss_rings
from medoffice.front_office.calls.queries.door import unanswered
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import whenever
from medoffice.security.types import PROGRAM


@job("calls.missed", retry=Retry(5, first=timedelta(minutes=1)), due=whenever(lambda: bool(unanswered())))
def missed() -> None:
    """Whoever rang and was not taken is called back."""
    miss_rings(actor=PROGRAM)
