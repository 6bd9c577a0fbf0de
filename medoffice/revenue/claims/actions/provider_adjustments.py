"""Money a payer moves outside any claim (PLB): each to a named account, never to a patient (P9).

Interest is income, tax kept back is withheld, and everything else runs through payer recoveries: what the payer takes
back later, or carries forward, comes to nothing there once it has been taken.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.revenue.claims.models import ProviderAdjustment, Remittance
from medoffice.revenue.ledger.api import post as post_entry
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import Actor
from medoffice.standards.x12.types import ProviderAdjustment as Adjustment835

INTEREST, CARRIED = "L6", "FB"
ACCOUNTS = {INTEREST: Account.INTEREST_INCOME, "IR": Account.PAYER_WITHHOLDS}


@dataclass(frozen=True, slots=True)
class Where:
    """On which date a payment is posted, and where its money lies."""

    on: date
    into: Account


def post_provider_adjustment(actor: Actor, row: Remittance, adjustment: Adjustment835, where: Where) -> None:
    """Post it and see whether a person must look. A positive amount reduced the payment, so it is a credit there."""
    kept = ProviderAdjustment.objects.create(
        remittance=row,
        reason=adjustment.reason[:2],
        reference=adjustment.reference[:60],
        amount_cents=adjustment.amount.cents,
    )
    amount = adjustment.amount
    if not amount:
        return
    against = ACCOUNTS.get(kept.reason, Account.PAYER_RECOVERIES)
    if amount.cents > 0:
        lines = [Line(against, debit=amount), Line(where.into, credit=amount)]
    else:
        lines = [Line(where.into, debit=-amount), Line(against, credit=-amount)]
    words = f"{row.payer_name}: {kept.reason} {kept.reference}".strip()
    post_entry(actor=actor, on=where.on, words=words, cause=Ref("provider_adjustment", kept.id), lines=lines)
    if kept.reason != INTEREST:
        _watch(actor, row, kept)


def _watch(actor: Actor, row: Remittance, kept: ProviderAdjustment) -> None:
    """A person looks at what does not come to nothing; what a payer carries forward (FB) may wait for its return.

    Amounts belong together by payer, reason and reference; without a reference each stands alone.
    """
    together = ProviderAdjustment.objects.filter(
        remittance__payer_name=row.payer_name, reason=kept.reason, reference=kept.reference
    )
    if not kept.reference:
        together = together.filter(id=kept.id)
    left = Money(together.aggregate(all=Sum("amount_cents"))["all"] or 0)
    if not left or (left.cents < 0 and kept.reason == CARRIED):
        for earlier in together.values_list("id", flat=True):
            finish_work_about(actor=actor, ref=Ref("provider_adjustment", earlier), outcome="came to nothing")
        return
    amount = Money(kept.amount_cents)
    open_work(
        actor=actor,
        kind="payer-recovery",
        title=f"{row.payer_name} moved {amount} outside any claim ({kept.reason}) in payment {row.trace}",
        ref=Ref("provider_adjustment", kept.id),
        key=f"{row.payer_id} {kept.reason} {kept.reference}" if kept.reference else str(kept.id),
    )
