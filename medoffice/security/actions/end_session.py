"""End one of one's own sessions."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.security.acting import action, record
from medoffice.security.models import Session
from medoffice.security.types import Actor


@action("security.own_sessions")
def end_session(*, actor: Actor, session_id: UUID) -> None:
    """End one session of the actor's. Raises NotFound if it is nobody's or another person's."""
    if not Session.objects.filter(user_id=actor.id, number=session_id).delete()[0]:
        raise NotFound
    record("session", session_id)
