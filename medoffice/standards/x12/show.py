"""What is in a file, as typed JSON and in words a biller reads."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, cast

from medoffice.kernel.money import Money
from medoffice.standards.x12.acks import read_ack, ta1_of
from medoffice.standards.x12.eligibility import read_answers, read_requests
from medoffice.standards.x12.eligibility_show import answer_in_words, named, request_in_words
from medoffice.standards.x12.eligibility_types import EligibilityAnswer, EligibilityRequest
from medoffice.standards.x12.kinds import kind_of
from medoffice.standards.x12.professional import read_claims
from medoffice.standards.x12.remittance import read_remit
from medoffice.standards.x12.status import read_report
from medoffice.standards.x12.tokens import Transaction, read_interchanges, transactions_of
from medoffice.standards.x12.types import Ack999, AckTA1, Claim837, Remit835, StatusReport

Noun = Claim837 | Remit835 | Ack999 | AckTA1 | StatusReport | EligibilityRequest | EligibilityAnswer
_NAMES = {
    Claim837: "claim", Remit835: "remittance", Ack999: "acknowledgement", AckTA1: "interchange acknowledgement",
    EligibilityRequest: "eligibility question", EligibilityAnswer: "eligibility answer",
}  # fmt: skip


def show_bytes(data: bytes) -> list[dict[str, Any]]:
    """Every noun in the bytes as JSON: ``kind``, ``transaction``, ``content``.

    Amounts are decimal text (``"12.50"``), days ISO text. A transaction we do not read has only its name.
    """
    rows: list[dict[str, Any]] = []
    for transaction, noun in _nouns(data):
        words = kind_of(transaction).words if transaction else "TA1 interchange acknowledgement"
        if noun is None:
            rows.append({"kind": "unsupported", "transaction": words})
        else:
            rows.append({"kind": _NAMES.get(type(noun), "claim status"), "transaction": words, "content": _json(noun)})
    return rows


def show_text(data: bytes) -> str:
    """The same in words, one paragraph for each thing."""
    paragraphs = []
    for transaction, noun in _nouns(data):
        lines = (
            _words(noun) if noun else iter([f"{kind_of(transaction).words if transaction else 'TA1'}: not read here."])
        )
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs) or "There is nothing to show: no X12 transaction was found."


def _nouns(data: bytes) -> Iterator[tuple[Transaction | None, Noun | None]]:
    interchanges, _ = read_interchanges(data)
    for ack in ta1_of(interchanges):
        yield None, ack
    for transaction in transactions_of(interchanges):
        read = _READERS.get(kind_of(transaction).reads)
        if read is None:
            yield transaction, None
        else:
            for noun in read(transaction):
                yield transaction, noun


# How each kind of transaction that we read becomes nouns.
_READERS: dict[str, Callable[[Transaction], Sequence[Noun]]] = {
    "837P": lambda transaction: read_claims(transaction)[0],
    "835": lambda transaction: [read_remit(transaction)[0]],
    "999": lambda transaction: [read_ack(transaction)[0]],
    "277CA": lambda transaction: [read_report(transaction)[0]],
    "270": lambda transaction: read_requests(transaction)[0],
    "271": lambda transaction: read_answers(transaction)[0],
}


def _json(value: object) -> object:
    kind = type(value)
    if kind is str or kind is int or value is None:
        return value
    if kind is tuple:
        return [_json(item) for item in cast(tuple[object, ...], value)]
    names = _parts(cast(Hashable, kind))
    return {name: _json(getattr(value, name)) for name in names} if names else _plain(value)


@cache
def _parts(kind: type[Any]) -> tuple[str, ...]:
    """The names of a noun's parts; none of a plain value, as money is."""
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) and kind is not Money else ()


def _plain(value: object) -> object:
    if isinstance(value, Money):
        sign = "-" if value.cents < 0 else ""
        return f"{sign}{abs(value.cents) // 100}.{abs(value.cents) % 100:02d}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _words(noun: Noun) -> Iterator[str]:
    if isinstance(noun, Claim837):
        yield from _claim(noun)
    elif isinstance(noun, Remit835):
        yield from _remit(noun)
    elif isinstance(noun, Ack999):
        yield from _ack(noun)
    elif isinstance(noun, StatusReport):
        yield from _report(noun)
    elif isinstance(noun, EligibilityRequest):
        yield from request_in_words(noun)
    elif isinstance(noun, EligibilityAnswer):
        yield from answer_in_words(noun)
    else:
        yield f"Interchange {noun.control}: {_STATUS.get(noun.status, noun.status)} (note {noun.note})"


