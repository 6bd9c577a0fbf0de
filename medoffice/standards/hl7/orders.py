"""Writing requisitions: OML^O21 (version 2.5.1), and ORM^O01 (2.3.1), which most laboratories still take.

The same input gives the same bytes. Our number of a test stands in ORC-2 and OBR-2, a diagnosis in
DG1-3. Which table a code is of is what the caller says.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from medoffice.kernel.refusals import Refusal
from medoffice.standards.hl7.building import Field, Header, Repetition, build, segment
from medoffice.standards.hl7.message import Message
from medoffice.standards.hl7.types import (
    Address,
    Answer,
    Clinician,
    Code,
    Ends,
    Identifier,
    Moment,
    PersonName,
    RequestedTest,
    Requisition,
    Subject,
    Value,
)
from medoffice.standards.hl7.values import moment_as_written


def write_oml(requisition: Requisition) -> Message:
    """A requisition as OML^O21. Raises Refusal (``hl7.unwritable``) for one without tests."""
    return _requisition(requisition, ("OML", "O21", "OML_O21"), "2.5.1")


def write_orm(requisition: Requisition) -> Message:
    """A requisition as ORM^O01, for those who know nothing newer; of a specimen only its type and time are told."""
    return _requisition(requisition, ("ORM", "O01"), "2.3.1")


def _requisition(requisition: Requisition, kind: tuple[str, ...], version: str) -> Message:
    if not requisition.tests:
        raise Refusal("hl7.unwritable", "There is no test in the requisition.", "Order a test.")
    head = header_of(requisition.ends, kind, version)
    return build(head, _segments(requisition, with_specimens=version == "2.5.1"))


def header_of(ends: Ends, kind: tuple[str, ...], version: str, profile: Repetition = "") -> Header:
    """MSH of a message we send."""
    return Header(
        kind,
        ends.control_id,
        moment_as_written(ends.at),
        ends.sender,
        ends.sender_facility,
        ends.receiver,
        ends.receiver_facility,
        version,
        "T" if ends.training else "P",
        profile=profile,
    )


def _segments(requisition: Requisition, *, with_specimens: bool) -> Iterator[bytes]:
    yield patient_segment(requisition.patient)
    by = clinician_as_field(requisition.ordered_by)
    for place, test in enumerate(requisition.tests, 1):
        yield segment("ORC", {1: "NW", 2: order_number(test.placer), 9: moment_as_written(requisition.ends.at), 12: by})
        yield segment("OBR", _request(test, place, by, with_specimens=with_specimens))
        yield from (segment("NTE", {1: str(at), 3: note}) for at, note in enumerate(test.notes, 1))
        for at, why in enumerate(test.diagnoses, 1):
            yield segment("DG1", {1: str(at), 3: code_as_field(why)})
        yield from (_answer(answer, at) for at, answer in enumerate(test.answers, 1))
        if with_specimens and (test.specimen != Identifier() or test.specimen_type != Code()):
            told: dict[int, Field] = {1: "1", 2: (order_number(test.specimen),), 4: code_as_field(test.specimen_type)}
            yield segment("SPM", {**told, 17: moment_as_written(test.collected)})


def _request(test: RequestedTest, place: int, by: Field, *, with_specimens: bool) -> dict[int, Field]:
    told: dict[int, Field] = {1: str(place), 2: order_number(test.placer), 4: code_as_field(test.code)}
    told |= {7: moment_as_written(test.collected), 16: by}
    if not with_specimens and test.specimen_type != Code():
        told[15] = (tuple(code_as_field(test.specimen_type)[:3]),)
    return told


def _answer(answer: Answer, place: int) -> bytes:
    kind, value = value_as_field(answer.value)
    units = code_as_field(answer.units)
    return segment("OBX", {1: str(place), 2: kind, 3: code_as_field(answer.question), 5: value, 6: units, 11: "F"})


def value_as_field(value: Value | date) -> tuple[str, Field]:
    """A value with its type (OBX-2, OBX-5). Raises Refusal for what has no place in a message we send."""
    if isinstance(value, str):
        return "ST", value
    if isinstance(value, Decimal):
        return "NM", f"{value:f}"
    if isinstance(value, Code):
        return "CE", code_as_field(value)
    if isinstance(value, Moment):
        return "TS", moment_as_written(value)
    if isinstance(value, date):
        return "DT", f"{value:%Y%m%d}"
    raise Refusal("hl7.unwritable", "An answer is a text, a number, a code or a time.", "Say it as one of these.")


def patient_segment(patient: Subject) -> bytes:
    """PID."""
    told: dict[int, Field] = {
        1: "1",
        3: [(one.id, "", "", (one.authority, one.authority_id), one.kind) for one in patient.identifiers],
        5: name_as_field(patient.name),
        7: f"{patient.birth:%Y%m%d}",
        8: patient.sex,
        11: address_as_field(patient.address),
    }
    return segment("PID", told)


def code_as_field(code: Code) -> tuple[str, ...]:
    """A code as CE; with the author's words as CWE."""
    other = code.other or Code()
    first = (code.code, code.text, code.system, other.code, other.text, other.system)
    return (*first, "", "", code.original) if code.original else first


def order_number(number: Identifier) -> tuple[str, ...]:
    """A number of an order (EI)."""
    return number.id, number.authority, number.authority_id


def clinician_as_field(who: Clinician) -> Field:
    """A person with a number (XCN)."""
    name, known = who.name, who.identifier
    authority = (known.authority, known.authority_id)
    return (
        *(known.id, name.family, name.given, name.middle, name.suffix, name.prefix),
        *("", "", authority, name.use, "", "", known.kind),
    )


def name_as_field(name: PersonName) -> tuple[str, ...]:
    """A name (XPN)."""
    return name.family, name.given, name.middle, name.suffix, name.prefix, "", name.use


def address_as_field(address: Address) -> tuple[str, ...]:
    """An address (XAD)."""
    return (
        *(address.street, address.other, address.city, address.state),
        *(address.zip_code, address.country, address.use),
    )
