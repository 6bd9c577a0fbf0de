"""Post a quarantined payment once what hindered it has been put right."""

from uuid import UUID

from django.db import transaction

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.claims.actions.posting import post
from medoffice.revenue.claims.actions.posting_rest import post_rest, waits_for_rest
from medoffice.revenue.claims.actions.receiving_remits import (
    posted_before,
    read_again,
    refuse_unlike,
    set_state,
    settle_copies,
)
from medoffice.revenue.claims.actions.saying import (
    choices_of,
    in_short,
    refuse_closed,
    refuse_stale,
    set_aside,
    touch,
)
from medoffice.revenue.claims.models import Remittance
from medoffice.revenue.claims.rules.unread import Judged, is_copy
from medoffice.revenue.claims.types import FileState
from medoffice.revenue.ledger.api import balances
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("remits.post")
def post_remittance(
    *, actor: Actor, remittance_id: UUID, seen_version: int | None = None, dry_run: bool = False
) -> list[tuple[str, Money]]:
    """Post a payment that is not posted yet, with what was said about it; returns what each account moved by (debit
    positive). A copy of a payment posted without claims that could not be read posts these and nothing else.

    ``dry_run`` does all of it and takes it back. Raises Refusal if it is posted, out of balance or not all ours, or if
    somebody said something else about it after the version that was seen.
    """
    row = set_aside(remittance_id)
    judged = _postable(row, seen_version)
    choices, posted = choices_of(row), posted_before(row)
    before = {line.name: line.balance for line in balances()}
    with transaction.atomic():
        if posted is not None:
            refuse_unlike(row, is_copy(read_again(posted), judged.remit))
            set_state(row, FileState.DUPLICATE, [post_rest(actor, posted, row, judged.remit, choices)])
        else:
            post(actor, row, judged.remit, choices, judged.later)
        moved = [
            (line.name, line.balance - before.get(line.name, Money()))
            for line in balances()
            if line.balance != before.get(line.name, Money())
        ]
        if dry_run:
            transaction.set_rollback(True)
    if not dry_run:
        touch(actor, row)
        finish_work_about(actor=actor, ref=Ref("remittance", row.id), outcome="posted")
        settle_copies(actor, posted or row)
    doubts = [found.code for found in judged.doubts]
    record("remittance", row.id, dry_run=dry_run, said=[in_short(choice) for choice in choices], despite=doubts)
    return moved


def _postable(row: Remittance, seen_version: int | None) -> Judged:
    """The payment as it was sent, if nothing stands against it now that a person cannot answer for; its payer may have
    become known meanwhile.
    """
    judged = read_again(row)
    refuse_closed(row)
    posted = posted_before(row)
    if posted is not None and (not judged.clear or not waits_for_rest(posted)):
        raise Refusal("remit-posted", f"Payment {row.trace} is posted from another file.", "Look in the ledger.")
    refuse_stale(row, seen_version)
    if judged.hopeless:
        raise Refusal(_code(judged.hopeless[0].code), judged.words, "Ask the payer for a corrected file.")
    row.save(update_fields=["payer", "payer_name"])
    return judged


def _code(found: str) -> str:
    return found if found == "payer-unknown" else "remit-unbalanced"
