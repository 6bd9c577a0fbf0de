"""X12 on the wire, the payer's own reading: strict about what it accepts, exact in what it writes.

A tokeniser, a check of the interchange (TA1 note codes), and a writer. Control numbers and moments are parameters:
there is no clock and no counter here. Amounts on the wire are decimal dollars; inside they are integer cents.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from medoffice.kernel import folding

Segment = list[str]
_ISA_LENGTH = 106
_ISA_WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1]
_AMOUNT = re.compile(r"-?([0-9]{1,10}(\.[0-9]{0,2})?|\.[0-9]{1,2})")
_FOREIGN = re.compile(r"[^\x20-\x7e\r\n]")
_QUALIFIERS = {"01", "14", "20", "27", "28", "29", "30", "33", "ZZ"}


@dataclass(frozen=True, slots=True)
class Header:
    """What an answer repeats of an interchange's ISA."""

    control: str = "000000000"
    day: str = "000000"
    time: str = "0000"
    sender_qualifier: str = "ZZ"
    sender: str = "UNKNOWN"
    receiver_qualifier: str = "ZZ"
    receiver: str = "UNKNOWN"
    wants_ta1: bool = False
    usage: str = "P"


class BadInterchangeError(Exception):
    """The interchange cannot be taken: the TA1 note code, and what is known of the header to answer it."""

    def __init__(self, note: str, header: Header) -> None:
        super().__init__(f"interchange refused, TA1 note {note}")
        self.note = note
        self.header = header


@dataclass(slots=True)
class Transaction:
    """One ST to SE; ``segments`` includes both. ``closed`` is False where SE is missing."""

    segments: list[Segment] = field(default_factory=list)
    closed: bool = False


@dataclass(slots=True)
class Group:
    """One GS to GE."""

    header: Segment
    transactions: list[Transaction] = field(default_factory=list)
    trailer: Segment | None = None


@dataclass(slots=True)
class Interchange:
    """A taken interchange: header, groups, and the component separator its composites use."""

    header: Header
    groups: list[Group]
    component: str


def at(segment: Sequence[str], place: int) -> str:
    """The element at a place (the id is 0), blank where the segment is shorter."""
    return segment[place] if place < len(segment) else ""


def cents(text: str) -> int | None:
    """An amount of the wire as cents; None where it is none."""
    if not _AMOUNT.fullmatch(text):
        return None
    whole, _, rest = text.lstrip("-").partition(".")
    value = int(whole or 0) * 100 + int((rest or "0").ljust(2, "0"))
    return -value if text.startswith("-") else value


def dollars(value: int) -> str:
    """Cents as the wire writes them: no padding, no trailing zeros."""
    whole, rest = divmod(abs(value), 100)
    text = f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)
    return f"-{text}" if value < 0 else text


