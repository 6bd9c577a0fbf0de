"""The nouns of X12 content: claims (837P), remittances (835), acknowledgements (999, TA1), claim status (277CA),
eligibility (270, 271).

Frozen values, no behaviour beyond sums. Amounts are Money; days are dates; quantities are Decimal. An empty string
means the file does not say. Writers and readers are inverse on these. Those that fill large files have no slots, so
that readers can build them fast (``values.freeze``).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money
from medoffice.standards.x12.ack_types import (
    Ack999,
    AckTA1,
    CheckResult,
    ClaimReport,
    ClaimStatus,
    ElementError,
    SegmentError,
    SetResponse,
    StatusReport,
)
from medoffice.standards.x12.eligibility_types import (
    Benefit,
    BenefitParty,
    EligibilityAnswer,
    EligibilityRequest,
    Member,
    Rejection,
)
from medoffice.standards.x12.party_types import Address, Party, Procedure, Provider

__all__ = [
    "Ack999", "AckTA1", "Address", "Adjustment", "Advice835", "Benefit", "BenefitParty", "CheckResult", "Claim837",
    "ClaimRemit", "ClaimReport", "ClaimStatus", "ElementError", "EligibilityAnswer", "EligibilityRequest", "Envelope",
    "LineAdjudication", "LineRemit", "Member", "OtherPayer", "Party", "Patient", "Procedure", "Provider",
    "ProviderAdjustment", "Rejection", "Remit835", "SegmentError", "ServiceLine", "SetResponse", "StatusReport",
    "Subscriber",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends what to whom, when, under which number: all a writer needs besides the content.

    ``control`` is ISA13, GS06 and (for 837) BHT03; transactions are numbered from 0001. ``usage`` is P or T (test).
    The submitter and receiver names are used by the 837P only.
    """

    sender: str
    receiver: str
    control: int
    at: datetime
    sender_qualifier: str = "ZZ"
    receiver_qualifier: str = "ZZ"
    group_sender: str = ""
    group_receiver: str = ""
    usage: str = "P"
    acknowledge: bool = False
    submitter_name: str = ""
    submitter_contact: str = ""
    submitter_phone: str = ""
    receiver_name: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One CAS trio: group (CO, PR, OA, PI), reason (CARC), amount, quantity if said."""

    group: str
    reason: str
    amount: Money
    quantity: Decimal | None = None


@dataclass(frozen=True)
class Subscriber:
    """Who holds the policy (SBR and NM1*IL). ``order`` is P, S, T; ``relation`` 18: the patient is this person."""

    party: Party
    order: str = "P"
    relation: str = ""
    group_number: str = ""
    group_name: str = ""
    msp_type: str = ""
    filing: str = ""
    birth_date: date | None = None
    sex: str = ""


@dataclass(frozen=True)
class Patient:
    """A patient who is not the subscriber; ``relation`` is PAT01 (01 spouse, 19 child, ...)."""

    party: Party
    relation: str
    birth_date: date | None = None
    sex: str = ""


@dataclass(frozen=True)
class LineAdjudication:
    """What an earlier payer decided about a line (SVD, CAS, DTP*573, AMT*EAF)."""

    payer_id: str
    paid: Money
    procedure: Procedure
    units: Decimal
    adjustments: tuple[Adjustment, ...] = ()
    day: date | None = None
    remaining: Money | None = None
    bundled_line: str = ""


@dataclass(frozen=True)
class ServiceLine:
    """A service line (LX, SV1). ``pointers`` are 1-based places in the claim's diagnoses; ``control`` is REF*6R."""

    procedure: Procedure
    charge: Money
    units: Decimal
    pointers: tuple[int, ...]
    day: date | None
    day_to: date | None = None
    unit: str = "UN"
    place: str = ""
    emergency: bool = False
    control: str = ""
    prior_authorization: str = ""
    note: str = ""
    ndc: str = ""
    ndc_quantity: Decimal | None = None
    ndc_unit: str = ""
    rendering: Provider | None = None
    adjudications: tuple[LineAdjudication, ...] = ()


@dataclass(frozen=True)
class OtherPayer:
    """Another payer of the same claim (2320, 2330): its policy and, when it has decided, what it paid and adjusted."""

    payer: Party
    subscriber: Party
    order: str = "P"
    relation: str = "18"
    group_number: str = ""
    group_name: str = ""
    msp_type: str = ""
    filing: str = ""
    assigned: str = "Y"
    release: str = "Y"
    adjustments: tuple[Adjustment, ...] = ()
    paid: Money | None = None
    non_covered: Money | None = None
    remaining: Money | None = None
    decided: date | None = None
    claim_number: str = ""


