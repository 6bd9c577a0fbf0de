"""Take a payer's decision back: the mirror of exactly what was posted for it."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions.post_payer_decision import post_payer_decision
from medoffice.revenue.billing.queries.events import events_for
from medoffice.revenue.billing.types import AccountEvent, EventKind, PayerLine
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("accounts.post")
def take_back_decision(
    *,
    actor: Actor,
    on: date,
    decision: Ref,
    cause: Ref,
    payer_id: UUID,
    words: str,
    into: Account = Account.EFT_CLEARING,
) -> UUID | None:
    """Post the opposite of what ``decision`` had moved, so that the two are zero on every account; the patient's own

    money that was put on it is held for them again. Returns the entry, or None if the decision had moved nothing.
    """
    by_charge: dict[UUID, list[AccountEvent]] = defaultdict(list)
    for event in events_for(decision):
        if event.charge_id is not None and event.kind is not EventKind.CREDIT_APPLIED:
            by_charge[event.charge_id].append(event)
    lines = [_mirror(charge_id, events) for charge_id, events in by_charge.items()]
    return post_payer_decision(actor=actor, on=on, lines=lines, cause=cause, payer_id=payer_id, words=words, into=into)


def _mirror(charge_id: UUID, events: list[AccountEvent]) -> PayerLine:
    def moved(kind: EventKind) -> Money:
        return Money.total(event.insurance for event in events if event.kind is kind)

    shares = tuple((reason, -amount) for event in events for reason, amount in event.shares)
    return PayerLine(
        charge_id,
        paid=moved(EventKind.PAYER_PAYMENT),
        contractual=moved(EventKind.CONTRACTUAL),
        other=moved(EventKind.ADJUSTMENT),
        withheld=moved(EventKind.WITHHOLD),
        patient=moved(EventKind.TRANSFER),
        words="taken back",
        shares=shares,
    )