def day(text: str) -> date | None:
    """A date written CCYYMMDD; None where it is none."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def fold(text: str) -> str:
    """Text in the basic character set, upper case: accents off, anything else that could break a file left out."""
    plain = folding.fold(text).encode("ascii", "ignore").decode().upper()
    return " ".join(re.sub(r"[^A-Z0-9!\"&'()+,\-./;?= ]", " ", plain).split())


def read_interchange(data: bytes) -> Interchange:
    """Read one interchange. Raises BadInterchangeError (TA1) for what is wrong with ISA, IEA or what lies between."""
    text = data.decode("latin-1")
    header = _header(text)
    element, component, end = text[3], text[104], text[105]
    if _FOREIGN.search(text):
        raise BadInterchangeError("024", header)
    # Marks of our own answers that are mere text in this file must not come back in them as marks.
    text = text.translate({ord(mark): "?" for mark in "*:~^" if mark not in (element, component, end, text[82])})
    segments = [part.strip("\r\n").split(element) for part in text.split(end)]
    tail, trailer = segments.pop(), segments[-1]
    if tail != [""] or trailer[0] != "IEA":
        raise BadInterchangeError("023", header)
    if at(trailer, 2) != header.control:
        raise BadInterchangeError("001", header)
    groups = _groups(segments[1:-1], header)
    if at(trailer, 1) != str(len(groups)) or not groups:
        raise BadInterchangeError("021", header)
    return Interchange(header, groups, component)


def _header(text: str) -> Header:
    part = text[:105].split(text[3:4] or "*")
    whole = text.startswith("ISA") and len(text) >= _ISA_LENGTH and not _FOREIGN.search(text[:105])
    if not whole or [len(item) for item in part[1:]] != _ISA_WIDTHS:
        raise BadInterchangeError("022", Header())
    header = Header(
        part[13] if part[13].isdigit() else "000000000",
        part[9], part[10], part[5], part[6].strip(), part[7], part[8].strip(), part[14] == "1", part[15],
    )  # fmt: skip
    marks = (text[3], text[104], text[105])
    checks = [
        (_is_no_mark(text[3]), "026"),
        (_is_no_mark(text[104]) or len(set(marks)) < 3, "027"),
        (text[105].isalnum() or text[105] == " ", "004"),
        (part[1] not in ("00", "03"), "010"),
        (part[5] not in _QUALIFIERS, "005"),
        (not header.sender, "006"),
        (part[7] not in _QUALIFIERS, "007"),
        (not header.receiver, "008"),
        (day("20" + part[9]) is None, "014"),
        (not re.fullmatch(r"([01][0-9]|2[0-3])[0-5][0-9]", part[10]), "015"),
        (part[12] != "00501", "017"),
        (header.control == "000000000", "018"),
        (part[14] not in ("0", "1"), "019"),
        (part[15] not in ("P", "T"), "020"),
    ]
    for wrong, note in checks:
        if wrong:
            raise BadInterchangeError(note, header)
    return header


def _is_no_mark(mark: str) -> bool:
    return mark.isalnum() or mark.isspace()


def _groups(segments: list[Segment], header: Header) -> list[Group]:
    """Sort segments into groups and transactions; what stands outside them is no interchange content (024)."""
    groups: list[Group] = []
    inside: Transaction | None = None
    for segment in segments:
        name = segment[0]
        group = groups[-1] if groups and groups[-1].trailer is None else None
        if name == "GS" and group is None:
            groups.append(Group(segment))
        elif group is None:
            raise BadInterchangeError("024", header)
        elif name == "GE":
            group.trailer, inside = segment, None
        elif name == "ST":
            inside = Transaction([segment])
            group.transactions.append(inside)
        elif inside is None:
            raise BadInterchangeError("024", header)
        else:
            inside.segments.append(segment)
            if name == "SE":
                inside.closed, inside = True, None
    return groups


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends what to whom, when, under which control number."""

    sender: str
    receiver: str
    control: int
    moment: datetime
    sender_qualifier: str = "ZZ"
    receiver_qualifier: str = "ZZ"
    usage: str = "P"

    def isa(self) -> str:
        """The ISA segment, without its terminator."""
        moment = f"{self.moment:%y%m%d}*{self.moment:%H%M}"
        sender = f"{self.sender_qualifier}*{self.sender:<15.15}"
        receiver = f"{self.receiver_qualifier}*{self.receiver:<15.15}"
        return f"ISA*00*{'':10}*00*{'':10}*{sender}*{receiver}*{moment}*^*00501*{self.control:09d}*0*{self.usage}*:"


def segment(*elements: str) -> str:
    """One segment, empty elements at its end left out."""
    return "*".join(elements).rstrip("*")


def write_interchange(envelope: Envelope, kind: str, guide: str, bodies: Sequence[Sequence[str]]) -> bytes:
    """An interchange of one group (GS01 ``kind``); each body is the segments between ST and SE."""
    control = str(envelope.control)
    number = {"FA": "999", "HN": "277", "HP": "835", "HB": "271"}[kind]
    out = [envelope.isa()]
    stamp = [f"{envelope.moment:%Y%m%d}", f"{envelope.moment:%H%M}"]
    out.append(segment("GS", kind, envelope.sender, envelope.receiver, *stamp, control, "X", guide))
    for place, body in enumerate(bodies, 1):
        out += _transaction(number, guide, f"{place:04d}", body)
    out += [f"GE*{len(bodies)}*{control}", f"IEA*1*{envelope.control:09d}"]
    return ("~\n".join(out) + "~\n").encode("ascii")


def _transaction(number: str, guide: str, control: str, body: Sequence[str]) -> Iterator[str]:
    # ST03 is for every guide but the 835, which names its guide in GS08 only.
    yield segment("ST", number, control, "" if number == "835" else guide)
    yield from body
    yield segment("SE", str(len(body) + 2), control)
