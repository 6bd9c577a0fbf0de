"""The office's own layout of a file of a device: lines of a word and its values between commas (docs/treatment.md).

It says nothing that is guessed: what is missing, twice or odd refuses the file, in words.
"""

import csv
import io
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from medoffice.clinic.devices.types import By, Reading, Taken, Wrote
from medoffice.clinic.results.types import Whose
from medoffice.kernel.refusals import Refusal

FIRST = "medoffice device file"
LARGEST, MOST_READINGS, LONGEST = 1 << 20, 200, 200  # bytes of a file, values of it, letters of a word
YEARS = range(1990, 2100)
_ONCE = ("patient", "name", "born", "sex", "service", "taken", "device", "serial", "calibrated", "note")
_NEEDED = ("service", "taken", "device", "serial")
_FLAG = re.compile(r"[A-Z<>]{0,2}")


def is_ours(data: bytes) -> bool:
    """Whether these bytes begin as a file of this layout."""
    return data.removeprefix(b"\xef\xbb\xbf")[: len(FIRST)].lower() == FIRST.encode()


def is_hl7(data: bytes) -> bool:
    """Whether these bytes begin as a message of HL7 version 2, framed for a wire or not."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\x0b\r\n\t ").startswith(b"MSH")


def read_file(data: bytes, zone: ZoneInfo) -> Taken:
    """What it says; times without a zone are the office's. Raises Refusal for what is none, or says too little."""
    if len(data) > LARGEST:
        raise _odd(f"it is larger than {LARGEST >> 20} MB")
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _odd("its bytes are no lines between commas") from error
    if not rows or [one.strip().lower() for one in rows[0][:2]] != [FIRST, "1"]:
        raise _odd(f"its first line is not {FIRST},1")
    said, readings = _lines(rows[1:])
    missing = [word for word in _NEEDED if not said.get(word, [""])[0]]
    if missing or not readings:
        raise _odd(f"it does not say {' and '.join(missing or ['any reading'])}")
    return Taken(
        whose=_whose(said),
        service=said["service"][0].lower(),
        wrote=Wrote(
            what=said["service"][0],
            at=_moment(said["taken"][0], zone),
            by=By(said["device"][0], said["serial"][0], _day(said, "calibrated")),
            readings=tuple(readings),
            notes=said.get("note", [""])[0],
        ),
    )


def _lines(rows: list[list[str]]) -> tuple[dict[str, list[str]], list[Reading]]:
    said: dict[str, list[str]] = {}
    readings: list[Reading] = []
    for number, row in enumerate(rows, 2):
        values = [_clean(one, number) for one in row]
        if not any(values):
            continue
        word, rest = values[0].lower(), values[1:] or [""]
        if word == "reading":
            readings.append(_reading(rest, number))
        elif word not in _ONCE or word in said:
            raise _odd(f"line {number} begins with what {'it said before' if word in said else 'is no word of it'}")
        else:
            said[word] = rest
    if len(readings) > MOST_READINGS:
        raise _odd(f"it has more than {MOST_READINGS} readings")
    return said, readings


def _reading(rest: list[str], number: int) -> Reading:
    words, value, unit, usual, flag, code, system = (rest + [""] * 7)[:7]
    if not words or not value or len(rest) > 7 or not _FLAG.fullmatch(flag) or bool(code) is not bool(system):
        raise _odd(f"line {number} is no reading: name, value, unit, usual, flag, code, list of the code")
    return Reading(words, value, unit, usual, flag, code, system)


def _clean(text: str, number: int) -> str:
    found = text.strip()
    if len(found) > LONGEST or not found.isprintable():
        raise _odd(f"line {number} has a word that is too long or cannot be shown")
    return found


def _whose(said: dict[str, list[str]]) -> Whose:
    family, given = [*said.get("name", ["", ""]), ""][:2]
    number, sex = said.get("patient", [""])[0], said.get("sex", [""])[0].upper()
    return Whose(
        family=family, given=given, born=_day(said, "born"), sex=sex if sex in ("F", "M") else "",
        mrns=(number,) if number else (),
    )  # fmt: skip


def _day(said: dict[str, list[str]], word: str) -> date | None:
    text = said.get(word, [""])[0]
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _odd(f"{word} is no day such as 2026-11-24") from error


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise _odd("taken is no time such as 2026-11-24 10:05") from error
    if found.year not in YEARS:  # at the ends of time no zone can be reckoned
        raise _odd("taken is of no year in which devices wrote files")
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _odd(why: str) -> Refusal:
    words = f"This is no file of a device as the office reads them: {why}."
    return Refusal("device-file-odd", words, "Write it from the device anew, or attach its PDF.")
