"""What the payers answer to a file of claims: TA1, 999 (005010X231A1) and 277CA (005010X214)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from medoffice.exchange.simulators.payer.rules.wire import (
    Envelope,
    Group,
    Header,
    at,
    dollars,
    fold,
    segment,
    write_interchange,
)
from medoffice.exchange.simulators.payer.types import Claim, Fault, Person, Rejection

GUIDE_999 = "005010X231A1"
GUIDE_277CA = "005010X214"


def write_ta1(header: Header, note: str, envelope: Envelope) -> bytes:
    """The answer to an interchange: accepted where ``note`` is 000, else refused for it."""
    answer = segment("TA1", header.control, header.day, header.time, "A" if note == "000" else "R", note)
    return ("~\n".join([envelope.isa(), answer, f"IEA*0*{envelope.control:09d}"]) + "~\n").encode("ascii")


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """What the 999 says of one transaction: number and guide, the faults inside, the code of a wrong envelope."""

    number: str
    guide: str
    faults: tuple[Fault, ...] = ()
    envelope: str = ""

    @property
    def verdict(self) -> str:
        """IK501: A accepted, E accepted with errors, R refused."""
        if self.envelope or any(fault.fatal for fault in self.faults):
            return "R"
        return "E" if self.faults else "A"


def write_999(group: Group, sets: Sequence[SetAnswer], group_fault: str, envelope: Envelope) -> bytes:
    """The answer to a functional group. A ``group_fault`` (AK905) refuses all of it."""
    header = group.header
    body = [segment("AK1", at(header, 1), at(header, 6), at(header, 8))]
    for answer in sets:
        body += _set(answer)
    taken = 0 if group_fault else sum(answer.verdict != "R" for answer in sets)
    said = (at(group.trailer, 1) if group.trailer else "") or str(len(sets))
    body.append(segment("AK9", _verdict(sets, taken, group_fault), said, str(len(sets)), str(taken), group_fault))
    return write_interchange(envelope, "FA", GUIDE_999, [body])


def _verdict(sets: Sequence[SetAnswer], taken: int, group_fault: str) -> str:
    if group_fault or not taken:
        return "R"
    if taken < len(sets):
        return "P"
    return "E" if any(answer.verdict == "E" for answer in sets) else "A"


def _set(answer: SetAnswer) -> Iterator[str]:
    yield segment("AK2", "837", answer.number, answer.guide)
    for fault in answer.faults:
        yield segment("IK3", fault.segment, str(fault.place), "", fault.code)
        if fault.element:
            yield segment("IK4", str(fault.element), "", fault.element_code, fold(fault.value))
    reason = answer.envelope or ("5" if answer.faults else "")
    yield segment("IK5", answer.verdict, reason)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A claim at the front door: taken in under a claim number, or sent back."""

    claim: Claim
    icn: str = ""
    rejection: Rejection | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What one 277CA transaction reports: the source, the submitter, the reference of the 837P, its claims."""

    source: Person
    entity: str
    submitter: Person
    reference: str
    trace: str
    receipts: tuple[Receipt, ...]


def write_277ca(batches: Sequence[Batch], moment: datetime, envelope: Envelope) -> bytes:
    """The claim acknowledgement: one transaction for each information source."""
    return write_interchange(envelope, "HN", GUIDE_277CA, [list(_batch(batch, moment)) for batch in batches])


def _batch(batch: Batch, moment: datetime) -> Iterator[str]:
    today = f"{moment:%Y%m%d}"
    yield segment("BHT", "0085", "08", batch.trace, today, f"{moment:%H%M}", "TH")
    yield segment("HL", "1", "", "20", "1")
    yield segment("NM1", batch.entity, "2", fold(batch.source.last), *[""] * 4, "PI", batch.source.identifier)
    yield segment("TRN", "1", batch.trace)
    yield segment("DTP", "050", "D8", today)
    yield segment("DTP", "009", "D8", today)
    yield segment("HL", "2", "1", "21", "1")
    yield _named("41", batch.submitter, "46")
    yield segment("TRN", "2", batch.reference)
    total = sum(receipt.claim.charge for receipt in batch.receipts)
    yield segment("STC", "A1:19:PR", today, "WQ", dollars(total))
    yield from _counts(batch.receipts, "90", "AA")
    level = 2
    for billing in dict.fromkeys(receipt.claim.billing for receipt in batch.receipts):
        own = [receipt for receipt in batch.receipts if receipt.claim.billing == billing]
        level, parent = level + 1, level + 1
        yield from _provider(billing, own, parent)
        for receipt in own:
            level += 1
            yield from _receipt(receipt, level, parent, today)


def _named(entity: str, person: Person, qualifier: str) -> str:
    kind = "1" if person.is_person else "2"
    names = [fold(person.last), fold(person.first), fold(person.middle)]
    return segment("NM1", entity, kind, *names, "", "", qualifier, fold(person.identifier))


def _counts(receipts: Sequence[Receipt], taken: str, refused: str) -> Iterator[str]:
    """How many and how much were taken and refused; a kind of which there are none is left out."""
    parts = {
        ("YU", taken): [receipt.claim.charge for receipt in receipts if not receipt.rejection],
        ("YY", refused): [receipt.claim.charge for receipt in receipts if receipt.rejection],
    }
    for (_, quantity), charges in parts.items():
        if charges:
            yield segment("QTY", quantity, str(len(charges)))
    for (amount, _), charges in parts.items():
        if charges:
            yield segment("AMT", amount, dollars(sum(charges)))


def _provider(billing: Person, own: Sequence[Receipt], level: int) -> Iterator[str]:
    yield segment("HL", str(level), "2", "19", "1")
    yield _named("85", billing, "XX")
    yield segment("TRN", "1", "0")
    yield segment("STC", "A1:19:PR", "", "WQ", dollars(sum(receipt.claim.charge for receipt in own)))
    yield from _counts(own, "QA", "QC")


def _receipt(receipt: Receipt, level: int, parent: int, today: str) -> Iterator[str]:
    claim, why = receipt.claim, receipt.rejection
    yield segment("HL", str(level), str(parent), "PT")
    patient = claim.patient
    known = Person(patient.last, patient.first, patient.middle, patient.identifier or claim.subscriber.identifier)
    yield _named("QC", known, "MI")
    yield segment("TRN", "2", claim.id)
    if why:
        status = ":".join(part for part in (why.category, why.status, why.entity) if part)
        yield segment("STC", status, today, "U", dollars(claim.charge))
    else:
        yield segment("STC", "A2:20:PR", today, "WQ", dollars(claim.charge))
        yield segment("REF", "1K", receipt.icn)
    first = min(line.start for line in claim.lines)
    last = max(line.end for line in claim.lines)
    days = f"{first:%Y%m%d}" if first == last else f"{first:%Y%m%d}-{last:%Y%m%d}"
    yield segment("DTP", "472", "D8" if first == last else "RD8", days)
