"""Take back what was said about a claim of a payment that is not posted yet."""

from uuid import UUID

from medoffice.revenue.claims.actions.saying import refuse_closed, refuse_stale, set_aside, touch
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("remits.post")
def ask_again(*, actor: Actor, remittance_id: UUID, seen_version: int, claim: int) -> None:
    """Forget all that was said about one claim of the payment, so that it is asked anew; nothing said is fine."""
    row = set_aside(remittance_id)
    refuse_closed(row)
    said = row.choices.filter(claim_place=claim)
    if not said.exists():
        return
    refuse_stale(row, seen_version)
    said.delete()
    touch(actor, row)
    record("remittance", row.id, again=claim + 1)
