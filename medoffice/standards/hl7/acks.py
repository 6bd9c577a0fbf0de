"""Acknowledgements: that a message came, and what of it could not be used (MSA, ERR).

Which code says which error is HL7's table 0357 as far as it is used here (source: unverified).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from medoffice.standards.hl7.building import Field, Header, build, segment
from medoffice.standards.hl7.kinds import kind_of
from medoffice.standards.hl7.message import Message, Segment


class AckCode(StrEnum):
    """Accepted, of no use, or rejected: as one answers, or (C) as one only says that it is kept."""

    ACCEPT = "AA"
    ERROR = "AE"
    REJECT = "AR"
    COMMIT = "CA"
    COMMIT_ERROR = "CE"
    COMMIT_REJECT = "CR"


class ErrorCode(StrEnum):
    """What kind of error (table 0357)."""

    SEQUENCE = "100"
    MISSING = "101"
    DATA_TYPE = "102"
    TABLE = "103"
    MESSAGE_TYPE = "200"
    EVENT = "201"
    PROCESSING = "202"
    VERSION = "203"
    UNKNOWN_KEY = "204"
    INTERNAL = "207"


_WORDS = {
    ErrorCode.SEQUENCE: "segments out of order",
    ErrorCode.MISSING: "required field missing",
    ErrorCode.DATA_TYPE: "wrong type of data",
    ErrorCode.TABLE: "value not in the table",
    ErrorCode.MESSAGE_TYPE: "unsupported message type",
    ErrorCode.EVENT: "unsupported event",
    ErrorCode.PROCESSING: "unsupported processing id",
    ErrorCode.VERSION: "unsupported version",
    ErrorCode.UNKNOWN_KEY: "unknown key",
    ErrorCode.INTERNAL: "internal error",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its code, where (segment, its number, field, repetition ...), in words; E or W."""

    code: str
    where: tuple[str, ...] = ()
    words: str = ""
    severity: str = "E"


@dataclass(frozen=True, slots=True)
class Ack:
    """What an acknowledgement says of the message with that number; ``control_id`` is text, never a number."""

    code: str
    control_id: str
    words: str = ""
    faults: tuple[Fault, ...] = ()


def acknowledge(
    message: Message, code: AckCode, *, control_id: str, at: str, words: str = "", faults: Sequence[Fault] = ()
) -> Message:
    """The answer to a message, from whom it was sent to, under a number of its own; ``at`` is a time as written.

    Of what is no message, give ``Message(b"")``: the answer then names no number.
    """
    head = message.first("MSH")
    event = kind_of(message)[1]
    version = head.value(12) or "2.5.1"
    header = Header(
        ("ACK", event, "ACK") if event and modern(version) else ("ACK", event),
        control_id,
        at,
        _whole(head, 5),
        _whole(head, 6),
        _whole(head, 3),
        _whole(head, 4),
        version,
        head.value(11) or "P",
    )
    said: dict[int, Field] = {1: code.value, 2: head.value(10), 3: words}
    write = _fault if modern(version) else _old_fault
    return build(header, [segment("MSA", said), *map(write, faults)])


def read_ack(message: Message) -> Ack:
    """What an acknowledgement says; its code is empty if there is none."""
    said = message.first("MSA")
    faults = tuple(fault for one in message.named("ERR") for fault in _faults(one))
    return Ack(said.value(1).strip(), said.value(2), said.whole(3), faults)


def modern(version: str) -> bool:
    """Whether a version has the ERR segment and the third part of MSH-9 (2.5 and later)."""
    numbers = version.split(".")
    minor = numbers[1] if len(numbers) > 1 else ""
    return not (minor.isascii() and minor.isdigit() and int(minor[:4]) < 5)


def _whole(head: Segment, number: int) -> tuple[str, ...]:
    return tuple(head.parts(head.field(number)))


def _coded(code: str) -> tuple[str, str]:
    return code, _WORDS.get(ErrorCode(code), "") if code in set(ErrorCode) else ""


def _fault(fault: Fault) -> bytes:
    told: dict[int, Field] = {2: fault.where, 3: (*_coded(fault.code), "HL70357"), 4: fault.severity, 8: fault.words}
    return segment("ERR", told)


def _old_fault(fault: Fault) -> bytes:
    where = (*fault.where[:3], "", "", "")[:3]
    code, words = _coded(fault.code)
    return segment("ERR", {1: (*where, (code, fault.words or words, "HL70357"))})


def _faults(said: Segment) -> list[Fault]:
    if said.field(3) or said.field(2):
        where = tuple(said.parts(said.repetitions(2)[0])) if said.field(2) else ()
        return [Fault(said.value(3), where, said.whole(8) or said.value(3, 2), said.value(4) or "E")]
    found = []
    for one in said.repetitions(1):
        code, words, *_ = (*said.subparts(one, 4), "", "")
        found.append(Fault(code, _filled(said.parts(one)[:3]), words))
    return found


def _filled(parts: list[str]) -> tuple[str, ...]:
    """The parts up to the last that says something."""
    return tuple(parts[: max((place for place, one in enumerate(parts, 1) if one), default=0)])
