"""Background work of code lists."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily
from medoffice.revenue.code_lists.actions.tell_endings import tell_endings
from medoffice.security.types import PROGRAM


@job("code-lists.tell-endings", retry=Retry(5, first=timedelta(minutes=1)), due=daily("05:40"))
def tell_them() -> None:
    """What ends soon is somebody's work; a licence that is over leaves no text behind."""
    tell_endings(actor=PROGRAM)
