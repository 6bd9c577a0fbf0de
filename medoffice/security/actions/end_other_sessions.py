"""End all of one's own sessions but the one that asks."""

from medoffice.security.acting import action, record
from medoffice.security.models import Session
from medoffice.security.types import Actor


@action("security.own_sessions")
def end_other_sessions(*, actor: Actor, here: str) -> int:
    """End every session of the actor's except the one with this key; returns how many."""
    ended = int(Session.objects.filter(user_id=actor.id).exclude(session_key=here).delete()[0])
    record("user", actor.id, sessions=ended)
    return ended
