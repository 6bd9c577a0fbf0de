"""The 277CA: what a payer or clearinghouse says about each claim of a batch, before it is decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import ZERO
from medoffice.standards.x12.envelope import transaction_number, wrap
from medoffice.standards.x12.parties import read_nm1, write_nm1
from medoffice.standards.x12.tokens import Transaction, read_interchanges
from medoffice.standards.x12.types import ClaimReport, ClaimStatus, Envelope, Party, StatusReport
from medoffice.standards.x12.values import (
    Reading,
    Segment,
    UnwritableError,
    Writing,
    amount,
    at,
    composite,
    day8,
    plain,
)

GUIDE = "005010X214"


def read_277ca(data: bytes) -> tuple[list[StatusReport], list[Finding]]:
    """Every claim acknowledgement report in the bytes. Never raises on content."""
    interchanges, findings = read_interchanges(data)
    reports = []
    for found in interchanges:
        findings += found.findings
        for group in found.groups:
            findings += group.findings
            for transaction in group.transactions:
                if transaction.code == "277" and transaction.version.startswith(GUIDE):
                    report, noted = read_report(transaction)
                    reports.append(report)
                    findings += [*transaction.findings, *noted]
    if interchanges and not reports:
        findings.append(Finding("x12.no-277ca", "file", "There is no claim acknowledgement (277CA) in this file."))
    return reports, findings


@dataclass(slots=True)
class _Claim:
    claim_id: str
    patient: Party
    statuses: list[ClaimStatus] = field(default_factory=list)
    number: str = ""
    days: tuple[date | None, date | None] = (None, None)

    def frozen(self) -> ClaimReport:
        return ClaimReport(self.claim_id, tuple(self.statuses), self.patient, self.number, *self.days)


class _Reader:
    """Folds one 277CA. ``level`` is the HL kind: 20 source, 21 receiver, 19 provider, PT patient."""

    def __init__(self, transaction: Transaction) -> None:
        self.reading = Reading()
        self.component = transaction.delimiters.component
        self.level = ""
        self.parties: dict[str, Party] = {}
        self.batch = self.trace = ""
        self.received: date | None = None
        self.processed: date | None = None
        self.statuses: dict[str, list[ClaimStatus]] = {"21": [], "19": []}
        self.fresh = 0  # how many statuses were said of the line that is open
        self.claims: list[_Claim] = []
        self.named = False  # whether the patient's level that is open has said which claim it is about

    def take(self, segment: Segment) -> None:
        self.reading.position += 1
        kind = segment[0]
        if kind == "HL":
            self.level, self.named = at(segment, 3), False
            self.reading.claim = ""
        elif kind == "NM1":
            self.parties[self.level] = read_nm1(segment)
        elif kind == "TRN":
            self._trn(at(segment, 2))
        elif kind == "STC":
            self._stc(segment)
        elif kind == "REF" and self._claim:
            self._ref(self._claim, at(segment, 1), at(segment, 2))
        elif kind == "SVC":
            self.fresh = 0
        elif kind == "DTP":
            self._dtp(segment)

    @property
    def _claim(self) -> _Claim | None:
        return self.claims[-1] if self.named else None

    def _trn(self, value: str) -> None:
        if self.level == "PT":
            self.claims.append(_Claim(value, self.parties.get("PT", Party())))
            self.reading.claim, self.named = value, True
        elif self.level == "21":
            self.batch = value
        elif self.level == "20":
            self.trace = value

    def _stc(self, segment: Segment) -> None:
        day, money = self.reading.day(segment, 2), self.reading.money_or_none(segment, 4) or ZERO
        target = self._claim.statuses if self._claim else self.statuses.get(self.level)
        if target is None:
            self.reading.note("x12.misplaced", segment, 1, "This status stands outside batch, provider and claim.")
            return
        text = at(segment, 12)  # said once of up to three codes
        for place in (1, 10, 11):
            parts = [*at(segment, place).split(self.component), "", ""]
            if parts[0]:
                target.append(ClaimStatus(parts[0], parts[1], parts[2], day, at(segment, 3), money, text))
                text = ""
                self.fresh += 1

    def _ref(self, claim: _Claim, kind: str, value: str) -> None:
        """The payer's number of the claim, or our number of the line whose statuses came just before."""
        if kind == "1K":
            claim.number = value
        elif kind == "FJ" and self.fresh:
            latest = claim.statuses[-self.fresh :]
            claim.statuses[-self.fresh :] = [replace(status, line=value) for status in latest]
            self.fresh = 0

    def _dtp(self, segment: Segment) -> None:
        days = self.reading.period(segment, 2, 3)
        if self._claim and at(segment, 1) == "472":
            self._claim.days = days
        elif self.level == "20" and at(segment, 1) == "050":
            self.received = days[0]
        elif self.level == "20" and at(segment, 1) == "009":
            self.processed = days[0]


