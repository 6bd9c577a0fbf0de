"""What a payment was posted without, because it could not be read, is posted from a copy of it that can be."""

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.claims.actions.posting import post_claims
from medoffice.revenue.claims.models import Decision, NotOurs, Remittance
from medoffice.revenue.claims.types import Choice
from medoffice.revenue.ledger.types import Account
from medoffice.security.types import Actor
from medoffice.standards.x12.types import Remit835


def waits_for_rest(posted: Remittance) -> bool:
    """Whether claims of a posted payment could not be read, and no copy of it has brought them yet."""
    return bool(_waiting(posted))


def post_rest(
    actor: Actor, posted: Remittance, row: Remittance, remit: Remit835, choices: tuple[Choice, ...] = ()
) -> Finding:
    """Post these claims from a copy, out of the money that waits for them. Raises Refusal unless it is to the cent."""
    waiting = _waiting(posted)
    meant = {(kept.theirs, kept.status) for kept in waiting}
    places = [at for at, decided in enumerate(remit.claims) if (decided.claim_id[:60], decided.status[:2]) in meant]
    held = Money.total(Money(kept.amount_cents) for kept in waiting)
    brought = Money.total(remit.claims[at].paid for at in places)
    if len(places) != len(waiting) or brought != held:
        words = f"It was posted without claims for which {held} waits; this copy has {brought} for them."
        raise Refusal("rest-differs", words, "Ask the payer what it decided, and return this copy.")
    post_claims(actor, row, remit, choices, places, Account.PAYER_RECOVERIES)
    for kept in waiting:
        finish_work_about(actor=actor, ref=Ref("not_ours", kept.id), outcome="posted from another file")
    words = "It was posted before without what could not be read; that was posted from here, and nothing twice."
    return Finding("rest-posted", f"payment {row.trace}", words, Severity.INFO)


def _waiting(posted: Remittance) -> list[NotOurs]:
    unread = list(posted.not_ours.filter(unread=True).order_by("id"))
    if not unread:
        return []
    copies = Remittance.objects.filter(
        payer_name=posted.payer_name, trace=posted.trace, date=posted.date, amount_cents=posted.amount_cents
    ).exclude(id=posted.id)
    return [] if Decision.objects.filter(remittance__in=copies).exists() else unread
