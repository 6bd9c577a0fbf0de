"""What of a payment can be posted though something in it cannot be read, or does not add up: pure.

A payment posts by itself only when all of it is read and balances. Otherwise a person may post it without the claims at
fault, as long as what the payment holds for these is known: the rest adds up, and what is left is theirs.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medoffice.kernel.findings import Finding, has_errors
from medoffice.kernel.money import Money
from medoffice.revenue.claims.rules.payments import check_names, check_payment
from medoffice.standards.x12.api import balance_claim
from medoffice.standards.x12.types import Advice835, ClaimRemit, Remit835

# What is wrong with the form of a file whose content adds up all the same: a person may trust it.
_FORM = frozenset({"x12.se-count", "x12.se-control", "x12.st-repeated", "x12.guide-differs", "x12.bad-day"})


@dataclass(frozen=True, slots=True)
class Later:
    """A claim of a payment that cannot be posted as it was sent: why, and what the payment holds for it."""

    place: int
    why: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Judged:
    """A payment with what stands against it: what nobody can post it with, what a person may, its claims at fault."""

    remit: Remit835
    hopeless: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()
    later: tuple[Later, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether it may be posted by itself."""
        return not (self.hopeless or self.doubts or self.later)

    @property
    def words(self) -> str:
        """Why it can never be posted as it was sent; blank if a person can post it."""
        return self.hopeless[0].words if self.hopeless else ""


def judge(advice: Advice835, around: Sequence[Finding], today: date) -> Judged:
    """What stands against a payment: what nobody can post it with, what a person may, and its claims at fault.

    ``around`` is what is wrong with the file it stands in.
    """
    remit, faults = advice.remit, _faults(advice)
    outside = _errors(advice.findings)
    doubts = [*_errors(around), *(found for found in outside if found.code in _FORM)]
    hopeless = [found for found in outside if found.code not in _FORM]
    if not faults:
        return Judged(remit, (*hopeless, *_errors(check_payment(remit, today))), tuple(doubts), ())
    hopeless += [*(found for found in outside if found.code in _FORM), *_errors(check_names(remit, today))]
    later = _later(remit, faults)
    if later is None:
        hopeless += [next(iter(faults.values()))[0], _unproven(remit, faults)]
    return Judged(remit, tuple(hopeless), tuple(doubts), later or ())


def is_copy(posted: Judged, again: Remit835) -> bool:
    """Whether a payment of the same number, date and sum decides the same claims alike; of a claim that could not be
    read when it was posted only the number and status are known.
    """
    unread = {part.place for part in posted.later}
    known = Counter(_decided(claim) for place, claim in enumerate(posted.remit.claims) if place not in unread)
    now = Counter(map(_decided, again.claims))
    rest = Counter((number, status) for number, status, _ in (now - known).elements())
    lacking = Counter(_decided(posted.remit.claims[place])[:2] for place in unread)
    return not known - now and rest == lacking


def _decided(claim: ClaimRemit) -> tuple[str, str, int]:
    return claim.claim_id, claim.status, claim.paid.cents


def _errors(found: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in found if has_errors([finding])]


def _faults(advice: Advice835) -> dict[int, list[Finding]]:
    """What is wrong with each claim of which something is."""
    unread = {place: _errors(found) for place, found in advice.in_claims}
    faults = {}
    for place, claim in enumerate(advice.remit.claims):
        found = [*unread.get(place, ()), *_errors(list(balance_claim(claim)))]
        if found:
            faults[place] = found
    return faults


def _later(remit: Remit835, faults: dict[int, list[Finding]]) -> tuple[Later, ...] | None:
    """The claims at fault with what the payment holds for each; None if that cannot be told.

    What is left when all else is taken off is known; whose it is, as long as at most one of them does not say its own.
    """
    others = sum(claim.paid.cents for place, claim in enumerate(remit.claims) if place not in faults)
    left = remit.amount.cents + sum(moved.amount.cents for moved in remit.adjustments) - others
    silent = [place for place, found in faults.items() if any(map(_hides_payment, found))]
    said = sum(remit.claims[place].paid.cents for place in faults if place not in silent)
    if len(silent) > 1 or (not silent and said != left):
        return None
    later = tuple(
        Later(place, found[0].words, Money(left - said) if place in silent else remit.claims[place].paid)
        for place, found in faults.items()
    )
    return later if all(_fits(remit.claims[one.place], one.amount) for one in later) else None


def _hides_payment(found: Finding) -> bool:
    """Whether what is wrong with a claim is that its payment cannot be read (it is zero then, which says nothing)."""
    return found.code == "x12.bad-amount" and found.where.endswith("CLP04")


def _fits(claim: ClaimRemit, amount: Money) -> bool:
    """A reversal takes back, anything else pays."""
    return amount.cents <= 0 if claim.is_reversal else amount.cents >= 0 or claim.charge.cents < 0


def _unproven(remit: Remit835, faults: dict[int, list[Finding]]) -> Finding:
    words = f"It cannot be told what the payment of {remit.amount} holds for the claims that are at fault."
    return Finding("payment-unproven", f"payment {remit.trace or '?'}, {len(faults)} claims", words)
