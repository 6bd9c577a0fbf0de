"""Close a request to a payer that nobody goes on with."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.revenue.authorizations.actions.rows import held, stands
from medoffice.revenue.authorizations.types import State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.follow")
def close_authorization(*, actor: Actor, authorization_id: UUID, why: str) -> None:
    """No more of it, and why. Raises NotFound, Refusal for what is closed or allowed, Invalid without a reason."""
    row = held(actor, authorization_id, "authorizations.follow")
    if not State(row.state).open:
        raise Refusal("closed-already", f"{row.number} is {row.state}.", "Nothing of it is open.")
    if not why.strip():
        raise Invalid("why-missing", "Say why.", "", {"fields": {"why": ["This is needed."]}})
    stands(actor, row, State.CLOSED, why)
    record("authorization", row.id, subjects=[row.patient_id])