_STATUS = {"A": "accepted", "E": "accepted with errors", "P": "partly accepted", "R": "rejected"}
_CLAIM = {
    "1": "processed as primary", "2": "processed as secondary", "3": "processed as tertiary", "4": "denied",
    "19": "processed as primary and forwarded", "20": "processed as secondary and forwarded",
    "21": "processed as tertiary and forwarded", "22": "reversal of an earlier payment",
    "23": "not this payer's, forwarded", "25": "predetermination, nothing paid",
}  # fmt: skip
_FREQUENCY = {"1": "new claim", "7": "replacement", "8": "void"}


def _claim(claim: Claim837) -> Iterator[str]:
    patient = claim.patient.party if claim.patient else claim.subscriber.party
    kind = _FREQUENCY.get(claim.frequency, f"frequency {claim.frequency}")
    yield f"Claim {claim.claim_id} ({kind}), {claim.charge}, patient {named(patient)}, to {named(claim.payer)}"
    yield f"  billed by {named(claim.billing.party)} NPI {claim.billing.npi or '-'}, place of service {claim.place}"
    if claim.original_reference:
        yield f"  the payer's claim number: {claim.original_reference}"
    yield f"  diagnoses: {', '.join(claim.diagnoses) or 'none'}"
    for place, line in enumerate(claim.lines, 1):
        code = " ".join([line.procedure.code, *line.procedure.modifiers])
        pointers = ",".join(map(str, line.pointers)) or "-"
        day = line.day or "no date"
        yield f"  line {place}: {day} {code} x {line.units}, {line.charge}, diagnoses {pointers}"
    for other in claim.other_payers:
        yield f"  other payer {named(other.payer)} paid {other.paid if other.paid is not None else 'not said'}"


def _remit(remit: Remit835) -> Iterator[str]:
    yield f"Payment {remit.trace} of {remit.amount} by {remit.method} on {remit.paid_on or 'no date'}"
    yield f"  from {named(remit.payer)} to {named(remit.payee)}, {len(remit.claims)} claims"
    for claim in remit.claims:
        status = _CLAIM.get(claim.status, f"status {claim.status}")
        yield f"  claim {claim.claim_id}, {named(claim.patient)}: {status}, charged {claim.charge}, paid {claim.paid}"
        for entry in claim.adjustments:
            yield f"    adjusted {entry.group} {entry.reason} {entry.amount}"
        for line in claim.lines:
            cuts = "; ".join(f"{entry.group} {entry.reason} {entry.amount}" for entry in line.adjustments)
            yield f"    {line.procedure.code}: charged {line.charge}, paid {line.paid}{'; ' + cuts if cuts else ''}"
    for moved in remit.adjustments:
        yield f"  outside claims: {moved.reason} {moved.reference} {moved.amount}"


def _ack(ack: Ack999) -> Iterator[str]:
    status = _STATUS.get(ack.status, ack.status or "no result")
    counts = f"{ack.accepted} of {ack.included} transactions accepted"
    yield f"Group {ack.group_control} ({ack.group_code}): {status}, {counts}"
    for answer in ack.sets:
        yield f"  transaction {answer.code} {answer.control}: {_STATUS.get(answer.status, answer.status)}"
        for error in answer.errors:
            places = ", ".join(f"element {element.element} (error {element.code})" for element in error.elements)
            claim = f" of claim {error.claim}" if error.claim else ""
            yield f"    segment {error.position} {error.segment}{claim}: error {error.code or '-'} {places}".rstrip()


def _report(report: StatusReport) -> Iterator[str]:
    yield f"Claim status from {named(report.source)} about batch {report.batch or '-'}"
    for status in report.refused_whole:
        yield f"  refused as a whole: {status.words}"
    for claim in report.claims:
        codes = ", ".join(status.words for status in claim.statuses)
        taken = "accepted" if claim.accepted else "not accepted"
        yield f"  claim {claim.claim_id}: {taken} ({codes}) {claim.payer_claim_number}".rstrip()
