"""Note in the audit trail that the office's key was rotated."""

from medoffice.security.acting import action, record
from medoffice.security.types import Actor


@action("security.rotate_keys")
def note_rotation(*, actor: Actor, kid: int) -> None:
    """Say which key the office uses from now on; its link in the chain is made with that one."""
    record("keys", kid=kid, by=actor.name)
