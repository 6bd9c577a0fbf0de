"""The nouns of answers: acknowledgements (999, TA1), claim status (277CA), and the result of a check."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.money import ZERO, Money
from medoffice.standards.x12.party_types import Party

RECEIPTS = ("A0", "A1", "A2")


@dataclass(frozen=True, slots=True)
class ElementError:
    """An element at fault (IK4): its place, component (0 for none), error code (IK403), the bad value if sent back."""

    element: int
    code: str
    component: int = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class SegmentError:
    """A segment at fault (IK3): its id, its place (ST is 1), the loop, the error code (IK304), its bad elements.

    ``claim`` is the number of our claim that it stands in, when the answer says it (CTX*CLM01).
    """

    segment: str
    position: int
    code: str
    loop: str = ""
    elements: tuple[ElementError, ...] = ()
    claim: str = ""


@dataclass(frozen=True, slots=True)
class SetResponse:
    """The answer about one transaction (AK2, IK5). ``status``: A accepted, E with errors, R rejected (M, W, X too)."""

    code: str
    control: str
    status: str
    version: str = ""
    errors: tuple[SegmentError, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the transaction goes on."""
        return self.status in ("A", "E")


@dataclass(frozen=True, slots=True)
class Ack999:
    """The answer about one functional group. ``status`` (AK901): A, E, P partly, R; counts as AK902-904 say them."""

    group_code: str
    group_control: str
    status: str
    included: int
    received: int
    accepted: int
    version: str = ""
    sets: tuple[SetResponse, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AckTA1:
    """The answer about one interchange: its number and time; A accepted, E with errors, R rejected; the note code."""

    control: str
    at: datetime | None
    status: str
    note: str = "000"


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """One STC: category (A1, A2 accepted, A3 returned ...), status code, entity, its date, U rejected / WQ accepted.

    ``text`` is what the payer says of it in its own words (STC12), ``line`` our number of the line it is about.
    """

    category: str
    code: str
    entity: str = ""
    day: date | None = None
    action: str = ""
    amount: Money = ZERO
    text: str = ""
    line: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the payer took the claim (WQ); a category is used where the action is not said."""
        return self.action == "WQ" if self.action else self.category in RECEIPTS

    @property
    def words(self) -> str:
        """Its codes, the line it is about, and what the payer says of it in its own words."""
        line = f" of line {self.line}" if self.line else ""
        return f"{self.category}:{self.code}{line}{f', {self.text}' if self.text else ''}"


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """What a 277CA says about one claim; ``claim_id`` is our CLM01 (TRN02), ``payer_claim_number`` REF*1K."""

    claim_id: str
    statuses: tuple[ClaimStatus, ...]
    patient: Party = field(default_factory=Party)
    payer_claim_number: str = ""
    day: date | None = None
    day_to: date | None = None

    @property
    def accepted(self) -> bool:
        """Whether every status of the claim is an acceptance."""
        return bool(self.statuses) and all(status.accepted for status in self.statuses)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One 277CA: who reports (payer or clearinghouse), to whom, about which batch (our BHT03), claim by claim.

    ``statuses`` are said of the whole batch, ``provider_statuses`` of all claims of a billing provider: either may be
    turned back whole, and then no claim is named.
    """

    source: Party
    receiver: Party
    batch: str
    received: date | None = None
    processed: date | None = None
    trace: str = ""
    statuses: tuple[ClaimStatus, ...] = ()
    provider: Party = field(default_factory=Party)
    claims: tuple[ClaimReport, ...] = ()
    provider_statuses: tuple[ClaimStatus, ...] = ()

    @property
    def refused_whole(self) -> tuple[ClaimStatus, ...]:
        """What turns back the batch or a provider in it. A receipt (A0 to A2) does not, though claims of it may be."""
        said = self.statuses + self.provider_statuses
        return tuple(status for status in said if not status.accepted and status.category not in RECEIPTS)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check says about one transaction of a file. ``transaction`` is what it is, in words."""

    file: str
    transaction: str
    supported: bool
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether no finding is an error."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The result as the command line prints it."""
        return {
            "file": self.file,
            "transaction": self.transaction,
            "supported": self.supported,
            "ok": self.ok,
            "findings": [finding.as_json() for finding in self.findings],
        }
