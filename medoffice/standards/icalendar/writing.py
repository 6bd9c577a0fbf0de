"""Writing a calendar: times with a summary, folded and escaped as RFC 5545 asks; instants in UTC."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

_FOLD = 75  # octets of a line, without its end


@dataclass(frozen=True, slots=True)
class Event:
    """A time in a calendar; ``uid`` stays the same when it changes."""

    uid: str
    starts: datetime
    ends: datetime
    summary: str
    location: str = ""


def calendar(name: str, events: Iterable[Event], stamped: datetime) -> str:
    """A calendar with a name; ``stamped`` is when it was made."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//medoffice//schedule//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(name)}")
    for one in events:
        lines += _event(one, stamped)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(one: Event, stamped: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.uid)}"
    yield f"DTSTAMP:{_instant(stamped)}"
    yield f"DTSTART:{_instant(one.starts)}"
    yield f"DTEND:{_instant(one.ends)}"
    yield f"SUMMARY:{_text(one.summary)}"
    if one.location:
        yield f"LOCATION:{_text(one.location)}"
    yield "END:VEVENT"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, the later ones behind a blank, no character cut in two."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _FOLD:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
