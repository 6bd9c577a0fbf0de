"""Let a time that was kept for somebody be free again."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.holds import end_hold
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.book")
def release_time(*, actor: Actor, hold_id: UUID) -> bool:
    """It is free at once; False if it was before."""
    record("hold", hold_id)
    return end_hold(hold_id)
