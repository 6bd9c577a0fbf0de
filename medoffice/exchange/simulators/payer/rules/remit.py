"""The remittance advice (835, 005010X221A1): payments with their claims, and money moved outside any claim (PLB)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from medoffice.exchange.simulators.payer.rules.plans import Payer
from medoffice.exchange.simulators.payer.rules.wire import Envelope, dollars, fold, segment, write_interchange
from medoffice.exchange.simulators.payer.types import Adjustment, Claim, Decision, LineDecision, Person

GUIDE_835 = "005010X221A1"
_PER_CAS = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """A decision as reported: with the claim it decides, the interest on it, the name on file if it differs."""

    decision: Decision
    claim: Claim
    received: date
    interest: int = 0
    corrected: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ProviderAdjustment:
    """Money moved outside any claim: reason (WO, FB, L6 ...), reference, cents. Positive reduces the payment."""

    reason: str
    reference: str
    cents: int


@dataclass(frozen=True, slots=True)
class Payment:
    """One cheque or transfer: its trace number, whom it pays, its claims and provider adjustments."""

    trace: str
    payer: Payer
    payee: Person
    tax_id: str
    day: date
    papers: tuple[Paper, ...]
    adjustments: tuple[ProviderAdjustment, ...] = ()

    @property
    def amount(self) -> int:
        """BPR02: what the claims pay less the provider adjustments. Never negative."""
        claims = sum(paper.decision.paid for paper in self.papers)
        return claims - sum(part.cents for part in self.adjustments)


def write_835(payments: Sequence[Payment], envelope: Envelope) -> bytes:
    """One file; each payment is its own transaction."""
    return write_interchange(envelope, "HP", GUIDE_835, [list(_payment(payment)) for payment in payments])


def _payment(payment: Payment) -> Iterator[str]:
    payer, day = payment.payer, f"{payment.day:%Y%m%d}"
    yield _money(payment, day)
    yield segment("TRN", "1", payment.trace, f"1{payer.tax_id}")
    yield segment("DTM", "405", day)
    yield segment("N1", "PR", fold(payer.name), "XV", payer.id)
    yield segment("N3", fold(payer.street))
    yield segment("N4", fold(payer.city), payer.state, payer.zip)
    yield segment("REF", "2U", payer.id)
    yield segment("PER", "BL", fold(payer.name), "TE", payer.phone)
    yield segment("N1", "PE", fold(payment.payee.last), "XX", payment.payee.identifier)
    if payment.tax_id:
        yield segment("REF", "TJ", payment.tax_id)
    if payment.papers:
        yield segment("LX", "1")
    for paper in payment.papers:
        yield from _claim(paper, payer)
    if payment.adjustments:
        yield from _provider(payment)


def _money(payment: Payment, day: str) -> str:
    payer = payment.payer
    if payment.amount == 0:
        return segment("BPR", "H", "0", "C", "NON", *[""] * 11, day)
    if not payer.account:
        return segment("BPR", "I", dollars(payment.amount), "C", "CHK", *[""] * 11, day)
    bank = ["01", payer.routing, "DA", payer.account, f"1{payer.tax_id}", ""]
    payee = ["01", payer.payee_routing, "DA", payer.payee_account]
    return segment("BPR", "I", dollars(payment.amount), "C", "ACH", "CCP", *bank, *payee, day)


def _provider(payment: Payment) -> Iterator[str]:
    """PLB carries up to six adjustments a segment."""
    parts = payment.adjustments
    for start in range(0, len(parts), _PER_CAS):
        pairs = [
            text
            for part in parts[start : start + _PER_CAS]
            for text in (":".join(filter(None, (part.reason, part.reference))), dollars(part.cents))
        ]
        yield segment("PLB", payment.payee.identifier, f"{payment.day.year}1231", *pairs)


def _claim(paper: Paper, payer: Payer) -> Iterator[str]:
    decision, claim = paper.decision, paper.claim
    # A reversal states no patient share; the PR adjustments of its lines take it back.
    share = "" if decision.status == "22" else dollars(decision.patient)
    amounts = [dollars(decision.charge), dollars(decision.paid), share]
    yield segment("CLP", claim.id, decision.status, *amounts, payer.filing, decision.icn, claim.place, claim.frequency)
    yield from _people(paper)
    if decision.remarks:
        yield segment("MOA", "", "", *decision.remarks[:5])
    if claim.original_icn and decision.status != "22":
        yield segment("REF", "F8", claim.original_icn)
    yield segment("DTM", "232", f"{min(line.start for line in decision.lines):%Y%m%d}")
    yield segment("DTM", "233", f"{max(line.end for line in decision.lines):%Y%m%d}")
    yield segment("DTM", "050", f"{paper.received:%Y%m%d}")
    if decision.allowed > 0:
        yield segment("AMT", "AU", dollars(decision.allowed))
    if paper.interest:
        yield segment("AMT", "I", dollars(paper.interest))
    for line in decision.lines:
        yield from _line(line)


def _people(paper: Paper) -> Iterator[str]:
    claim = paper.claim
    patient, subscriber = claim.patient, claim.subscriber
    identifier = patient.identifier or subscriber.identifier
    yield _named("QC", patient, "MI", identifier)
    if patient != subscriber:
        yield _named("IL", subscriber, "MI", subscriber.identifier)
    if paper.corrected:
        last, first = paper.corrected
        yield segment("NM1", "74", "1", last, first)
    if claim.rendering != claim.billing:
        yield _named("82", claim.rendering, "XX", claim.rendering.identifier)


def _named(entity: str, person: Person, qualifier: str, identifier: str) -> str:
    kind = "1" if person.is_person else "2"
    names = [fold(person.last), fold(person.first), fold(person.middle)]
    return segment("NM1", entity, kind, *names, "", "", qualifier, fold(identifier))


def _line(line: LineDecision) -> Iterator[str]:
    units = format(line.units.normalize(), "f")
    procedure = ":".join(["HC", line.code, *line.modifiers])
    billed = ":".join(["HC", line.billed_code, *line.modifiers]) if line.billed_code != line.code else ""
    yield segment("SVC", procedure, dollars(line.charge), dollars(line.paid), "", units, billed)
    if line.start == line.end:
        yield segment("DTM", "472", f"{line.start:%Y%m%d}")
    else:
        yield segment("DTM", "150", f"{line.start:%Y%m%d}")
        yield segment("DTM", "151", f"{line.end:%Y%m%d}")
    yield from _cas(line.adjustments)
    if line.control:
        yield segment("REF", "6R", line.control)
    if line.allowed > 0:
        yield segment("AMT", "B6", dollars(line.allowed))
    for remark in line.remarks:
        yield segment("LQ", "HE", remark)


def _cas(adjustments: Sequence[Adjustment]) -> Iterator[str]:
    """One CAS for each group, up to six reasons in it."""
    for group in dict.fromkeys(part.group for part in adjustments):
        own = [part for part in adjustments if part.group == group]
        for start in range(0, len(own), _PER_CAS):
            triplets = [
                text for part in own[start : start + _PER_CAS] for text in (part.reason, dollars(part.cents), "")
            ]
            yield segment("CAS", group, *triplets)
