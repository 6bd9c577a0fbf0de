"""Close a request to a payer that nobody goes on with, or an approval that is no more."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.revenue.authorizations.actions.rows import held, stands
from medoffice.revenue.authorizations.rules.clocks import may_close
from medoffice.revenue.authorizations.types import State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.follow")
def close_authorization(*, actor: Actor, authorization_id: UUID, why: str, seen_version: int) -> None:
    """No more of it, and why. Raises NotFound, Conflict, Refusal for what is over, Invalid without a reason."""
    row = held(actor, authorization_id, "authorizations.follow", seen_version)
    if not may_close(State(row.state)):
        raise Refusal("closed-already", f"{row.number} is {row.state}.", "Nothing of it is open.")
    if not why.strip():
        raise Invalid("why-missing", "Say why.", "", {"fields": {"why": ["This is needed."]}})
    stands(actor, row, State.CLOSED, why)
    record("authorization", row.id, subjects=[row.patient_id])
