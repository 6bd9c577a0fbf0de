"""Answering a received file: the 999 for each of its groups, built from what the structure check found."""

from itertools import groupby

from medoffice.standards.x12.faults import Fault
from medoffice.standards.x12.kinds import kind_of
from medoffice.standards.x12.structure import check_structure
from medoffice.standards.x12.tokens import Group, Transaction, read_interchanges
from medoffice.standards.x12.types import Ack999, ElementError, SegmentError, SetResponse
from medoffice.standards.x12.values import WRITABLE

# IK502 codes for what is wrong with a transaction as a whole.
_WHOLE = {"x12.no-se": "2", "x12.se-control": "3", "x12.se-count": "4"}
_SEGMENT_HAS_ERRORS, _SET_HAS_ERRORS, _NOT_SUPPORTED = "8", "5", "1"


def acknowledge(data: bytes) -> list[Ack999]:
    """One answer for each functional group in the bytes, in order: transactions without a fault are accepted.

    A transaction of a kind we do not read is rejected as not supported. Acknowledgements are not acknowledged.
    """
    interchanges, _ = read_interchanges(data)
    return [_group(group) for found in interchanges for group in found.groups if group.gs[1] not in ("FA", "")]


def _group(group: Group) -> Ack999:
    sets = tuple(_set(transaction) for transaction in group.transactions)
    accepted = sum(answer.accepted for answer in sets)
    status = "A" if accepted == len(sets) else "P" if accepted else "R"
    control = group.gs[6][:9] or "0"
    return Ack999(group.gs[1], control, status, len(sets), len(sets), accepted, group.gs[8], sets)


def _set(transaction: Transaction) -> SetResponse:
    reads = kind_of(transaction).reads
    head = (transaction.code, transaction.control)
    version = transaction.version
    if not reads:
        return SetResponse(*head, "R", version, (), (_NOT_SUPPORTED,))
    reasons = [_WHOLE[finding.code] for finding in transaction.findings if finding.code in _WHOLE]
    errors = tuple(_segments(check_structure(transaction, reads)))
    if errors:
        reasons.append(_SET_HAS_ERRORS)
    return SetResponse(*head, "R" if reasons else "A", version, errors, tuple(dict.fromkeys(reasons))[:5])


def _segments(faults: list[Fault]) -> list[SegmentError]:
    """Faults gathered by segment; faults of elements stand under one error of their segment."""
    found = []
    ordered = sorted(faults, key=lambda fault: fault.position)
    for (position, name), group in groupby(ordered, key=lambda fault: (fault.position, fault.segment)):
        row = list(group)
        found += [
            SegmentError(name, position, fault.wire, _loop(fault), (), fault.claim)
            for fault in row
            if not fault.element
        ]
        elements = tuple(
            ElementError(fault.element, fault.wire, fault.component, _echo(fault.value))
            for fault in row
            if fault.element
        )
        if elements:
            found.append(SegmentError(name, position, _SEGMENT_HAS_ERRORS, _loop(row[0]), elements, row[0].claim))
    return found


def _loop(fault: Fault) -> str:
    """The loop as IK303 holds it: four characters at most."""
    return "" if fault.loop == "ST" else fault.loop[:4]


def _echo(value: str) -> str:
    """The bad value, sent back only when the answer can carry it."""
    return value[:99] if WRITABLE.issuperset(value) else ""
