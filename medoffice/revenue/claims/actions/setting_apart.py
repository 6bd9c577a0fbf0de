"""Money that a person found not to be this office's: owed back to the payer, or claimed from it; never a patient's."""

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.revenue.claims.actions.provider_adjustments import Where
from medoffice.revenue.claims.models import NotOurs, Remittance
from medoffice.revenue.ledger.api import post as post_entry
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import Actor


def set_apart(actor: Actor, row: Remittance, theirs: str, status: str, amount: Money, where: Where) -> None:
    """Keep it and put its money with the payer recoveries; where money moved, a person settles it with the payer."""
    kept = NotOurs.objects.create(
        remittance=row,
        theirs=theirs.replace("\x00", "")[:60],
        status=status[:2],
        amount_cents=amount.cents,
        by=actor.name,
        at=clock.now(),
    )
    if not amount:
        return
    if amount.cents > 0:
        lines = [Line(where.into, debit=amount), Line(Account.PAYER_RECOVERIES, credit=amount)]
        done = f"paid {amount}"
    else:
        lines = [Line(Account.PAYER_RECOVERIES, debit=-amount), Line(where.into, credit=-amount)]
        done = f"took back {-amount}"
    cause, claim = Ref("not_ours", kept.id), kept.theirs or "(blank)"
    words = f"{row.payer_name}: claim {claim} in payment {row.trace} is not ours"
    post_entry(actor=actor, on=where.on, words=words, cause=cause, lines=lines)
    open_work(
        actor=actor,
        kind="not-ours",
        title=f"{row.payer_name} {done} for claim {claim}, which is not ours (payment {row.trace})",
        ref=cause,
        key=str(kept.id),
    )
