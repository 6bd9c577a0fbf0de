"""The simulator's own X12: splitting what came, and writing interchanges. Independent of the product's engine."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

Segment = list[str]


@dataclass(frozen=True, slots=True)
class Received:
    """An interchange as received: who, number, whether an answer is wanted, its segments, what is wrong with it."""

    sender: str
    receiver: str
    control: str
    wants_ta1: bool
    segments: list[Segment]
    fault: str = ""


def split(data: bytes) -> Received:
    """Take an interchange apart. ``fault`` is empty, or says what makes the envelope unusable."""
    text = data.decode("latin-1")
    if len(text) < 106 or not text.startswith("ISA"):
        return Received("", "", "", False, [], "no interchange header")
    element, end = text[3], text[105]
    segments = [part.strip("\r\n").split(element) for part in text.split(end) if part.strip("\r\n ")]
    header, trailer = segments[0], segments[-1]
    if len(header) != 17 or trailer[0] != "IEA" or len(trailer) != 3:
        return Received("", "", "", False, [], "header or trailer is not complete")
    fault = "" if trailer[2] == header[13] else "header and trailer numbers differ"
    wants = header[14] == "1"
    return Received(header[6].strip(), header[8].strip(), header[13], wants, segments, fault)


def transactions(received: Received) -> list[list[Segment]]:
    """The ST..SE of an interchange."""
    found: list[list[Segment]] = []
    for segment in received.segments:
        if segment[0] == "ST":
            found.append([])
        if found and segment[0] not in ("GE", "IEA"):
            found[-1].append(segment)
    return found


def envelope(
    sender: str, receiver: str, control: int, at: datetime, code: str, version: str, sets: Iterable[list[str]]
) -> bytes:
    """An interchange with one group: each set is its segments from ST on, without SE."""
    number, bodies = f"{control:09d}", list(sets)
    parts = [
        _isa(sender, receiver, number, at),
        f"GS*{code}*{sender}*{receiver}*{at:%Y%m%d}*{at:%H%M}*{control}*X*{version}",
    ]
    for place, segments in enumerate(bodies, 1):
        parts += [*segments, f"SE*{len(segments) + 1}*{place:04d}"]
    parts += [f"GE*{len(bodies)}*{control}", f"IEA*1*{number}"]
    return ("~".join(parts) + "~").encode("ascii", "replace")


def ta1(sender: str, receiver: str, control: int, at: datetime, about: Received, status: str, note: str) -> bytes:
    """An interchange acknowledgement about one received interchange."""
    number = f"{control:09d}"
    said = f"TA1*{about.control or '000000000'}*{at:%y%m%d}*{at:%H%M}*{status}*{note}"
    return ("~".join([_isa(sender, receiver, number, at), said, f"IEA*0*{number}"]) + "~").encode("ascii", "replace")


def _isa(sender: str, receiver: str, number: str, at: datetime) -> str:
    return (
        f"ISA*00*{'':10}*00*{'':10}*ZZ*{sender:15.15}*ZZ*{receiver:15.15}*{at:%y%m%d}*{at:%H%M}*^*00501*{number}*0*P*:"
    )


def amount(cents: int) -> str:
    """Cents as X12 writes money: ``1234.5``."""
    whole, rest = divmod(abs(cents), 100)
    return ("-" if cents < 0 else "") + f"{whole}" + (f".{rest:02d}".rstrip("0") if rest else "")


def cents(text: str) -> int:
    """Money as X12 writes it, in cents."""
    sign, bare = (-1, text[1:]) if text.startswith("-") else (1, text)
    whole, _, rest = bare.partition(".")
    return sign * (int(whole or 0) * 100 + int((rest + "00")[:2]))
