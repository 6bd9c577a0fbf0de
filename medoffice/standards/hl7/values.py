"""The data types of HL7 in a segment: times, codes, numbers, names, documents. What is none comes back as None."""

import re
from base64 import b64decode
from datetime import datetime, time, timedelta, timezone
from decimal import Decimal

from medoffice.standards.hl7.message import Segment
from medoffice.standards.hl7.types import (
    Address,
    Attachment,
    Clinician,
    Code,
    Identifier,
    Moment,
    PersonName,
    Precision,
    Structured,
)

NULL = '""'  # the sender says that there is none
_TIME = re.compile(r"(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:\.(\d{1,6})\d*)?([+-]\d\d[0-5]\d)?", re.ASCII)
_OF_DAY = re.compile(r"(\d\d)(\d\d)?(\d\d)?(?:\.\d+)?(?:[+-]\d{4})?", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})", re.ASCII)
_FORMATS = dict(zip(Precision, ("%Y", "%Y%m", "%Y%m%d", "%Y%m%d%H", "%Y%m%d%H%M", "%Y%m%d%H%M%S"), strict=True))
_NO_CODE = Code()
_PRECISIONS = tuple(Precision)
_DAYS = (Precision.YEAR, Precision.MONTH, Precision.DAY)  # of these no zone is said
_PDF = b"%PDF-"
_POWER = re.compile(r"[x*]?10", re.IGNORECASE | re.ASCII)
_BASE64 = re.compile(rb"[A-Za-z0-9+/\s]*={0,2}\s*")


def said(parts: list[str], number: int) -> str:
    """A component, empty if it is not there or said to be none."""
    text = parts[number - 1].strip() if number <= len(parts) else ""
    return "" if text == NULL else text


