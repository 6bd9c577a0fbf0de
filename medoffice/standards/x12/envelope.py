"""Building an interchange from transactions: ISA, GS, ST ... SE, GE, IEA, with true counts and control numbers."""

from collections.abc import Sequence

from medoffice.standards.x12.types import Envelope
from medoffice.standards.x12.values import UnwritableError, Writing


def wrap(envelope: Envelope, group_code: str, version: str, transactions: Sequence[Sequence[str]]) -> bytes:
    """One interchange with one group. Each transaction is its segments, ST (complete) first and no SE.

    ``group_code`` is GS01, ``version`` GS08. Raises UnwritableError when an id does not fit the header.
    """
    return interchange(envelope, group(envelope, group_code, version, transactions), 1)


def group(envelope: Envelope, group_code: str, version: str, transactions: Sequence[Sequence[str]]) -> str:
    """The GS..GE of these transactions as text."""
    out = Writing()
    sender, receiver = envelope.group_sender or envelope.sender, envelope.group_receiver or envelope.receiver
    moment, control = envelope.at, str(envelope.control)
    out.add("GS", group_code, sender, receiver, f"{moment:%Y%m%d}", f"{moment:%H%M}", control, "X", version)
    pieces = [out.text()]
    for segments in transactions:
        number = segments[0].split("*", 3)[2]
        pieces += ["~".join(segments), f"~SE*{len(segments) + 1}*{number}~"]
    pieces.append(f"GE*{len(transactions)}*{control}~")
    return "".join(pieces)


def interchange(envelope: Envelope, body: str, groups: int) -> bytes:
    """The ISA..IEA around a body of groups or TA1 segments."""
    if not 0 < envelope.control <= 999_999_999:
        raise UnwritableError("the control number of an interchange has one to nine digits")
    out = Writing()
    control, moment = f"{envelope.control:09d}", envelope.at
    ids = [envelope.sender_qualifier, _fixed(envelope.sender), envelope.receiver_qualifier, _fixed(envelope.receiver)]
    blank = " " * 10
    flag = "1" if envelope.acknowledge else "0"
    when = [f"{moment:%y%m%d}", f"{moment:%H%M}"]
    out.add("ISA", "00", blank, "00", blank, *ids, *when, "R", "00501", control, flag, envelope.usage, ":")
    header = out.text().replace("*R*00501*", "*^*00501*", 1)
    return f"{header}{body}IEA*{groups}*{control}~".encode("ascii")


def _fixed(text: str) -> str:
    if not 0 < len(text) <= 15:
        raise UnwritableError(f"an interchange id has one to fifteen characters, not {text!r}")
    return text.ljust(15)


def transaction_number(place: int) -> str:
    """ST02 of the transaction at this place, counted from 0."""
    return f"{place + 1:04d}"
