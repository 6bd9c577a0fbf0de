"""Return a payment that cannot be posted to the payer: closed with a reason, so that nobody waits for it here."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.claims.actions.asking import ask
from medoffice.revenue.claims.actions.receiving_remits import read_again, settle_file
from medoffice.revenue.claims.actions.saying import choices_of, refuse_closed, refuse_stale, set_aside, touch
from medoffice.revenue.claims.types import FileState
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("remits.post")
def return_remittance(*, actor: Actor, remittance_id: UUID, seen_version: int, why: str) -> None:
    """Close a payment that does not add up, is not read whole, names no payer of ours, cannot be placed, or is posted
    from another file. Nothing of it is posted; a corrected file is a payment of its own. Raises Refusal if it could be
    posted: its money is in the bank.
    """
    row = set_aside(remittance_id)
    refuse_closed(row)
    refuse_stale(row, seen_version)
    if not why.strip():
        raise Invalid("reason-missing", "Say why it is returned.", "", {"fields": {"why": ["Say why it is returned."]}})
    asked = ask(actor, row, read_again(row), choices_of(row))
    if not asked.returnable:
        raise Refusal(
            "remit-postable",
            f"Payment {row.trace} adds up, and its money has come.",
            "Say which claims are meant, or that they are not ours, and post it.",
        )
    row.state, row.returned_why = FileState.RETURNED, why.strip()[:200]
    row.save(update_fields=["state", "returned_why"])
    touch(actor, row)
    finish_work_about(actor=actor, ref=Ref("remittance", row.id), outcome=f"returned to the payer: {why.strip()}")
    settle_file(row.file)
    record("remittance", row.id)
