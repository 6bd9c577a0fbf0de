"""For a payment that names a claim that is not ours: which of ours it may mean, for the person who looks."""

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money
from medoffice.records.patients.api import patients_by_id
from medoffice.revenue.claims.actions.content import under_of
from medoffice.revenue.claims.models import Claim, Remittance
from medoffice.revenue.claims.rules.candidates import Candidate, agreeing, candidates
from medoffice.revenue.claims.rules.case_content import carried_number
from medoffice.standards.x12.types import ClaimRemit, Remit835

LOOKED_AT = 200


def candidates_for(row: Remittance, remit: Remit835) -> list[Finding]:
    """Candidates for every claim of the payment whose number is not ours; none while its payer is unknown."""
    if row.payer_id is None:
        return []
    return [
        finding
        for decided in remit.claims
        if not decided.claim_id or not Claim.objects.filter(number=decided.claim_id).exists()
        for finding in candidates(decided, _like(row, decided))
    ]


def like(row: Remittance, decided: ClaimRemit) -> list[tuple[Candidate, list[str]]]:
    """Claims that a claim of the payment may mean, and what agrees; most agreement first."""
    return agreeing(decided, _like(row, decided))


def _like(row: Remittance, decided: ClaimRemit) -> list[Candidate]:
    """Claims to this payer over the same charge, latest first."""
    rows = Claim.objects.filter(payer=row.payer, amount_cents=abs(decided.charge.cents)).order_by("-date", "-id")
    claims = list(rows[:LOOKED_AT])
    people = patients_by_id({found.patient_id for found in claims})
    return [
        Candidate(
            found.number,
            found.date,
            Money(found.amount_cents),
            carried_number(under_of(found)),
            people[found.patient_id].name.family,
        )
        for found in claims
    ]
