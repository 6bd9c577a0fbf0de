"""What the office found itself as a message (ORU^R01): kept and read as those of laboratories are."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from medoffice.clinic.results.types import OURS, WITHDRAWN, Known, Own, ReportSaid, Whose
from medoffice.standards.hl7.api import Header, Message, build, moment_as_written, segment
from medoffice.standards.hl7.building import Field
from medoffice.standards.hl7.types import Moment

US = "MEDOFFICE"
CLOCKS = timedelta(minutes=10)  # how far the clock of a device may be before ours
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,10})?", re.ASCII)


def message_of_own(own: Own, whose: Whose, *, control_id: str, at: datetime, by: str, training: bool) -> Message:
    """The message; the same input gives the same bytes."""
    written = moment_as_written(Moment(at))
    kind, mode = ("ORU", "R01", "ORU_R01"), "T" if training else "P"
    head = Header(kind, control_id, written, US, own.place, US, own.place, "2.5.1", mode)
    taken = moment_as_written(Moment(own.taken_at)) if own.taken_at else written
    return build(head, _segments(own, whose, written, taken, by))


def may_answer(said: ReportSaid, ordered_at: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether what was taken then may be what was ordered: on the day of the order or after it, and not to come."""
    at = said.collected_at
    if at is None or not ordered_at - timedelta(days=1) < at <= now + CLOCKS:
        return False
    return at.astimezone(zone).date() >= ordered_at.astimezone(zone).date()


def whose_of(known: Known) -> Whose:
    """A patient of the office, as a message says who they are."""
    return Whose(known.family, known.given, known.born, known.sex, (known.mrn,))


def _segments(own: Own, whose: Whose, at: str, taken: str, by: str) -> Iterator[bytes]:
    status = WITHDRAWN if own.withdrawn else "C" if own.corrected else "F"
    who: dict[int, Field] = {
        1: "1",
        3: (whose.mrns[0], "", "", US, "MR") if whose.mrns else "",
        5: (whose.family, whose.given),
        7: f"{whose.born:%Y%m%d}" if whose.born else "",
        8: whose.sex,
    }
    yield segment("PID", who)
    code = (own.code, own.words, own.system)
    yield segment("OBR", {1: "1", 3: (own.number, US), 4: code, 7: taken, 22: at, 25: status})
    note = segment("NTE", {1: "1", 3: own.notes}) if own.notes else b""
    if note and own.device:  # of a device, it speaks of all of it; else of the one value
        yield note
    for place, one in enumerate(own.found, 1):
        found: dict[int, Field] = {
            1: str(place),
            2: "NM" if _NUMBER.fullmatch(one.value) else "ST",
            3: (one.code, one.words, one.system),
            5: one.value,
            6: (one.unit, one.unit, OURS) if one.unit else "",  # as the office writes it, of no list
            7: one.range,
            8: one.flag,
            11: one.status or status,
            14: taken,
            16: ("", by),
            18: own.device,
        }
        yield segment("OBX", found)
    if note and not own.device:
        yield note
