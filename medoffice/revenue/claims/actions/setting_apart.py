"""Money of a payment that goes to no claim: what a person found not to be ours, and what cannot be read yet.

It lies with the payer recoveries, never with a patient, and a person settles it.
"""

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.revenue.claims.actions.provider_adjustments import Where
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, NotOurs, Remittance
from medoffice.revenue.claims.rules.unread import Later
from medoffice.revenue.ledger.api import post as post_entry
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import Actor
from medoffice.standards.x12.types import ClaimRemit


def set_apart(actor: Actor, row: Remittance, theirs: str, status: str, amount: Money, where: Where) -> None:
    """Keep what is not ours and put its money apart; where money moved, a person settles it with the payer."""
    kept = _keep(actor, row, theirs, status, amount)
    if not amount:
        return
    done = f"paid {amount}" if amount.cents > 0 else f"took back {-amount}"
    claim = kept.theirs or "(blank)"
    _move(actor, kept, amount, where, f"{row.payer_name}: claim {claim} in payment {row.trace} is not ours")
    open_work(
        actor=actor,
        kind="not-ours",
        title=f"{row.payer_name} {done} for claim {claim}, which is not ours (payment {row.trace})",
        ref=Ref("not_ours", kept.id),
        key=str(kept.id),
    )


def put_off(actor: Actor, row: Remittance, decided: ClaimRemit, part: Later, where: Where) -> None:
    """Keep a claim that cannot be posted as it was sent, its money apart until it can; a person asks the payer, also
    where there is no money: a denial may be in it.
    """
    kept = _keep(actor, row, decided.claim_id, decided.status, part.amount, unread=True)
    claim = kept.theirs or "(blank)"
    if part.amount:
        words = f"{row.payer_name}: claim {claim} in payment {row.trace} is posted once it can be read"
        _move(actor, kept, part.amount, where, words)
    for ours in Claim.objects.filter(number=decided.claim_id).exclude(number=""):
        tell(actor, ours, f"Payment {row.trace} decides on it and was posted without it: {part.why}", "warn")
    open_work(
        actor=actor,
        kind="remit-unread",
        title=f"Payment {row.trace} was posted without claim {claim} ({part.amount}): {part.why}"[:300],
        ref=Ref("not_ours", kept.id),
        priority=1,
        key=str(kept.id),
    )


def _keep(actor: Actor, row: Remittance, theirs: str, status: str, amount: Money, *, unread: bool = False) -> NotOurs:
    return NotOurs.objects.create(
        remittance=row,
        theirs=theirs.replace("\x00", "")[:60],
        status=status[:2],
        amount_cents=amount.cents,
        unread=unread,
        by=actor.name,
        at=clock.now(),
    )


def _move(actor: Actor, kept: NotOurs, amount: Money, where: Where, words: str) -> None:
    if amount.cents > 0:
        lines = [Line(where.into, debit=amount), Line(Account.PAYER_RECOVERIES, credit=amount)]
    else:
        lines = [Line(Account.PAYER_RECOVERIES, debit=-amount), Line(where.into, credit=-amount)]
    post_entry(actor=actor, on=where.on, words=words, cause=Ref("not_ours", kept.id), lines=lines)
