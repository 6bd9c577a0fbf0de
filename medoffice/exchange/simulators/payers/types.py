"""The nouns of the simulator: plans, members, claims as read, decisions, its book. All serialisable."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """How a payer pays. Percentages are whole numbers; amounts are cents."""

    key: str
    payer_number: str
    payer_name: str
    letter: str
    allowed_percent: int = 70
    allowed: dict[str, int] = field(default_factory=dict)
    deductible: int = 0
    coinsurance_percent: int = 0
    copay: int = 0
    copay_codes: tuple[str, ...] = ()
    no_cost_codes: tuple[str, ...] = ()
    withhold_percent: int = 0
    filing_days: int = 365
    not_covered: tuple[str, ...] = ()
    pays_after_days: int = 14
    secondary_percent: int = 80
    denies_percent: int = 0
    interest_after_days: int = 30


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody a plan insures, by member id; ``active_to`` None is without end."""

    payer_number: str
    member_id: str
    plan: str
    active_from: date
    active_to: date | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Group, reason, cents."""

    group: str
    reason: str
    cents: int


@dataclass(frozen=True, slots=True)
class Line:
    """A service line as claimed; ``prior`` is what an earlier payer paid and adjusted (secondary claims)."""

    number: int
    code: str
    modifiers: tuple[str, ...]
    charge: int
    units: str
    day: date
    control: str
    prior_paid: int | None = None
    prior: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as read from an 837P."""

    number: str
    charge: int
    place: str
    frequency: str
    replaces: str
    payer_number: str
    order: str
    member_id: str
    patient_last: str
    patient_first: str
    billing_npi: str
    billing_name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """What the payer decided about a line: paid + all adjustments = charge."""

    line: Line
    paid: int
    adjustments: tuple[Adjustment, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the payer decided about a claim. ``status`` is CLP02."""

    claim: Claim
    icn: str
    status: str
    lines: tuple[DecidedLine, ...]
    why: str

    @property
    def paid(self) -> int:
        """The payment in cents; negative for a reversal."""
        return sum(line.paid for line in self.lines)

    @property
    def patient(self) -> int:
        """What the patient owes of it."""
        return sum(a.cents for line in self.lines for a in line.adjustments if a.group == "PR")


@dataclass(slots=True)
class Pending:
    """A decision on its way: when it goes into a remittance, with interest or a later recovery."""

    decision: Decision
    due: datetime
    interest: int = 0
    delayed_recovery: int = 0


@dataclass(slots=True)
class Recovery:
    """Money to be taken out of a later remittance (PLB): reason WO or FB, reference, cents."""

    payer_number: str
    reason: str
    reference: str
    cents: int
    due: datetime


@dataclass(frozen=True, slots=True)
class Outbound:
    """A file for the office, ready from an instant on."""

    name: str
    data: bytes
    due: datetime


@dataclass(slots=True)
class TruthLine:
    """The payers' own books for one line of the office: what was decided, all decisions together."""

    charge: int = 0
    paid: int = 0
    adjustments: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    """Everything the simulator remembers."""

    seed: int
    plans: list[Plan]
    members: list[Member] = field(default_factory=list)
    control: int = 0
    traces: int = 0
    icns: int = 0
    seen: list[str] = field(default_factory=list)
    deductible_used: dict[str, int] = field(default_factory=dict)
    paid_services: dict[str, str] = field(default_factory=dict)
    pending: list[Pending] = field(default_factory=list)
    recoveries: list[Recovery] = field(default_factory=list)
    standing: dict[str, Decision] = field(default_factory=dict)
    truth: dict[str, TruthLine] = field(default_factory=dict)
    payments: dict[str, int] = field(default_factory=dict)
    interest: int = 0
    reversals: int = 0
    decided: int = 0
