"""A result of the office's own laboratory as a message (ORU^R01): kept and read as those of other laboratories are."""

from collections.abc import Iterator
from datetime import datetime

from medoffice.clinic.results.types import Known, Own
from medoffice.standards.hl7.api import Header, Message, build, moment_as_written, segment
from medoffice.standards.hl7.building import Field
from medoffice.standards.hl7.types import Moment

US, HERE = "MEDOFFICE", "Office laboratory"


def message_of_own(own: Own, known: Known, *, control_id: str, at: datetime, by: str, training: bool) -> Message:
    """The message; the same input gives the same bytes."""
    written = moment_as_written(Moment(at))
    head = Header(("ORU", "R01", "ORU_R01"), control_id, written, US, HERE, US, HERE, "2.5.1", "T" if training else "P")
    return build(head, _segments(own, known, written, by))


def _segments(own: Own, known: Known, at: str, by: str) -> Iterator[bytes]:
    status, code = "C" if own.corrected else "F", (own.code, own.words, own.system)
    who: dict[int, Field] = {
        1: "1",
        3: (known.mrn, "", "", US, "MR"),
        5: (known.family, known.given),
        7: f"{known.born:%Y%m%d}",
        8: known.sex,
    }
    yield segment("PID", who)
    yield segment("OBR", {1: "1", 3: (own.number, US), 4: code, 7: at, 22: at, 25: status})
    found: dict[int, Field] = {
        1: "1",
        2: "NM" if own.unit and own.value[:1] not in "<>" else "ST",
        3: code,
        5: own.value,
        6: (own.unit, own.unit, "UCUM") if own.unit else "",
        7: own.range,
        8: own.flag,
        11: status,
        14: at,
        16: ("", by),
    }
    yield segment("OBX", found)
    if own.notes:
        yield segment("NTE", {1: "1", 3: own.notes})
