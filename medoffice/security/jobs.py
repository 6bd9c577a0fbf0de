"""Background work of security: events are sealed as soon as their transactions are over; what is over goes at night."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import daily, whenever
from medoffice.security import sessions, throttle
from medoffice.security.audit import seal, waits_for_seal


@job("security.seal", retry=Retry(10, first=timedelta(seconds=5)), due=whenever(waits_for_seal))
def seal_events() -> None:
    """Give new audit events their place in the chain."""
    seal()


@job("security.clear", retry=Retry(3, first=timedelta(minutes=1)), due=daily("02:45"))
def clear() -> None:
    """Take out sessions that are over and wrong tries that no longer count."""
    sessions.forget_old()
    throttle.forget_old()
