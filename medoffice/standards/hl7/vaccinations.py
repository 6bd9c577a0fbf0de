"""Writing vaccinations for an immunization registry: VXU^V04, version 2.5.1, profile Z22 of CDC's guide 1.5.

Each dose is ORC, RXA, RXR where it is known, and an OBX for each statement. No table is checked here: codes are the
caller's.
"""

from collections.abc import Iterator
from datetime import date

from medoffice.kernel.refusals import Refusal
from medoffice.standards.hl7.building import Field, build, segment
from medoffice.standards.hl7.message import Message
from medoffice.standards.hl7.orders import (
    clinician_as_field,
    code_as_field,
    header_of,
    order_number,
    patient_segment,
    value_as_field,
)
from medoffice.standards.hl7.types import (
    Code,
    Statement,
    Vaccination,
    VaccinationReport,
)
from medoffice.standards.hl7.values import moment_as_written

_UNKNOWN_AMOUNT = "999"
_RECORD = "NIP001"


def write_vxu(report: VaccinationReport) -> Message:
    """Doses of one patient. Raises Refusal (``hl7.unwritable``) if there are none."""
    if not report.doses:
        raise Refusal("hl7.unwritable", "There is no vaccination to report.", "Record a dose.")
    head = header_of(report.ends, ("VXU", "V04", "VXU_V04"), "2.5.1", ("Z22", "CDCPHINVS"))
    return build(head, _segments(report))


def _segments(report: VaccinationReport) -> Iterator[bytes]:
    yield patient_segment(report.patient)
    for dose in report.doses:
        by = clinician_as_field(dose.ordered_by)
        yield segment("ORC", {1: "RE", 3: order_number(dose.filler), 10: by, 12: by})
        yield segment("RXA", _given(dose))
        if dose.route != Code() or dose.site != Code():
            yield segment("RXR", {1: code_as_field(dose.route), 2: code_as_field(dose.site)})
        yield from (_statement(one, place) for place, one in enumerate(dose.statements, 1))


def _given(dose: Vaccination) -> dict[int, Field]:
    return {
        1: "0",
        2: "1",
        3: moment_as_written(dose.given),
        5: code_as_field(dose.vaccine),
        6: _UNKNOWN_AMOUNT if dose.amount is None else f"{dose.amount:f}",
        7: (dose.unit, "", "UCUM") if dose.unit else "",
        9: (dose.record, "", _RECORD),
        10: clinician_as_field(dose.given_by),
        11: ("", "", "", dose.location),
        15: dose.lot,
        16: _day(dose.expires),
        17: code_as_field(dose.manufacturer),
        18: code_as_field(dose.refusal),
        20: dose.completion,
        21: dose.action,
    }


def _statement(one: Statement, place: int) -> bytes:
    kind, value = value_as_field(one.value)
    told: dict[int, Field] = {1: str(place), 2: kind, 3: code_as_field(one.question), 4: str(one.group), 5: value}
    return segment("OBX", {**told, 11: "F", 14: _day(one.at), 17: code_as_field(one.method)})


def _day(day: date | None) -> str:
    return f"{day:%Y%m%d}" if day else ""
