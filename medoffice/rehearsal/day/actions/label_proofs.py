"""The proofs at the end of a day that labels held: for the claims that went, and for the glass that was broken."""

from collections.abc import Sequence
from datetime import date

from medoffice.records.encounters.api import encounters_on
from medoffice.rehearsal.day.actions.confidential import WHY
from medoffice.revenue.books.types import Proof
from medoffice.revenue.claims.api import claims_of
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.api import accesses_of, kept, labelled
from medoffice.security.types import PROGRAM

STAYED = (ClaimState.READY, ClaimState.HELD, ClaimState.REPLACED)


def label_proofs(on: date, opened: Sequence[bool]) -> list[Proof]:
    """``opened``: whether the record was open to the assistant before, under and after the glass."""
    return [_claims(on), _glass(on, opened)]


def _claims(on: date) -> Proof:
    """No payer was told of a visit that the patient, or the law, keeps from them."""
    visits = [visit.id for visit in encounters_on(None, on)]
    under = {pair for label in WHY for pair in labelled(visits, label)}
    told = {pair for pair in under if any(claim.state not in STAYED for claim in claims_of(pair[1]))}
    against = kept(PROGRAM, "claims.send", under)
    words = f"{len(under)} confidential: {len(told)} went with consent, {len(under - told)} told to no payer"
    says = "No payer was told of a visit that is kept from them"
    return Proof("labels", says, not told & against.keys(), words)


def _glass(on: date, opened: Sequence[bool]) -> Proof:
    """Closed, open while the glass was broken, closed again; and every emergency was reviewed."""
    people = {visit.patient_id for visit in encounters_on(None, on)}
    broken = [access for who in sorted(people) for access in accesses_of(who) if access.emergency]
    reviewed = [access for access in broken if access.outcome]
    words = f"{len(broken)} broken, {sum(access.seen for access in broken)} looks under it, {len(reviewed)} reviewed"
    right = list(opened) == [False, True, False] * len(broken) and reviewed == broken
    return Proof("glass", "The glass opened for its time only, and each was reviewed", right, words)
