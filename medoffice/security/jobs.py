"""Background work of security: events are sealed as soon as their transactions are over."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import whenever
from medoffice.security.audit import seal, waits_for_seal


@job("security.seal", retry=Retry(10, first=timedelta(seconds=5)), due=whenever(waits_for_seal))
def seal_events() -> None:
    """Give new audit events their place in the chain."""
    seal()
