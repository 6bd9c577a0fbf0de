"""What a claim says of the case it is for: an injury at work, in traffic, or another's liability.

Who pays for it knows it by the carrier's claim number, which stands where a member id would and once more as REF*Y4.
The codes are bare facts (source: unverified): SBR09 WC, AM, LM; CLM11 EM, AA, OA; PAT01 20, the subscriber's employee.
"""

from typing import Final

from medoffice.records.coverage.types import Case, CaseKind, Coverage
from medoffice.standards.x12.types import Party, Patient, Subscriber

FILING: Final = {CaseKind.WORK: "WC", CaseKind.AUTO: "AM", CaseKind.LIABILITY: "LM"}
CAUSES: Final = {CaseKind.WORK: "EM", CaseKind.AUTO: "AA", CaseKind.LIABILITY: "OA"}
EMPLOYEE: Final = "20"
INJURED: Final = "439"


def goes_by_wire(case: Case) -> bool:
    """Whether a carrier takes claims for it; what an employer ordered is put on the employer's own invoice."""
    return case.kind in FILING and case.payer_id is not None


def carried_number(under: Coverage | Case) -> str:
    """The number a payer knows the patient by: the member id, in a case the carrier's claim number."""
    return under.claim_number if isinstance(under, Case) else under.member_id


def insured_by(case: Case, injured: Patient) -> tuple[Subscriber, Patient | None]:
    """The subscriber and the patient: at work the employer and its employee, otherwise the injured person alone."""
    number, filing = case.claim_number, FILING[case.kind]
    if case.kind is CaseKind.WORK:
        employer = Party(case.employer, qualifier="MI", identifier=number)
        return Subscriber(employer, "P", "", filing=filing), injured
    who = injured.party
    party = Party(who.name, who.first, who.middle, who.suffix, True, "MI", number, who.address)
    return Subscriber(party, "P", "18", filing=filing, birth_date=injured.birth_date, sex=injured.sex), None
