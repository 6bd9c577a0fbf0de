"""Building messages: segments of texts, escaped as they are written; segments end with CR, letters are UTF-8.

A field is a text, a tuple of components (each a text or a tuple of subcomponents), or a list of such (repetitions).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from medoffice.standards.hl7.coding import Coding
from medoffice.standards.hl7.message import Message

Component = str | tuple[str, ...]
Repetition = str | tuple[Component, ...]
Field = Repetition | list[Repetition]

UTF_8 = "UNICODE UTF-8"
_OURS = Coding()


@dataclass(frozen=True, slots=True)
class Header:
    """What MSH says: who sends to whom, when, which kind (``("ORU", "R01", "ORU_R01")``), under which number.

    ``at`` is a time as it is written. ``charset`` is told where a text needs it.
    """

    kind: tuple[str, ...]
    control_id: str
    at: str
    sender: Repetition = ""
    sender_facility: Repetition = ""
    receiver: Repetition = ""
    receiver_facility: Repetition = ""
    version: str = "2.5.1"
    processing: str = "P"
    accept_ack: str = ""
    application_ack: str = ""
    charset: str = UTF_8
    profile: Repetition = ""


def segment(name: str, fields: Mapping[int, Field], coding: Coding = _OURS) -> bytes:
    """A segment without its end; empty fields at its end are left out."""
    marks = coding.delimiters
    last = max(fields, default=0)
    found = [_field(value, coding) if (value := fields.get(number)) else b"" for number in range(1, last + 1)]
    return marks.field.join([name.encode("ascii"), *found]).rstrip(marks.field)


def build(header: Header, segments: Iterable[bytes]) -> Message:
    """A message of a header and segments that ``segment`` wrote."""
    told: dict[int, Field] = {
        3: header.sender,
        4: header.sender_facility,
        5: header.receiver,
        6: header.receiver_facility,
        7: header.at,
        9: header.kind,
        10: header.control_id,
        11: header.processing,
        12: header.version,
        15: header.accept_ack,
        16: header.application_ack,
        18: header.charset,
        21: header.profile,
    }
    written = {number - 2: value for number, value in told.items()}
    marks = _OURS.delimiters
    head = marks.field.join((b"MSH" + marks.field + marks.encoding, segment("", written).removeprefix(marks.field)))
    return Message(b"".join(line + b"\r" for line in (head, *segments)))


def build_file(header: Mapping[int, Field], messages: Sequence[Message]) -> bytes:
    """A file of one batch; ``header`` are the fields of FHS and BHS from the third on."""
    marks = _OURS.delimiters
    told = segment("", {number - 2: value for number, value in header.items()})
    opened = [name + marks.field + marks.encoding + told + b"\r" for name in (b"FHS", b"BHS")]
    closed = [segment("BTS", {1: str(len(messages))}) + b"\r", segment("FTS", {1: "1"}) + b"\r"]
    return b"".join((*opened, *(one.raw for one in messages), *closed))


def _field(value: Field, coding: Coding) -> bytes:
    if isinstance(value, list):
        return coding.delimiters.repetition.join(_repetition(one, coding) for one in value)
    return _repetition(value, coding)


def _repetition(value: Repetition, coding: Coding) -> bytes:
    if isinstance(value, str):
        return coding.leaf(value)
    marks = coding.delimiters
    return marks.component.join(_component(one, coding) for one in value).rstrip(marks.component)


def _component(value: Component, coding: Coding) -> bytes:
    if isinstance(value, str):
        return coding.leaf(value)
    marks = coding.delimiters
    return marks.subcomponent.join(map(coding.leaf, value)).rstrip(marks.subcomponent)
