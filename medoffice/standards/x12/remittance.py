"""The 835: payment advices, read leniently and fast, and written strictly."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import ZERO, Money
from medoffice.standards.x12.parties import read_cas, read_n1, read_nm1, read_procedure, with_address
from medoffice.standards.x12.tokens import Transaction, read_interchanges
from medoffice.standards.x12.types import (
    Adjustment,
    ClaimRemit,
    LineRemit,
    Party,
    Procedure,
    ProviderAdjustment,
    Remit835,
)
from medoffice.standards.x12.values import Reading, Segment, at, day_of, money_of, quantity_of

GUIDE = "005010X221A1"


def read_835(data: bytes) -> tuple[list[Remit835], list[Finding]]:
    """Every payment advice in the bytes, and what could not be read. Never raises on content."""
    interchanges, findings = read_interchanges(data)
    remits = []
    for interchange in interchanges:
        for group in interchange.groups:
            for transaction in group.transactions:
                if transaction.code == "835":
                    remit, noted = read_remit(transaction)
                    remits.append(remit)
                    findings += [*transaction.findings, *noted]
            findings += group.findings
        findings += interchange.findings
    if interchanges and not remits:
        findings.append(Finding("x12.no-835", "file", "There is no payment advice (835) in this file."))
    return remits, findings


def read_remit(transaction: Transaction) -> tuple[Remit835, list[Finding]]:
    """One 835 transaction as a value, and what could not be read in it."""
    reader = _Reader(transaction)
    reading, handlers = reader.reading, reader.handlers
    for segment in transaction.segments():
        reading.position += 1
        handler = handlers.get(segment[0])
        if handler is not None:
            handler(segment)
    return reader.finish(), reader.reading.findings


@dataclass(slots=True)
class _Line:
    procedure: Procedure
    charge: Money
    paid: Money
    revenue: str
    units: Decimal | None
    original: Procedure | None
    original_units: Decimal | None
    control: str = ""
    dates: tuple[tuple[str, date], ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    amounts: tuple[tuple[str, Money], ...] = ()
    remarks: tuple[str, ...] = ()

    def frozen(self) -> LineRemit:
        return LineRemit(
            self.procedure, self.charge, self.paid, self.revenue, self.units, self.original, self.original_units,
            self.dates, self.adjustments, self.control, self.references, self.amounts,
            self.remarks,
        )  # fmt: skip


@dataclass(slots=True)
class _Claim:
    head: Segment
    charge: Money
    paid: Money
    patient_responsibility: Money | None
    parties: dict[str, Party] = field(default_factory=dict)
    adjustments: tuple[Adjustment, ...] = ()
    amounts: tuple[tuple[str, Money], ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, date], ...] = ()
    outpatient: tuple[str, ...] = ()
    inpatient: tuple[str, ...] = ()
    lines: list[LineRemit] = field(default_factory=list)

    def frozen(self) -> ClaimRemit:
        head, party = self.head, self.parties.get
        return ClaimRemit(
            head[1], head[2], self.charge, self.paid, self.patient_responsibility, head[6], head[7], head[8], head[9],
            party("QC") or Party(), party("IL"), party("74"), party("82"), party("TT"), party("PR"),
            self.adjustments, self.amounts, self.references, self.dates,
            self.outpatient, self.inpatient, tuple(self.lines),
        )  # fmt: skip


class _Reader:
    """Folds the segments of one 835: header, then claims with their lines, then adjustments outside claims."""

    def __init__(self, transaction: Transaction) -> None:
        self.reading = Reading()
        self.component = transaction.delimiters.component
        self.control = transaction.control
        self.bpr: Segment = []
        self.trn: Segment = []
        self.bpr_position = 0
        self.produced: date | None = None
        self.receiver = self.contact = self.phone = self.tax_id = ""
        self.sides: dict[str, Party] = {}
        self.side = ""
        self.claim: _Claim | None = None
        self.line: _Line | None = None
        self.claims: list[ClaimRemit] = []
        self.plb: list[ProviderAdjustment] = []
        self.handlers: dict[str, Callable[[Segment], None]] = {
            "SVC": self._svc, "CAS": self._cas, "DTM": self._dtm, "AMT": self._amt, "REF": self._ref, "NM1": self._nm1,
            "CLP": self._clp, "LQ": self._lq, "MOA": self._moa, "MIA": self._mia, "PLB": self._plb, "BPR": self._bpr,
            "TRN": self._trn, "N1": self._n1, "N3": self._n3, "N4": self._n3, "PER": self._per, "LX": self._lx,
        }  # fmt: skip

    def finish(self) -> Remit835:
        self._close_claim()
        bpr = [*self.bpr, *[""] * 17]
        trn = [*self.trn, *[""] * 4]
        self.reading.claim, self.reading.position = "", self.bpr_position
        if not self.bpr:
            self.reading.findings.append(Finding("x12.no-bpr", "BPR", "The payment segment (BPR) is missing."))
        return Remit835(
            self.sides.get("PR") or Party(), self.sides.get("PE") or Party(), trn[2], bpr[4],
            self.reading.money(self.bpr, 2) if self.bpr else ZERO, self.reading.day(bpr, 16), trn[3], bpr[1], bpr[3],
            self.produced, self.receiver, self.contact, self.phone, self.tax_id, tuple(self.claims), tuple(self.plb),
            self.control,
        )  # fmt: skip

    def _close_line(self) -> None:
        if self.line is not None and self.claim is not None:
            self.claim.lines.append(self.line.frozen())
        self.line = None

    def _close_claim(self) -> None:
        self._close_line()
        if self.claim is not None:
            self.claims.append(self.claim.frozen())
        self.claim = None

    def _lx(self, _: Segment) -> None:
        self._close_claim()

    def _clp(self, segment: Segment) -> None:
        self._close_claim()
        if len(segment) < 10:
            segment += [""] * (10 - len(segment))
        reading = self.reading
        reading.claim = segment[1]
        charge, paid = reading.money(segment, 3), reading.money(segment, 4)
        self.claim = _Claim(segment, charge, paid, reading.money(segment, 5) if segment[5] else None)

    def _svc(self, segment: Segment) -> None:
        self._close_line()
        size, reading = len(segment), self.reading
        charge = money_of(segment[2]) if size > 2 else None
        paid = money_of(segment[3]) if size > 3 else None
        self.line = _Line(
            read_procedure(segment[1], self.component) if size > 1 else Procedure(""),
            reading.money(segment, 2) if charge is None else charge,
            reading.money(segment, 3) if paid is None else paid,
            segment[4] if size > 4 else "",
            (quantity_of(segment[5]) or reading.quantity(segment, 5)) if size > 5 else None,
            read_procedure(segment[6], self.component) if size > 6 and segment[6] else None,
            reading.quantity(segment, 7) if size > 7 else None,
        )

    def _cas(self, segment: Segment) -> None:
        target = self.line or self.claim
        if target is None:
            self.reading.note("x12.misplaced", segment, 1, "An adjustment stands outside any claim.")
        else:
            target.adjustments += read_cas(segment, self.reading)

    def _dtm(self, segment: Segment) -> None:
        value = (day_of(segment[2]) if len(segment) > 2 else None) or self.reading.day(segment, 2)
        target = self.line or self.claim
        if target is not None and value is not None:
            target.dates += ((segment[1], value),)
        elif target is None and at(segment, 1) == "405":
            self.produced = value

    def _amt(self, segment: Segment) -> None:
        target = self.line or self.claim
        if target is not None:
            target.amounts += ((at(segment, 1), self.reading.money(segment, 2)),)

    def _ref(self, segment: Segment) -> None:
        kind, value = at(segment, 1), at(segment, 2)
        if self.line is not None:
            if kind == "6R" and not self.line.control:
                self.line.control = value
            else:
                self.line.references += ((kind, value),)
        elif self.claim is not None:
            self.claim.references += ((kind, value),)
        elif kind == "EV" and not self.sides:
            self.receiver = value
        elif kind == "TJ" and self.side == "PE":
            self.tax_id = value

    def _nm1(self, segment: Segment) -> None:
        if self.claim is not None:
            self.claim.parties.setdefault(at(segment, 1), read_nm1(segment))

    def _lq(self, segment: Segment) -> None:
        if self.line is not None:
            self.line.remarks += (at(segment, 2),)

    def _moa(self, segment: Segment) -> None:
        if self.claim is not None:
            self.claim.outpatient = tuple(segment[1:])

    def _mia(self, segment: Segment) -> None:
        if self.claim is not None:
            self.claim.inpatient = tuple(segment[1:])

    def _plb(self, segment: Segment) -> None:
        self._close_claim()
        self.reading.claim = ""
        fiscal = self.reading.day(segment, 2)
        for place in range(3, len(segment), 2):
            if segment[place] or at(segment, place + 1):
                reason, _, reference = segment[place].partition(self.component)
                value = self.reading.money(segment, place + 1)
                self.plb.append(ProviderAdjustment(at(segment, 1), fiscal, reason, reference, value))

    def _bpr(self, segment: Segment) -> None:
        if not self.bpr:
            self.bpr, self.bpr_position = segment, self.reading.position

    def _trn(self, segment: Segment) -> None:
        self.trn = self.trn or segment

    def _n1(self, segment: Segment) -> None:
        self.side = at(segment, 1)
        self.sides.setdefault(self.side, read_n1(segment))

    def _n3(self, segment: Segment) -> None:
        if self.side in self.sides and self.claim is None:
            self.sides[self.side] = with_address(self.sides[self.side], segment)

    def _per(self, segment: Segment) -> None:
        if self.side == "PR" and self.claim is None and at(segment, 1) == "BL":
            self.contact = at(segment, 2)
            self.phone = at(segment, 4) if at(segment, 3) == "TE" else ""
