"""Post a quarantined payment once what hindered it has been put right."""

from uuid import UUID

from django.db import transaction

from medoffice.kernel import files
from medoffice.kernel.findings import has_errors
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.claims.actions.posting import post
from medoffice.revenue.claims.actions.receiving_remits import payer_of
from medoffice.revenue.claims.models import Remittance
from medoffice.revenue.claims.types import FileState
from medoffice.revenue.ledger.api import balances
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.x12.api import balance_835, read_835


@action("remits.post")
def post_remittance(*, actor: Actor, remittance_id: UUID, dry_run: bool = False) -> list[tuple[str, Money]]:
    """Post a payment that is not posted yet; returns what each account moved by (debit positive).

    ``dry_run`` does all of it and takes it back. Raises Refusal if it is posted, out of balance or not all ours.
    """
    row = Remittance.objects.select_for_update(of=("self",)).select_related("file").filter(id=remittance_id).first()
    if row is None:
        raise NotFound
    if row.posted_at is not None or row.state == FileState.DUPLICATE:
        raise Refusal("remit-posted", f"Payment {row.trace} is posted.", "Look in the ledger.")
    remit = read_835(files.load(row.file.sha256))[0][row.place]
    wrong = [finding for finding in balance_835(remit) if has_errors([finding])]
    if wrong:
        raise Refusal("remit-unbalanced", wrong[0].words, "Ask the payer for a corrected file.")
    of = payer_of(remit)
    if of is None:
        raise Refusal("payer-unknown", f"The payer {remit.payer.name} is not in the office's list.", "Add it first.")
    before = {line.name: line.balance for line in balances()}
    with transaction.atomic():
        row.payer_id, row.payer_name = of.id, of.name
        row.save(update_fields=["payer", "payer_name"])
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
    record("remittance", row.id, dry_run=dry_run)
    return moved