@dataclass(frozen=True)
class Claim837:
    """One professional claim. ``claim_id`` is CLM01; ``frequency`` 1 new, 7 replacement, 8 void (both need REF*F8).

    ``causes`` say what an injury came of (CLM11: AA traffic, EM work, OA other); ``case_number`` is the claim number of
    the carrier that pays for it (REF*Y4, at the patient's level).
    """

    billing: Provider
    subscriber: Subscriber
    payer: Party
    claim_id: str
    charge: Money
    place: str
    diagnoses: tuple[str, ...]
    lines: tuple[ServiceLine, ...]
    patient: Patient | None = None
    frequency: str = "1"
    original_reference: str = ""
    prior_authorization: str = ""
    referral: str = ""
    clia: str = ""
    note: str = ""
    signature: str = "Y"
    assignment: str = "A"
    assigned: str = "Y"
    release: str = "Y"
    causes: tuple[str, ...] = ()
    accident_state: str = ""
    case_number: str = ""
    dates: tuple[tuple[str, date], ...] = ()
    paid_by_patient: Money | None = None
    diagnosis_version: str = "10"
    pay_to: Address | None = None
    referring: Provider | None = None
    rendering: Provider | None = None
    facility: Provider | None = None
    supervising: Provider | None = None
    other_payers: tuple[OtherPayer, ...] = ()


@dataclass(frozen=True)
class LineRemit:
    """What the payer decided about one line (SVC). ``original`` is the procedure billed when it was changed."""

    procedure: Procedure
    charge: Money
    paid: Money
    revenue: str = ""
    units: Decimal | None = None
    original: Procedure | None = None
    original_units: Decimal | None = None
    dates: tuple[tuple[str, date], ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    control: str = ""
    references: tuple[tuple[str, str], ...] = ()
    amounts: tuple[tuple[str, Money], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClaimRemit:
    """What the payer decided about one claim (CLP). ``status`` is CLP02: 1-3 processed, 4 denied, 19-21 forwarded, 22
    reversal, 23 not ours and forwarded, 25 predetermination. ``outpatient`` and ``inpatient`` hold MOA and MIA as sent.
    """

    claim_id: str
    status: str
    charge: Money
    paid: Money
    patient_responsibility: Money | None = None
    filing: str = ""
    payer_claim_number: str = ""
    place: str = ""
    frequency: str = ""
    patient: Party = field(default_factory=Party)
    insured: Party | None = None
    corrected: Party | None = None
    rendering: Party | None = None
    forwarded_to: Party | None = None
    priority_payer: Party | None = None
    adjustments: tuple[Adjustment, ...] = ()
    amounts: tuple[tuple[str, Money], ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, date], ...] = ()
    outpatient: tuple[str, ...] = ()
    inpatient: tuple[str, ...] = ()
    lines: tuple[LineRemit, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """The remark codes of MOA03-07 and MIA05, 20-23."""
        codes = self.outpatient[2:7] + self.inpatient[4:5] + self.inpatient[19:23]
        return tuple(code for code in codes if code)

    @property
    def is_reversal(self) -> bool:
        """Whether this takes back an earlier decision (CLP02 22)."""
        return self.status == "22"


@dataclass(frozen=True, slots=True)
class ProviderAdjustment:
    """Money moved outside any claim (PLB): reason, reference, amount. A positive amount reduces the payment."""

    provider: str
    fiscal_date: date | None
    reason: str
    reference: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Remit835:
    """One payment advice (ST 835). ``trace`` is TRN02, ``payer_id`` TRN03, ``method`` BPR04, ``paid_on`` BPR16."""

    payer: Party
    payee: Party
    trace: str
    method: str
    amount: Money
    paid_on: date | None
    payer_id: str = ""
    handling: str = "I"
    credit: str = "C"
    production_date: date | None = None
    receiver: str = ""
    payer_contact: str = ""
    payer_phone: str = ""
    payee_tax_id: str = ""
    claims: tuple[ClaimRemit, ...] = ()
    adjustments: tuple[ProviderAdjustment, ...] = ()
    control: str = "0001"


@dataclass(frozen=True, slots=True)
class Advice835:
    """A payment advice as read: what could not be read of it outside its claims, and in each claim, by its place."""

    remit: Remit835
    findings: tuple[Finding, ...] = ()
    in_claims: tuple[tuple[int, tuple[Finding, ...]], ...] = ()

    @property
    def every(self) -> tuple[Finding, ...]:
        """All that could not be read."""
        return (*self.findings, *(found for _, several in self.in_claims for found in several))
