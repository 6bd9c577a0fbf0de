"""What the payers remember, as data: all that is needed to go on, and the truth to hold the office's books against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from medoffice.exchange.simulators.payer.rules.faults import FileFault
from medoffice.exchange.simulators.payer.rules.plans import Registry
from medoffice.exchange.simulators.payer.rules.remit import ProviderAdjustment
from medoffice.exchange.simulators.payer.types import Claim, Decision, Outbound


@dataclass(frozen=True, slots=True)
class Knobs:
    """How the payers behave beyond their plans. All off by default, except the delays.

    ``denial_percent`` of first claims get one of ``denials`` (keys of ``adjudicate.ASKED``) on their first line.
    ``reversals``, ``takebacks`` and ``late`` name how many of the first ``spread`` paid claims are reversed and
    corrected at ``reprice_percent`` of the contract, taken back by ``takeback_percent`` of what was paid, or paid
    ``late_days`` late. ``script`` does the same to a claim by its id: ``deny:50``, ``reverse``, ``takeback``, ``late``.
    ``split_claims`` is how many claims one cheque carries at most (0: any number). ``asked`` says what becomes of an
    eligibility question, by member id, payer id or ``*``: a ``Way`` of ``eligibility``.
    """

    seed: int = 0
    denial_percent: int = 0
    denials: tuple[str, ...] = ("16", "50", "96", "197")
    reversals: int = 0
    takebacks: int = 0
    late: int = 0
    spread: int = 12
    reprice_percent: int = 90
    takeback_percent: int = 100
    follow_up_days: int = 14
    late_days: int = 45
    split_claims: int = 0
    status_hours: int = 4
    pay_hour: int = 6
    script: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[FileFault, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """A claim in the payer's files under its ICN. Not live once reversed, replaced, voided or taken back."""

    claim: Claim
    received: date
    decision: Decision
    member_key: str = ""
    plan_key: str = ""
    live: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be done on a payment day. ``kind``: pay, reverse (these report ``decision``), reprice, takeback."""

    day: date
    sequence: int
    payer_id: str
    npi: str
    kind: str
    icn: str
    decision: Decision | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Forward:
    """What a provider still owes a payer, carried to the next payment; ``trace`` is the payment it arose in."""

    cents: int
    trace: str


@dataclass(frozen=True, slots=True)
class RemitTruth:
    """A payment as decided: ``amount`` is BPR02; a positive provider adjustment reduced it."""

    trace: str
    payer_id: str
    npi: str
    day: date
    file: str
    amount: int
    decisions: tuple[Decision, ...]
    adjustments: tuple[ProviderAdjustment, ...] = ()

    def moved(self, reason: str) -> int:
        """The sum of provider adjustments of one reason (L6 interest, WO takeback, FB carried)."""
        return sum(part.cents for part in self.adjustments if part.reason == reason)


@dataclass(frozen=True, slots=True)
class TruthRow:
    """What a line should finally stand at in the office's books, over all decisions sent so far.

    ``adjustments`` is cents by ``GROUP:CARC``, without those that came to nothing. ``status`` is the latest CLP02.
    """

    payer_id: str
    claim_id: str
    number: int
    control: str
    status: str
    charge: int
    paid: int
    patient: int
    adjustments: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Parties:
    """The trading partners' ids as the office last used them, the qualifiers of both, and test (T) or production."""

    payer: str
    office: str
    qualifiers: tuple[str, str]
    usage: str


@dataclass(slots=True)
class BookState:
    """The whole of a book. Keys are joined with ``|``."""

    registry: Registry
    knobs: Knobs
    received: dict[str, str] = field(default_factory=dict)
    held: dict[str, Held] = field(default_factory=dict)
    billed: dict[str, str] = field(default_factory=dict)
    met: dict[str, int] = field(default_factory=dict)
    queue: list[Entry] = field(default_factory=list)
    waiting: list[Outbound] = field(default_factory=list)
    forward: dict[str, Forward] = field(default_factory=dict)
    issued: list[RemitTruth] = field(default_factory=list)
    parties: dict[str, Parties] = field(default_factory=dict)
    spoiled: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, what: str) -> int:
        """The next number of a series, from 1."""
        self.counts[what] = self.counts.get(what, 0) + 1
        return self.counts[what]


def truth_rows(issued: list[RemitTruth]) -> list[TruthRow]:
    """The final standing of every line that was decided in a payment sent, in the order first decided."""
    rows: dict[tuple[str, str, int], TruthRow] = {}
    for remit in issued:
        for decision in remit.decisions:
            for line in decision.lines:
                key = (decision.payer_id, decision.claim_id, line.number)
                old = rows.get(key) or TruthRow(*key, line.control, "", 0, 0, 0, {})
                cut = dict(old.adjustments)
                for part in line.adjustments:
                    name = f"{part.group}:{part.reason}"
                    cut[name] = cut.get(name, 0) + part.cents
                own = sum(part.cents for part in line.adjustments if part.group == "PR")
                rows[key] = TruthRow(
                    *key,
                    line.control or old.control,
                    decision.status,
                    old.charge + line.charge,
                    old.paid + line.paid,
                    old.patient + own,
                    {name: cents for name, cents in cut.items() if cents},
                )
    return list(rows.values())
