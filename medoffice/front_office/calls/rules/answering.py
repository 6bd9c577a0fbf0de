"""The answering service's messages: a CSV file, or the text of its e-mail, to typed messages and what is unreadable.

CSV, with a first line naming the columns in any order: ``received`` (11/24/2026 22:15 or 2026-11-24T22:15), ``caller``,
``phone``, ``message``; and if there are, ``relation``, ``patient``, ``born`` (the patient's birth date), ``urgent``
(yes or no), ``told`` (who was called). Text: one message after the other, each line ``name: value`` with the same
names, a blank line or one of dashes between messages; a line without a name goes on with the one before. Times are the
office's. What cannot be read is an error with its line and says nothing of what stands there.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from medoffice.ui.dates import parse_date_as_typed

NEEDED = ("received", "caller", "phone", "message")
KNOWN = (*NEEDED, "relation", "patient", "born", "urgent", "told")
MOST, LONGEST = 500, 4_000
_LONG = {"caller": 120, "phone": 24, "relation": 40, "patient": 120, "told": 120}
_NAMED = re.compile(r"\s*([A-Za-z ]{2,20}?)\s*:(?!//)(.*)")
_BETWEEN = re.compile(r"\s*-{3,}\s*")
_YES = {"yes", "y", "true", "1", "urgent", "stat"}
_ALSO = {
    "from": "caller",
    "name": "caller",
    "number": "phone",
    "callback": "phone",
    "date": "received",
    "time": "received",
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message somebody left when the office was closed."""

    line: int
    received: datetime
    caller: str
    phone: str
    message: str
    relation: str = ""
    patient: str = ""
    born: date | None = None
    urgent: bool = False
    told: str = ""

    @property
    def key(self) -> str:
        """The same words at the same time are the same message."""
        said = (self.received.isoformat(), self.caller, self.phone, self.message, self.patient)
        return sha256("\x1f".join(said).encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Messages:
    """What could be read, and (line, words) for what could not."""

    messages: list[Message] = field(default_factory=list)
    errors: list[tuple[int, str]] = field(default_factory=list)


def read_messages(text: str, zone: ZoneInfo) -> Messages:
    """All messages of a file or an e-mail; nothing is raised on content."""
    found = Messages()
    try:
        rows = list(_rows(text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")))
    except csv.Error:
        found.errors.append((1, "The columns cannot be told apart."))
        return found
    if not rows:
        found.errors.append((1, "There is no message: a first line names the columns, or lines are name: value."))
    for line, values in rows[:MOST]:
        _read_one(line, values, zone, found)
    if len(rows) > MOST:
        found.errors.append(
            (rows[MOST][0], f"Only the first {MOST} messages are read; bring the rest in a file of its own.")
        )
    return found


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    first = next((line for line in text.split("\n") if line.strip()), "")
    names = [part.strip().strip('"').lower() for part in first.split(",")]
    if "," in first and len(set(names) & set(KNOWN)) >= 2:
        whole = text.lstrip("\n")
        above, reader = len(text) - len(whole), csv.DictReader(io.StringIO(whole))
        for row in reader:
            if any(value for value in row.values()):
                yield above + reader.line_num, {str(key).strip().lower(): _joined(value) for key, value in row.items()}
        return
    yield from _blocks(text)


def _blocks(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    block: dict[str, str] = {}
    began, last = 1, ""
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if not line.strip() or _BETWEEN.fullmatch(line):
            if block:
                yield began, block
            block, last = {}, ""
            continue
        named = _NAMED.fullmatch(line)
        name = _ALSO.get(named[1].lower(), named[1].lower()) if named else ""
        if not block:
            began = number
        if named and name in KNOWN:
            last = name
            block[name] = f"{block.get(name, '')} {named[2].strip()}".strip()
        elif last:
            block[last] = f"{block[last]} {line.strip()}"


def _read_one(line: int, values: dict[str, str], zone: ZoneInfo, found: Messages) -> None:
    told = {name: values.get(name, "").strip() for name in KNOWN}
    missing = [name for name in NEEDED if not told[name]]
    if missing:
        found.errors.append((line, f"It has no {', no '.join(missing)}."))
        return
    received, born = _instant(told["received"], zone), parse_date_as_typed(told["born"], None)
    long = [name for name, most in _LONG.items() if len(told[name]) > most]
    if received is None:
        found.errors.append((line, "The time it was received is none: write 11/24/2026 22:15."))
    elif told["born"] and born is None:
        found.errors.append((line, "The birth date is no date: write 03/08/1968."))
    elif long or len(told["message"]) > LONGEST:
        found.errors.append((line, f"Too long: {', '.join(long or ['message'])}."))
    else:
        found.messages.append(
            Message(
                line,
                received,
                told["caller"],
                told["phone"],
                told["message"],
                told["relation"],
                told["patient"],
                born,
                told["urgent"].lower() in _YES,
                told["told"],
            )
        )


def _instant(text: str, zone: ZoneInfo) -> datetime | None:
    """A date and a time, the office's; None if it is none."""
    word = text.strip().replace("T", " ")
    day, _, rest = word.partition(" ")
    on = parse_date_as_typed(day, None)
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([AaPp][Mm])?", rest.strip(), re.ASCII)
    if on is None or clock is None or not 1900 < on.year < 2200:
        return None
    hour, minute = int(clock[1]), int(clock[2])
    if hour > 23 or minute > 59 or (clock[3] and not 1 <= hour <= 12):
        return None
    if clock[3]:
        hour = hour % 12 + (12 if clock[3].lower() == "pm" else 0)
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=zone)


def _joined(value: object) -> str:
    return " ".join(str(part) for part in value) if isinstance(value, list) else str(value or "")
