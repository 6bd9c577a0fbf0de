"""The 835: payment advices, read leniently and fast, and written strictly."""

from collections.abc import Callable
from datetime import date
from typing import Any

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import ZERO
from medoffice.standards.x12.parties import read_cas, read_n1, read_nm1, read_procedure, with_address
from medoffice.standards.x12.tokens import Transaction, read_interchanges
from medoffice.standards.x12.types import Advice835, ClaimRemit, LineRemit, Party, ProviderAdjustment, Remit835
from medoffice.standards.x12.values import Reading, Segment, at, collector_paused, money_of, quantity_of

GUIDE = "005010X221A1"
_NOBODY = Party()
_REMEMBERED = 20_000
_LONG = 60
_new = object.__new__


def read_835(data: bytes) -> tuple[list[Remit835], list[Finding]]:
    """Every payment advice in the bytes, and what could not be read. Never raises on content."""
    advices, around = read_advices(data)
    return [advice.remit for advice in advices], [*around, *(found for one in advices for found in one.every)]


def read_advices(data: bytes) -> tuple[list[Advice835], list[Finding]]:
    """Every payment advice in the bytes with what could not be read of it, and what is wrong around them."""
    interchanges, findings = read_interchanges(data)
    advices = []
    for interchange in interchanges:
        for group in interchange.groups:
            advices += [_advice(one) for one in group.transactions if one.code == "835"]
            findings += group.findings
        findings += interchange.findings
    if interchanges and not advices:
        findings.append(Finding("x12.no-835", "file", "There is no payment advice (835) in this file."))
    return advices, findings


def _advice(transaction: Transaction) -> Advice835:
    reader = _read(transaction)
    remit, every = reader.finish(), reader.reading.findings
    inside = {at for start, end, _ in reader.spans for at in range(start, end)}
    outside = [found for at, found in enumerate(every) if at not in inside]
    in_claims = tuple((place, tuple(every[start:end])) for start, end, place in reader.spans)
    return Advice835(remit, (*transaction.findings, *outside), in_claims)


def read_remit(transaction: Transaction) -> tuple[Remit835, list[Finding]]:
    """One 835 transaction as a value, and what could not be read in it."""
    reader = _read(transaction)
    return reader.finish(), reader.reading.findings


_ROLES = {
    "QC": "patient", "IL": "insured", "74": "corrected", "82": "rendering", "TT": "forwarded_to", "PR": "priority_payer"
}  # fmt: skip