def read_report(transaction: Transaction) -> tuple[StatusReport, list[Finding]]:
    """One 277CA transaction as a value, and what could not be read in it."""
    reader = _Reader(transaction)
    for segment in transaction.segments():
        reader.take(segment)
    party = reader.parties.get
    report = StatusReport(
        party("20", Party()), party("21", Party()), reader.batch, reader.received, reader.processed, reader.trace,
        tuple(reader.statuses["21"]), party("19", Party()), tuple(claim.frozen() for claim in reader.claims),
        tuple(reader.statuses["19"]),
    )  # fmt: skip
    return report, reader.reading.findings


def write_277ca(reports: Sequence[StatusReport], envelope: Envelope) -> bytes:
    """One interchange with one 277CA for each report; every claim under one provider level."""
    return wrap(envelope, "HN", GUIDE, [_report(report, place, envelope) for place, report in enumerate(reports)])


def _report(report: StatusReport, place: int, envelope: Envelope) -> list[str]:
    out, moment = Writing(), envelope.at
    out.add("ST", "277", transaction_number(place), GUIDE)
    out.add("BHT", "0085", "08", str(envelope.control), f"{moment:%Y%m%d}", f"{moment:%H%M}", "TH")
    out.add("HL", "1", "", "20", "1")
    write_nm1(out, "PR", report.source)
    out.add("TRN", "1", plain(report.trace))
    out.add("DTP", "050", "D8", day8(report.received))
    out.add("DTP", "009", "D8", day8(report.processed))
    below = bool(report.claims or report.provider_statuses)
    out.add("HL", "2", "1", "21", "1" if below else "0")
    write_nm1(out, "41", report.receiver)
    out.add("TRN", "2", plain(report.batch))
    _statuses(out, report.statuses)
    if below:
        out.add("HL", "3", "2", "19", "1" if report.claims else "0")
        write_nm1(out, "85", report.provider)
        if not report.provider_statuses:
            raise UnwritableError("a report that names claims says something of their provider, too")
        out.add("TRN", "1", "0")
        _statuses(out, report.provider_statuses)
    for level, claim in enumerate(report.claims, 4):
        out.add("HL", str(level), "3", "PT")
        write_nm1(out, "QC", claim.patient)
        out.add("TRN", "2", plain(claim.claim_id))
        _statuses(out, claim.statuses)
        if claim.payer_claim_number:
            out.add("REF", "1K", plain(claim.payer_claim_number))
        _days(out, claim)
    return out.parts


def _days(out: Writing, claim: ClaimReport) -> None:
    if claim.day and claim.day_to:
        out.add("DTP", "472", "RD8", f"{day8(claim.day)}-{day8(claim.day_to)}")
    elif claim.day:
        out.add("DTP", "472", "D8", day8(claim.day))


def _statuses(out: Writing, statuses: Iterable[ClaimStatus]) -> None:
    for status in statuses:
        if status.line:
            raise UnwritableError(f"the status of line {status.line} needs its service, which a report does not keep")
        said = composite(status.category, status.code, status.entity)
        words = [*[""] * 7, plain(status.text)]
        out.add("STC", said, day8(status.day), status.action, amount(status.amount), *words)
