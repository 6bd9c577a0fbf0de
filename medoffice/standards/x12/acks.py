"""Acknowledgements: reading and writing the 999 (a group was taken or not) and the TA1 (an interchange was)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from medoffice.kernel.findings import Finding
from medoffice.standards.x12.envelope import interchange, transaction_number, wrap
from medoffice.standards.x12.tokens import Interchange, Transaction, read_interchanges
from medoffice.standards.x12.types import Ack999, AckTA1, ElementError, Envelope, SegmentError, SetResponse
from medoffice.standards.x12.values import Reading, Segment, Writing, at, composite, plain

GUIDE = "005010X231A1"


def read_999(data: bytes) -> tuple[list[Ack999], list[Finding]]:
    """Every functional group acknowledgement (999, and the older 997) in the bytes. Never raises on content."""
    interchanges, findings = read_interchanges(data)
    acks = []
    for found in interchanges:
        findings += found.findings
        for group in found.groups:
            findings += group.findings
            for transaction in group.transactions:
                findings += transaction.findings
                if transaction.code in ("999", "997"):
                    ack, noted = read_ack(transaction)
                    acks.append(ack)
                    findings += noted
    if interchanges and not acks:
        findings.append(Finding("x12.no-999", "file", "There is no acknowledgement (999) in this file."))
    return acks, findings


def read_ta1(data: bytes) -> tuple[list[AckTA1], list[Finding]]:
    """Every interchange acknowledgement (TA1) in the bytes. Never raises on content."""
    interchanges, findings = read_interchanges(data)
    acks = ta1_of(interchanges)
    for found in interchanges:
        findings += [*found.findings, *check_ta1(found)]
    if interchanges and not acks:
        findings.append(Finding("x12.no-ta1", "file", "There is no interchange acknowledgement (TA1) in this file."))
    return acks, findings


def ta1_of(interchanges: list[Interchange]) -> list[AckTA1]:
    """Every TA1 in interchanges that were read, in order."""
    return [_ta1(list(row)) for found in interchanges for row in found.ta1]


def check_ta1(interchange: Interchange) -> Iterator[Finding]:
    """What is no answer in the TA1s of an interchange: a time that does not exist, a result nobody knows."""
    for row in map(list, interchange.ta1):
        where = f"TA1 of interchange {at(row, 1) or '?'}"
        if _moment(row) is None:
            words = f"{at(row, 2)} {at(row, 3)}".strip() or "nothing"
            yield Finding("x12.bad-day", f"{where}, TA102", f"This is no day and time: {words}.")
        if at(row, 4) not in ("A", "E", "R"):
            words = f"The result is {at(row, 4) or 'missing'}; it must be A, E or R."
            yield Finding("x12.code", f"{where}, TA104", words)


def _moment(row: Segment) -> datetime | None:
    try:
        return datetime.strptime(at(row, 2) + at(row, 3)[:4], "%y%m%d%H%M")  # noqa: DTZ007 - X12 has no zone
    except ValueError:
        return None


def _ta1(row: Segment) -> AckTA1:
    return AckTA1(at(row, 1), _moment(row), at(row, 4), at(row, 5))


@dataclass(slots=True)
class _Set:
    head: Segment
    errors: list[SegmentError] = field(default_factory=list)
    elements: list[list[ElementError]] = field(default_factory=list)
    status: str = ""
    reasons: tuple[str, ...] = ()

    def frozen(self) -> SetResponse:
        head = self.head
        pairs = zip(self.errors, self.elements, strict=True)
        errors = tuple(replace(error, elements=tuple(elements)) for error, elements in pairs)
        return SetResponse(at(head, 1), at(head, 2), self.status, at(head, 3), errors, self.reasons)


def read_ack(transaction: Transaction) -> tuple[Ack999, list[Finding]]:
    """One 999 or 997 as a value, and what could not be read in it."""
    reading, component = Reading(), transaction.delimiters.component
    sets: list[_Set] = []
    group: Segment = []
    result: Segment = []
    for segment in transaction.segments():
        reading.position += 1
        kind = segment[0]
        if kind == "AK1":
            group = segment
        elif kind == "AK2":
            sets.append(_Set(segment))
        elif kind == "AK9":
            result = segment
        elif sets:
            _respond(sets[-1], kind, segment, component)
    included, received, accepted = (_count(reading, result, place) for place in (2, 3, 4))
    if not result:
        reading.findings.append(Finding("x12.no-ak9", "AK9", "The acknowledgement does not say its result (AK9)."))
    answers = tuple(entry.frozen() for entry in sets)
    reasons = tuple(filter(None, result[5:10]))
    head = (at(group, 1), at(group, 2), at(result, 1))
    return Ack999(*head, included, received, accepted, at(group, 3), answers, reasons), reading.findings


def check_ack(ack: Ack999) -> Iterator[Finding]:
    """Whether what a 999 says of the group fits what it says of the transactions; accepted ones need not be named."""
    where = f"group {ack.group_control or '?'}, AK9"
    refused = sum(not answer.accepted for answer in ack.sets)
    named = len(ack.sets) - refused
    if ack.accepted > ack.received or named > ack.accepted or refused > ack.received - ack.accepted:
        words = f"It counts {ack.accepted} of {ack.received} accepted, but names {named} accepted and {refused} not."
        yield Finding("x12.ack-count", where, words)
    if (ack.status == "A") == bool(refused) and ack.status in ("A", "R") and ack.sets:
        words = f"The group is said to be {ack.status}, but {named} transactions are accepted and {refused} are not."
        yield Finding("x12.ack-result", where, words)


def _count(reading: Reading, segment: Segment, place: int) -> int:
    return int(reading.quantity(segment, place) or 0) if segment else 0


def _respond(target: _Set, kind: str, segment: Segment, component: str) -> None:
    """Take what IK3, CTX, IK4, IK5 (or AK3, AK4, AK5) say about the transaction."""
    if kind in ("IK3", "AK3"):
        position = at(segment, 2)
        place = int(position) if position.isascii() and position.isdigit() and len(position) < 10 else 0
        target.errors.append(SegmentError(at(segment, 1), place, at(segment, 4), at(segment, 3)))
        target.elements.append([])
    elif kind in ("IK4", "AK4") and target.errors:
        spots = [int(part) if part.isascii() and part.isdigit() else 0 for part in at(segment, 1)[:9].split(component)]
        component_place = spots[1] if len(spots) > 1 else 0
        target.elements[-1].append(ElementError(spots[0], at(segment, 3), component_place, at(segment, 4)))
    elif kind == "CTX" and target.errors:
        name, _, number = at(segment, 1).partition(component)
        if name == "CLM01" and number:
            target.errors[-1] = replace(target.errors[-1], claim=number)
    elif kind in ("IK5", "AK5"):
        target.status = at(segment, 1)
        target.reasons = tuple(filter(None, segment[2:7]))


def write_999(acks: Sequence[Ack999], envelope: Envelope) -> bytes:
    """One interchange with one 999 for each acknowledged group."""
    return wrap(envelope, "FA", GUIDE, [_ack(ack, place) for place, ack in enumerate(acks)])


def _ack(ack: Ack999, place: int) -> list[str]:
    out = Writing()
    out.add("ST", "999", transaction_number(place), GUIDE)
    out.add("AK1", ack.group_code, ack.group_control, ack.version)
    for answer in ack.sets:
        out.add("AK2", answer.code, answer.control, answer.version)
        for error in answer.errors:
            out.add("IK3", error.segment, str(error.position), error.loop, error.code)
            if error.claim:
                out.add("CTX", composite("CLM01", error.claim))
            for element in error.elements:
                spot = composite(str(element.element), str(element.component) if element.component else "")
                out.add("IK4", spot, "", element.code, plain(element.value))
        out.add("IK5", answer.status, *answer.reasons)
    counts = [str(ack.included), str(ack.received), str(ack.accepted)]
    out.add("AK9", ack.status, *counts, *ack.reasons)
    return out.parts


def write_ta1(acks: Sequence[AckTA1], envelope: Envelope) -> bytes:
    """One interchange that carries only interchange acknowledgements."""
    out = Writing()
    for ack in acks:
        when = (f"{ack.at:%y%m%d}", f"{ack.at:%H%M}") if ack.at else ("", "")
        out.add("TA1", ack.control, *when, ack.status, ack.note)
    return interchange(envelope, out.text(), 0)
