"""Bring money to the bank: the drawer, the checks, the card batch, or the payers' payments."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number
from medoffice.revenue.books.models import Deposit
from medoffice.revenue.claims.api import remittances_posted
from medoffice.revenue.ledger.api import balance, post
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.api import action, record
from medoffice.security.types import Actor

SOURCES = {
    "cash": Account.CASH_DRAWER,
    "checks": Account.UNDEPOSITED_CHECKS,
    "cards": Account.CARD_CLEARING,
    "eft": Account.EFT_CLEARING,
}


@action("books.deposit")
def make_deposit(*, actor: Actor, kind: str, on: date) -> UUID:
    """Deposit all that lies in one place. Raises Refusal if nothing does."""
    source = SOURCES.get(kind)
    amount = balance(source) if source else None
    if source is None or amount is None or amount.cents <= 0:
        raise Refusal("nothing-to-deposit", "There is nothing to deposit.", "")
    deposit_id, number = new_id(), next_number("D")
    lines = [Line(Account.BANK, debit=amount), Line(source, credit=amount)]
    entry_id = post(
        actor=actor, on=on, words=f"Deposit {number} ({kind})", cause=Ref("deposit", deposit_id), lines=lines
    )
    remits = _remittances(kind)
    Deposit.objects.create(
        id=deposit_id,
        number=number,
        kind=kind,
        date=on,
        amount_cents=amount.cents,
        items=len(remits) or 1,
        of=remits,
        entry_id=entry_id,
        made_at=clock.now(),
        made_by=actor.name,
    )
    record("deposit", deposit_id, cents=amount.cents)
    return deposit_id


def _remittances(kind: str) -> list[UUID]:
    """The payers' payments that go with this deposit: their checks with the checks, all others with the transfers."""
    if kind not in ("checks", "eft"):
        return []
    earlier = {item for of in Deposit.objects.filter(kind=kind).values_list("of", flat=True) for item in of}
    posted = [remit for remit in remittances_posted() if (remit.method == "CHK") == (kind == "checks")]
    return [remit.id for remit in posted if remit.id not in earlier]
