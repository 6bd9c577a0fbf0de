"""Post a quarantined payment once what hindered it has been put right."""

from uuid import UUID

from django.db import transaction

from medoffice.kernel import clock, files
from medoffice.kernel.findings import has_errors
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.claims.actions.posting import post
from medoffice.revenue.claims.actions.receiving_remits import payer_of, posted_before, settle_copies
from medoffice.revenue.claims.models import Remittance
from medoffice.revenue.claims.rules.payments import check_payment
from medoffice.revenue.claims.types import FileState
from medoffice.revenue.ledger.api import balances
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.x12.api import read_835
from medoffice.standards.x12.types import Remit835


@action("remits.post")
def post_remittance(*, actor: Actor, remittance_id: UUID, dry_run: bool = False) -> list[tuple[str, Money]]:
    """Post a payment that is not posted yet; returns what each account moved by (debit positive).

    ``dry_run`` does all of it and takes it back. Raises Refusal if it is posted, out of balance or not all ours.
    """
    row = Remittance.objects.select_for_update(of=("self",)).select_related("file").filter(id=remittance_id).first()
    if row is None:
        raise NotFound
    remit = _postable(row)
    before = {line.name: line.balance for line in balances()}
    with transaction.atomic():
        post(actor, row, remit)
        moved = [
            (line.name, line.balance - before.get(line.name, Money()))
            for line in balances()
            if line.balance != before.get(line.name, Money())
        ]
        if dry_run:
            transaction.set_rollback(True)
    if not dry_run:
        finish_work_about(actor=actor, ref=Ref("remittance", row.id), outcome="posted")
        settle_copies(actor, row)
    record("remittance", row.id, dry_run=dry_run)
    return moved


def _postable(row: Remittance) -> Remit835:
    """The payment as it was sent, if nothing stands against it now; its payer may have become known meanwhile."""
    remits, findings = read_835(files.load(row.file.sha256))
    remit = remits[row.place]
    of = payer_of(remit)
    if of is not None:
        row.payer_id, row.payer_name = of.id, of.name
    if row.posted_at is not None or row.state == FileState.DUPLICATE or posted_before(row):
        raise Refusal("remit-posted", f"Payment {row.trace} is posted.", "Look in the ledger.")
    wrong = [finding for finding in (*findings, *check_payment(remit, clock.now().date())) if has_errors([finding])]
    if wrong:
        raise Refusal("remit-unbalanced", wrong[0].words, "Ask the payer for a corrected file.")
    if of is None:
        raise Refusal("payer-unknown", f"The payer {row.payer_name} is not in the office's list.", "Add it first.")
    row.save(update_fields=["payer", "payer_name"])
    return remit