class _Reader:
    """Folds the segments of one 835: header, then claims with their lines, then adjustments outside claims.

    ``claim`` and ``line`` are the attributes of the value that is open (empty: none); it is filled in place, because a
    large file has hundreds of thousands of them and their constructors would cost more than all reading.
    """

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
        self.claim: dict[str, Any] = {}
        self.line: dict[str, Any] = {}
        self.claims: list[ClaimRemit] = []
        self.lines: list[LineRemit] = []
        self.long: list[tuple[dict[str, Any], str]] = []
        self.raw = ""
        self.known: dict[str, tuple[str, tuple[Any, ...]]] = {}
        self.plb: list[ProviderAdjustment] = []
        self.noted_before = 0
        self.spans: list[tuple[int, int, int]] = []
        self.handlers: dict[str, Callable[[Segment], None]] = {
            "SVC": self._svc, "CAS": self._cas, "DTM": self._dtm, "AMT": self._amt, "REF": self._ref, "NM1": self._nm1,
            "CLP": self._clp, "LQ": self._lq, "MOA": self._moa, "MIA": self._mia, "PLB": self._plb, "BPR": self._bpr,
            "TRN": self._trn, "N1": self._n1, "N3": self._n3, "N4": self._n3, "PER": self._per, "LX": self._lx,
        }  # fmt: skip

    def read(self, transaction: Transaction) -> None:
        """Take every segment. The same few days and adjustments come again and again: what they say is remembered."""
        element, handlers, known, reading = transaction.delimiters.element, self.handlers, self.known, self.reading
        for piece in transaction.pieces():
            before = reading.position
            for place, raw in enumerate(piece, before + 1):
                fact = known.get(raw)
                if fact is not None and (target := self.line or self.claim):
                    name, items = fact
                    old = target.get(name)
                    if old is None:
                        target[name] = items
                    elif len(old) < _LONG:
                        target[name] = old + items
                    else:
                        self._extend(target, name, items)
                    continue
                segment = raw.split(element)
                handler = handlers.get(segment[0])
                if handler is not None:
                    reading.position, self.raw = place, raw
                    handler(segment)
            reading.position = before + len(piece)

    def finish(self) -> Remit835:
        self._close_claim()
        for target, name in self.long:
            target[name] = tuple(target[name])
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

    def _close_claim(self) -> None:
        noted = len(self.reading.findings)
        if self.claim and noted > self.noted_before:
            self.spans.append((self.noted_before, noted, len(self.claims) - 1))
        if self.lines:
            self.claim["lines"] = tuple(self.lines)
            self.lines = []
        self.claim = self.line = {}

    def _add(self, segment: Segment, name: str, *items: object) -> None:
        """Add to what is open: the line, or else the claim."""
        target = self.line or self.claim
        if name in target:
            self._extend(target, name, items)
        elif target:
            target[name] = items
        else:
            self.reading.note("x12.misplaced", segment, 1, "This stands outside any claim.")

    def _extend(self, target: dict[str, Any], name: str, items: tuple[object, ...]) -> None:
        """Add to a tuple; one that grows long is a list until the end, so that time stays in proportion."""
        old = target[name]
        if type(old) is list:
            old += items
        elif len(old) < _LONG:
            target[name] = old + items
        else:
            target[name] = [*old, *items]
            self.long.append((target, name))

    def _lx(self, _: Segment) -> None:
        self._close_claim()

    def _clp(self, segment: Segment) -> None:
        self._close_claim()
        if len(segment) < 10:
            segment += [""] * (10 - len(segment))
        reading = self.reading
        reading.claim, self.noted_before = segment[1], len(reading.findings)
        claim = _new(ClaimRemit)
        self.claims.append(claim)
        self.claim = fields = claim.__dict__
        fields["claim_id"], fields["status"] = segment[1], segment[2]
        fields["charge"] = reading.money(segment, 3)
        fields["paid"] = reading.money(segment, 4)
        fields["patient_responsibility"] = reading.money(segment, 5) if segment[5] else None
        fields["filing"], fields["payer_claim_number"] = segment[6], segment[7]
        fields["place"], fields["frequency"] = segment[8], segment[9]
        fields["patient"] = _NOBODY

    def _svc(self, segment: Segment) -> None:
        if not self.claim:
            self.reading.note("x12.misplaced", segment, 1, "This stands outside any claim.")
            return
        size, reading = len(segment), self.reading
        line = _new(LineRemit)
        self.lines.append(line)
        self.line = fields = line.__dict__
        if size < 4:
            segment += [""] * (4 - size)
        fields["procedure"] = read_procedure(segment[1], self.component)
        fields["charge"] = charge if (charge := money_of(segment[2])) is not None else reading.money(segment, 2)
        fields["paid"] = paid if (paid := money_of(segment[3])) is not None else reading.money(segment, 3)
        if size > 4 and segment[4]:
            fields["revenue"] = segment[4]
        if size > 5:
            fields["units"] = quantity_of(segment[5]) or reading.quantity(segment, 5)
        if size > 6:
            fields["original"] = read_procedure(segment[6], self.component) if segment[6] else None
            fields["original_units"] = reading.quantity(segment, 7)

    def _cas(self, segment: Segment) -> None:
        noted = len(self.reading.findings)
        items = read_cas(segment, self.reading)
        self._add(segment, "adjustments", *items)
        if len(self.reading.findings) == noted:
            self._remember("adjustments", items)

    def _dtm(self, segment: Segment) -> None:
        value = self.reading.day(segment, 2)
        if value is not None and self.claim:
            self._add(segment, "dates", (segment[1], value))
            self._remember("dates", ((segment[1], value),))
        elif not self.claim and at(segment, 1) == "405":
            self.produced = value

    def _remember(self, name: str, items: tuple[Any, ...]) -> None:
        if len(self.known) < _REMEMBERED:
            self.known[self.raw] = (name, items)

    def _amt(self, segment: Segment) -> None:
        self._add(segment, "amounts", (at(segment, 1), self.reading.money(segment, 2)))

    def _ref(self, segment: Segment) -> None:
        kind, value = segment[1:3] if len(segment) == 3 else (at(segment, 1), at(segment, 2))
        if kind == "6R" and self.line and "control" not in self.line:
            self.line["control"] = value
        elif self.claim:
            self._add(segment, "references", (kind, value))
        elif kind == "EV" and not self.sides:
            self.receiver = value
        elif kind == "TJ" and self.side == "PE":
            self.tax_id = value

    def _nm1(self, segment: Segment) -> None:
        name, claim = _ROLES.get(at(segment, 1)), self.claim
        if name and claim and claim.get(name, _NOBODY) is _NOBODY:
            claim[name] = read_nm1(segment)

    def _lq(self, segment: Segment) -> None:
        if self.line:
            self._add(segment, "remarks", at(segment, 2))

    def _moa(self, segment: Segment) -> None:
        if self.claim:
            self.claim["outpatient"] = tuple(segment[1:])

    def _mia(self, segment: Segment) -> None:
        if self.claim:
            self.claim["inpatient"] = tuple(segment[1:])

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
        if self.side in self.sides and not self.claim:
            self.sides[self.side] = with_address(self.sides[self.side], segment)

    def _per(self, segment: Segment) -> None:
        if self.side == "PR" and not self.claim and at(segment, 1) == "BL":
            self.contact = at(segment, 2)
            said = dict(zip(segment[3:9:2], segment[4:9:2], strict=False))
            self.phone = said.get("TE", "").strip()


def _read(transaction: Transaction) -> _Reader:
    reader = _Reader(transaction)
    with collector_paused():
        reader.read(transaction)
    return reader
