"""How a case is written down: visits, what happens in order, and what must finally stand. No arithmetic happens here.

Every visit is a claim named by a letter. In the text of a remittance ``{A}`` is its claim number, ``{A1}`` the control
number of its first line, ``{AS}`` and ``{AS1}`` those of the claim to the second payer, ``{AC}`` and ``{AC1}`` those of
its correction. Fees: visit 150.00 (ZZ001), culture 40.00 (ZZ002), shot 25.05 (ZZ003).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from medoffice.revenue.billing.types import Method
from medoffice.revenue.claims.types import ClaimState
from medoffice.revenue.ledger.types import Account

PAID, DENIED, REVERSED, REPLACED = ClaimState.PAID, ClaimState.DENIED, ClaimState.REVERSED, ClaimState.REPLACED
SENT = ClaimState.SENT
DRAWER, CHECKS, CARDS, EFT = (
    Account.CASH_DRAWER,
    Account.UNDEPOSITED_CHECKS,
    Account.CARD_CLEARING,
    Account.EFT_CLEARING,
)
INSURANCE, PATIENT, CREDITS = Account.INSURANCE_RECEIVABLE, Account.PATIENT_RECEIVABLE, Account.PATIENT_CREDITS
RECOVERIES, REVENUE, CONTRACT = (
    Account.PAYER_RECOVERIES,
    Account.SERVICE_REVENUE,
    Account.CONTRACTUAL_ADJUSTMENTS,
)
WITHHELD, INTEREST = Account.PAYER_WITHHOLDS, Account.INTEREST_INCOME


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit of a patient: its services in order, the copay taken at the desk, and whether there is a second payer."""

    services: tuple[str, ...] = ("visit",)
    desk: int = 0
    method: Method = Method.CASH
    second_payer: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """One payment advice (an ST of an 835): trace, method, amount as in BPR02, the claims, and the PLB, all as text."""

    trace: str
    method: str
    amount: str
    claims: str
    provider: str = ""
    second_payer: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file from the clearinghouse with these advices."""

    advices: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class PatientPays:
    """The patient of a visit pays in cash, after the visit."""

    visit: str
    cents: int


@dataclass(frozen=True, slots=True)
class OfficeCorrects:
    """The office corrects a claim and sends it again as a replacement."""

    visit: str


Step = File | PatientPays | OfficeCorrects


@dataclass(frozen=True, slots=True)
class Case:
    """What happened, and what must finally stand: cents, debit minus credit; an account not named must be at zero.

    ``items`` counts open work items a person must look at because of what the payer said.
    """

    name: str
    visits: tuple[Visit, ...]
    steps: tuple[Step, ...]
    accounts: Mapping[Account, int]
    states: Mapping[str, ClaimState]
    patient: int = 0
    insurance: int = 0
    unapplied: int = 0
    items: int = 0
    shares: Mapping[str, int] = field(default_factory=dict)


def line(control: str, code: str, charge: str, paid: str, *reasons: str, was: str = "") -> str:
    """A line of a decision; reasons as ``CO 45 30``, ``was`` the billed code where the payer changed it."""
    adjusted = "".join(f"CAS*{reason.replace(' ', '*')}~" for reason in reasons)
    billed = f"*HC:{was}" if was else ""
    return f"SVC*HC:{code}*{charge}*{paid}**1{billed}~DTM*472*{{day}}~{adjusted}REF*6R*{{{control}}}~".replace(
        "1*~", "1~"
    )


def claim(
    name: str, status: str, charge: str, paid: str, share: str, lines: str = "", icn: str = "", cas: str = ""
) -> str:
    """A decision about a claim; ``cas`` is an adjustment of the claim as a whole."""
    adjusted = f"CAS*{cas.replace(' ', '*')}~" if cas else ""
    person = f"NM1*QC*1*{{{name}last}}*{{{name}first}}****MI*{{{name}member}}~"
    return f"CLP*{{{name}}}*{status}*{charge}*{paid}*{share}*12*{icn or 'ICN' + name}~{adjusted}{person}{lines}"


def check(trace: str, amount: str, *claims: str, provider: str = "") -> File:
    """A file with one advice paid by cheque."""
    return File((Advice(trace, "CHK", amount, "".join(claims), provider),))


def transfer(trace: str, amount: str, *claims: str, provider: str = "", second_payer: bool = False) -> File:
    """A file with one advice paid by electronic transfer."""
    return File((Advice(trace, "ACH", amount, "".join(claims), provider, second_payer),))


def no_money(trace: str, *claims: str, provider: str = "", second_payer: bool = False) -> File:
    """A file with one advice without payment."""
    return File((Advice(trace, "NON", "0", "".join(claims), provider, second_payer),))