def moment_of(text: str) -> Moment | None:
    """A time (TS, DTM, DT); None for what is none."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    numbers = [int(one) for one in (year, month, day, hour, minute, second) if one]
    micro = int((fraction or "").ljust(6, "0")) if second else 0
    try:
        at = datetime(*[*numbers, 1, 1][: max(3, len(numbers))], microsecond=micro)  # type: ignore[arg-type, misc]  # noqa: DTZ001
        return Moment(at.replace(tzinfo=_zone(zone) if hour else None), _PRECISIONS[len(numbers) - 1])
    except ValueError:
        return None


def moment_as_written(moment: Moment | None) -> str:
    """A time as a message has it: as exact as it is, with its zone if it has one."""
    if moment is None:
        return ""
    text = moment.at.strftime(_FORMATS[moment.precision]).rjust(4, "0")
    if moment.precision is Precision.SECOND and moment.at.microsecond >= 100:
        text += f".{moment.at.microsecond // 100:04d}"
    return text + (moment.at.strftime("%z")[:5] if moment.precision not in _DAYS else "")


def time_of(text: str) -> time | None:
    """A time of day (TM); its zone is not kept."""
    found = _OF_DAY.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, second = (int(one or 0) for one in found.groups())
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def number_of(text: str) -> Decimal | None:
    """A number (NM); None for what is none, as ``<5``."""
    return Decimal(text.strip()) if _NUMBER.fullmatch(text.strip()) else None


def structured_of(parts: list[str]) -> Structured | None:
    """A structured number (SN); None if a number in it is none."""
    comparator, first, separator, second = (said(parts, number) for number in range(1, 5))
    found = Structured(comparator, number_of(first), separator, number_of(second))
    whole = (found.first is None) is not bool(first) and (found.second is None) is not bool(second)
    return found if whole and (first or second) else None


def code_of(parts: list[str]) -> Code:
    """A code (CE, CWE, CNE)."""
    other = Code(said(parts, 4), said(parts, 5), said(parts, 6)) if len(parts) > 3 else _NO_CODE
    return Code(said(parts, 1), said(parts, 2), said(parts, 3), other if other != _NO_CODE else None, said(parts, 9))


def code_in(segment: Segment, number: int) -> Code:
    """The code in a field."""
    found = segment.repetitions(number)
    return code_of(segment.parts(found[0])) if found else Code()


def units_in(segment: Segment, number: int) -> Code:
    """The units in a field; ``10^3/uL``, as it stands with many, is one unit and no code with a name."""
    found = segment.repetitions(number)
    parts = segment.parts(found[0]) if found else []
    if len(parts) > 1 and _POWER.fullmatch(parts[0].strip()) and parts[1][:1].isdigit():
        return Code(f"{parts[0].strip()}^{parts[1].strip()}")
    return code_of(parts) if parts else _NO_CODE


def range_in(segment: Segment, number: int) -> str:
    """A range as it is written; without its two ends, where they stand behind it once more."""
    found = segment.repetitions(number)
    parts = [one.strip() for one in segment.parts(found[0])] if len(found) == 1 else []
    if len(parts) == 3 and all(parts) and all(one in parts[0] for one in parts[1:]):
        return parts[0]
    return segment.whole(number)


def parent_in(segment: Segment, number: int) -> Identifier:
    """The number of the order that led to this one (EIP): ours, else theirs."""
    found = segment.repetitions(number)
    for place in (1, 2) if found else ():
        parts = segment.subparts(found[0], place)
        if said(parts, 1):
            return Identifier(said(parts, 1), said(parts, 2), said(parts, 3))
    return Identifier()


def number_in(segment: Segment, number: int) -> Identifier:
    """The number of an order or specimen (EI)."""
    found = segment.repetitions(number)
    parts = segment.parts(found[0]) if found else []
    return Identifier(said(parts, 1), said(parts, 2), said(parts, 3))


def moment_in(segment: Segment, number: int) -> Moment | None:
    """The time in a field."""
    return moment_of(segment.value(number))


def identifiers_in(segment: Segment, number: int) -> tuple[Identifier, ...]:
    """The identifiers (CX) in a field."""
    found = []
    for one in segment.repetitions(number):
        parts, authority = segment.parts(one), segment.subparts(one, 4)
        found.append(Identifier(said(parts, 1), said(authority, 1), said(authority, 2), said(parts, 5)))
    return tuple(one for one in found if one.id)


def names_in(segment: Segment, number: int) -> tuple[PersonName, ...]:
    """The names (XPN) in a field."""
    found = (_name(segment.parts(one), 1, 7) for one in segment.repetitions(number))
    return tuple(one for one in found if one.family or one.given)


def clinician_in(segment: Segment, number: int) -> Clinician:
    """The first person with a number (XCN) in a field."""
    for one in segment.repetitions(number):
        parts, authority = segment.parts(one), segment.subparts(one, 9)
        known = Identifier(said(parts, 1), said(authority, 1), said(authority, 2), said(parts, 13))
        return Clinician(known, _name(parts, 2, 10))
    return Clinician()


def addresses_in(segment: Segment, number: int) -> tuple[Address, ...]:
    """The addresses (XAD) in a field."""
    found = (segment.parts(one) for one in segment.repetitions(number))
    every = (Address(*(said(parts, place) for place in range(1, 8))) for parts in found)
    return tuple(one for one in every if one != Address())


def attachment_of(segment: Segment, repetition: bytes) -> Attachment | None:
    """A document (ED); None if its bytes are not as its encoding says.

    Where no encoding is said, as by who sends the bare base64, a PDF is known by its bytes.
    """
    parts = repetition.split(segment.coding.delimiters.component, 4)
    bare = len(parts) == 1
    if not bare and len(parts) < 5:
        return None
    words = (b"", b"application", b"pdf", b"") if bare else parts
    kind, form, encoding = (segment.coding.text(one).strip().lower() for one in words[1:4])
    data = parts[-1]
    if segment.coding.delimiters.escape in data:
        data = segment.coding.text(data).encode()
    decoded = _decoded(data, encoding or "base64")
    if decoded is None or not (encoding or decoded.startswith(_PDF)):
        return None
    return Attachment(decoded, f"{'application' if kind == 'ap' else kind}/{form}".strip("/"))


def _decoded(data: bytes, encoding: str) -> bytes | None:
    try:
        if encoding == "base64":
            if not _BASE64.fullmatch(data):
                return None
            joined = b"".join(data.split())
            return b64decode(joined + b"=" * (-len(joined) % 4))
        return bytes.fromhex(data.decode("ascii")) if encoding == "hex" else data if encoding == "a" else None
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    size = timedelta(hours=int(text[1:3]), minutes=int(text[3:]))
    return timezone(-size if text[0] == "-" else size)


def _name(parts: list[str], first: int, use: int) -> PersonName:
    family, given, middle, suffix, prefix = (said(parts, first + place) for place in range(5))
    return PersonName(family, given, middle, suffix, prefix, said(parts, use))
