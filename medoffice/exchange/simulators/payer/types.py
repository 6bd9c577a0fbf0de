"""The payer's own nouns: what it reads of a claim, what it decides, what it sends. Money is integer cents."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Outbound:
    """A file for the office: its name, its bytes, and when it is there to be fetched."""

    name: str
    data: bytes
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Cents taken off a charge: group (CO, PR, OA, PI), reason (CARC). Negative in a reversal."""

    group: str
    reason: str
    cents: int


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation as named on the wire."""

    last: str
    first: str = ""
    middle: str = ""
    identifier: str = ""
    birth: date | None = None
    is_person: bool = True


@dataclass(frozen=True, slots=True)
class PriorLine:
    """What an earlier payer decided on a line (SVD and its CAS)."""

    payer_id: str
    paid: int
    adjustments: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class PriorPayer:
    """What an earlier payer decided on the claim: ``paid`` is None where the claim does not say (no AMT*D)."""

    order: str
    payer_id: str = ""
    paid: int | None = None
    adjustments: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A service line as billed; ``pointers`` count from 1 into the diagnoses of the claim."""

    number: int
    code: str
    charge: int
    units: Decimal
    start: date
    end: date
    control: str = ""
    modifiers: tuple[str, ...] = ()
    pointers: tuple[int, ...] = ()
    authorization: str = ""
    drug: str = ""
    prior: tuple[PriorLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A professional claim as read: ``id`` is CLM01, ``order`` SBR01 (P, S, T), ``frequency`` 1, 7 or 8."""

    id: str
    charge: int
    order: str
    payer_id: str
    payer_name: str
    subscriber: Person
    patient: Person
    billing: Person
    rendering: Person
    frequency: str = "1"
    place: str = "11"
    tax_id: str = ""
    group: str = ""
    authorization: str = ""
    original_icn: str = ""
    diagnoses: tuple[str, ...] = ()
    prior: tuple[PriorPayer, ...] = ()
    lines: tuple[ClaimLine, ...] = ()


@dataclass(frozen=True, slots=True)
class LineDecision:
    """One line decided: charge - sum of adjustments = paid. ``billed_code`` differs from ``code`` when downcoded."""

    number: int
    control: str
    code: str
    billed_code: str
    modifiers: tuple[str, ...]
    units: Decimal
    start: date
    end: date
    charge: int
    allowed: int
    paid: int
    adjustments: tuple[Adjustment, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A claim decided. ``status`` is CLP02: 1, 2, 3 processed, 4 denied, 22 reversed. ``words`` say why, for people."""

    claim_id: str
    icn: str
    payer_id: str
    status: str
    lines: tuple[LineDecision, ...]
    remarks: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def charge(self) -> int:
        """What was billed."""
        return sum(line.charge for line in self.lines)

    @property
    def allowed(self) -> int:
        """What the contract allows."""
        return sum(line.allowed for line in self.lines)

    @property
    def paid(self) -> int:
        """What the payer pays."""
        return sum(line.paid for line in self.lines)

    def adjusted(self, group: str, reason: str = "") -> int:
        """The sum of adjustments of a group, or of one reason of it."""
        return sum(
            part.cents
            for line in self.lines
            for part in line.adjustments
            if part.group == group and reason in ("", part.reason)
        )

    @property
    def patient(self) -> int:
        """What the patient owes: all of group PR."""
        return self.adjusted("PR")

    @property
    def deductible(self) -> int:
        """PR 1."""
        return self.adjusted("PR", "1")

    @property
    def coinsurance(self) -> int:
        """PR 2."""
        return self.adjusted("PR", "2")

    @property
    def copay(self) -> int:
        """PR 3."""
        return self.adjusted("PR", "3")


def negated(decision: Decision) -> Decision:
    """The reversal (CLP02 22) that takes every amount of a decision back."""
    lines = tuple(
        replace(
            line,
            charge=-line.charge,
            allowed=-line.allowed,
            paid=-line.paid,
            adjustments=tuple(Adjustment(part.group, part.reason, -part.cents) for part in line.adjustments),
            remarks=(),
        )
        for line in decision.lines
    )
    words = ("Everything decided before is taken back.",)
    return replace(decision, status="22", lines=lines, remarks=(), words=words)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file: segment id, its place in the transaction (ST is 1), and the codes of IK304 and IK403.

    ``element`` is the place of the bad element, 0 for the segment as a whole. A fault that is not fatal is reported
    and the transaction taken all the same (IK5 E).
    """

    segment: str
    place: int
    code: str
    element: int = 0
    element_code: str = ""
    value: str = ""
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a claim was not taken in: category and status of the 277CA, and the entity it is about, if any."""

    category: str
    status: str
    entity: str = ""
