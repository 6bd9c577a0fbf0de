"""Open the record of a known person, or of somebody who works here, with a reason."""

from uuid import UUID

from medoffice.security.acting import action
from medoffice.security.actions.opening import begin
from medoffice.security.types import Actor, Reason


@action("security.open_record")
def open_record(*, actor: Actor, subject: UUID, code: Reason, why: str) -> UUID:
    """Open it for an hour. Raises NotFound where nothing opens with a reason, Invalid without one."""
    return begin(actor, "security.open_record", subject, code, why, emergency=False)
