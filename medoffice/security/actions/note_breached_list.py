"""Note in a world's audit trail that the office knows another list of stolen passwords from now on."""

from medoffice.security.acting import action, record
from medoffice.security.types import Actor


@action("security.breached_list")
def note_breached_list(*, actor: Actor, count: int) -> None:
    """The list itself was taken in by ``keep_breached_list``, once for all worlds; ``count`` is how many it holds."""
    record("breached-list", count=count, by=actor.name)
