"""End everything somebody has open."""

from uuid import UUID

from medoffice.security.acting import action, record
from medoffice.security.actions.accounts import account
from medoffice.security.models import Session
from medoffice.security.types import Actor


@action("security.manage_users")
def end_sessions_of(*, actor: Actor, user_id: UUID) -> int:
    """End all sessions of an account; returns how many. Raises NotFound, and Refusal for an owner's account."""
    user = account(user_id, actor)
    ended = int(Session.objects.filter(user=user).delete()[0])
    record("user", user.id, did="signed out everywhere", sessions=ended)
    return ended
