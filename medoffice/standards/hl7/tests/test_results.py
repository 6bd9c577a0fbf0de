"""Results are read with all that belongs to them; what is odd is kept as text and said."""

from base64 import b64encode
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.hl7.api import Message, check_bytes, patient_of, read_message, read_results
from medoffice.standards.hl7.tests.makers import OBR, OBX, PID, RESULT, with_msh
from medoffice.standards.hl7.types import (
    Address,
    Attachment,
    Code,
    Identifier,
    Led,
    Moment,
    Observation,
    PersonName,
    Precision,
    Structured,
    Value,
)
from medoffice.standards.hl7.values import moment_as_written, moment_of

PDF = b"%PDF-1.7\n" + bytes(range(256))
CENTRAL = timezone(timedelta(hours=-6))


def observed(*segments: bytes) -> tuple[tuple[Observation, ...], list[str]]:
    found, findings = read_results(read_message(with_msh(PID, OBR, *segments)))
    return found.orders[0].observations, [finding.code for finding in findings]


def value(kind: str, written: bytes) -> tuple[tuple[Value, ...], list[str]]:
    (one,), codes = observed(b"OBX|1|" + kind.encode() + b"|2345-7^Glucose^LN||" + written + b"||||||F")
    return one.values, codes


def test_a_message_of_results_says_whose_and_of_which_order() -> None:
    found, findings = read_results(read_message(RESULT))
    (order,) = found.orders
    assert findings == []
    assert (found.control_id, found.sender, found.facility) == ("R-1001", "LAB", "NORTHFIELD LAB")
    assert found.at == Moment(datetime(2026, 11, 20, 9, 30, tzinfo=CENTRAL))
    patient = found.patient
    assert patient.identifiers == (Identifier("M-10001", "MEDOFFICE", "", "MR"), Identifier("900-11-2233", kind="SS"))
    assert patient.names == (PersonName("VALE", "INGRID", "ANNA", "", "MS"),)
    assert (patient.birth, patient.sex) == (Moment(datetime(1965, 3, 14), Precision.DAY), "F")  # noqa: DTZ001
    assert patient.addresses == (Address("1 LANTERN WAY", "", "SPRINGFIELD", "IL", "62701"),)
    assert (order.placer, order.filler) == (Identifier("A-77", "MEDOFFICE"), Identifier("L-500", "NORTHFIELD"))
    assert order.code == Code("24323-8", "Comprehensive metabolic panel", "LN")
    assert (order.control, order.status, order.ordered_by.name.family) == ("RE", "F", "OKAFOR")
    assert order.ordered_by.identifier.id == "1234567893"
    glucose, rate, colour = order.observations
    assert (glucose.values, glucose.units.code, glucose.reference_range) == ((Decimal(105),), "mg/dL", "70-99")
    assert (glucose.flags, glucose.status) == (("H",), "F")
    assert glucose.at == Moment(datetime(2026, 11, 19, 8, 15, tzinfo=CENTRAL))
    assert glucose.notes == ("Seen twice.\nFasting 8 h & water only.",)
    assert rate.values == (Structured(">", Decimal(60)),)
    assert colour.values == (Code("371244009", "Yellow", "SCT"),)


@pytest.mark.parametrize(
    ("kind", "written", "seen"),
    [
        ("NM", b"-7.50", Decimal("-7.50")),
        ("NM", b"5~6", (Decimal(5), Decimal(6))),
        ("SN", b"<^5", Structured("<", Decimal(5))),
        ("SN", b"^1^:^128", Structured("", Decimal(1), ":", Decimal(128))),
        ("CE", b"A^one^L^B^eins^LN", Code("A", "one", "L", Code("B", "eins", "LN"))),
        ("CWE", b"^^^^^^^^as said", Code(original="as said")),
        ("ST", b"a & b ^ c", "a & b ^ c"),
        ("TX", b"line one~line two", "line one\nline two"),
        ("FT", b"one\\.br\\two", "one\ntwo"),
        ("DT", b"20261124", Moment(datetime(2026, 11, 24), Precision.DAY)),  # noqa: DTZ001
        ("DTM", b"202611240905+0000", Moment(datetime(2026, 11, 24, 9, 5, tzinfo=UTC), Precision.MINUTE)),
        ("TS", b"2026", Moment(datetime(2026, 1, 1), Precision.YEAR)),  # noqa: DTZ001
        ("TM", b"0905", time(9, 5)),
        ("ED", b"LAB^application^pdf^Base64^" + b64encode(PDF), Attachment(PDF, "application/pdf")),
        ("ED", b"^AP^PDF^^" + b64encode(PDF), Attachment(PDF, "application/pdf")),
        ("ED", b64encode(PDF).rstrip(b"="), Attachment(PDF, "application/pdf")),
        ("NM", b'""', ()),
        ("ST", b'""', ()),
        ("ED", b"^AP^PDF^Hex^" + PDF.hex().encode(), Attachment(PDF, "application/pdf")),
    ],
)
def test_a_value_is_what_its_type_says(kind: str, written: bytes, seen: Value | tuple[Value, ...]) -> None:
    assert value(kind, written) == (seen if isinstance(seen, tuple) else (seen,), [])


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        ("NM", b"<5", "<5"),
        ("NM", b"5 mg", "5 mg"),
        ("NM", b"1e400", "1e400"),
        ("SN", b"<^five", "<^five"),
        ("SN", b"<", "<"),
        ("DT", b"20260230", "20260230"),
        ("TM", b"2961", "2961"),
        ("ED", b"^AP^PDF^Base64^*", "^AP^PDF^Base64^*"),
        ("ED", b"x", "x"),
        ("ED", b"^AP^PDF^^" + b64encode(b"text"), "^AP^PDF^^dGV4dA=="),
        ("", b"seven", "seven"),
        ("XX", b"a^b", "a^b"),
    ],
)
def test_a_value_that_is_not_what_its_type_says_is_kept_as_text(kind: str, written: bytes, kept: str) -> None:
    assert value(kind, written) == ((kept,), ["hl7.value-type"])


def test_a_document_says_by_its_bytes_whether_it_is_a_pdf() -> None:
    assert [Attachment(PDF).is_pdf, Attachment(b"MZ", "application/pdf").is_pdf] == [True, False]


def test_notes_belong_to_what_stands_above_them_and_several_orders_stay_apart() -> None:
    data = with_msh(
        PID, b"NTE|1||of the patient", OBR, b"NTE|1||of the order", OBX[0], b"NTE|1||one", b"NTE|2||two",
        b"SPM|1|S-1^LAB||SER^Serum^L|||||||||||||20261119|20261120|||HEM^Haemolysed^L",
        b"ORC|RE|A-78", b"OBR|2||L-2|X^y^L||||||||||||^MOREAU^B|||||||||P|||", OBX[1],
        b"OBR|3||L-3|Z^z^L|||||||||||||||||||||||||^L-2", OBX[2],
    )  # fmt: skip
    found, findings = read_results(read_message(data))
    assert findings == []
    assert found.notes == ("of the patient",)
    assert [order.notes for order in found.orders] == [("of the order",), (), ()]
    assert [len(order.observations) for order in found.orders] == [1, 1, 1]
    assert found.orders[0].observations[0].notes == ("one", "two")
    (specimen,) = found.orders[0].specimens
    assert (specimen.identifier.id, specimen.type.text, specimen.rejected.code) == ("S-1", "Serum", "HEM")
    assert specimen.collected is not None
    assert specimen.collected.day == date(2026, 11, 19)
    assert [order.placer.id for order in found.orders] == ["A-77", "A-78", ""]
    assert found.orders[1].ordered_by.name.family == "MOREAU"


def test_an_order_says_which_result_of_which_order_led_to_it() -> None:
    led = b"SUSC|||" + b"|" * 18 + b"F|600-7&Organism&LN^2^E. coli|||"
    data = with_msh(PID, b"OBR|1||L-1|" + led + b"A-1&OFFICE^L-1&LAB", b"OBR|2||L-1|" + led + b"^L-1&LAB")
    first, second = read_results(read_message(data))[0].orders
    assert (first.parent, second.parent) == (Identifier("A-1", "OFFICE"), Identifier("L-1", "LAB"))
    assert first.led == second.led == Led(Code("600-7", "Organism", "LN"), "2", "E. coli")


@pytest.mark.parametrize(
    ("units", "within", "seen"),
    [
        (b"10^3/uL", b"4-11", ("10^3/uL", "4-11")),
        (b"x10^9/L^^", b"4-11^4^11", ("x10^9/L", "4-11")),
        (b"mg/dL^mg/dL^UCUM", b"<5^see^note", ("mg/dL", "<5^see^note")),
        (b"10^ten", b"", ("10", "")),
    ],
)
def test_units_and_ranges_are_read_as_they_are_meant(units: bytes, within: bytes, seen: tuple[str, str]) -> None:
    line = b"OBX|1|NM|A||5|" + units + b"|" + within + b"||||F"
    ((found,),) = (one.observations for one in read_results(read_message(with_msh(PID, OBR, line)))[0].orders)
    assert (found.units.code, found.reference_range) == seen


def test_a_segment_that_says_nothing_is_none_and_one_of_their_own_keeps_no_note_away() -> None:
    data = with_msh(PID, OBR, OBX[0], b"ZLB|1", b"NTE|1||of the glucose", b"OBX", b"OBX|2||| ")
    (told,) = check_bytes(data, "x")
    assert (told.ok, told.findings) == (True, ())
    (order,) = read_results(read_message(data))[0].orders
    assert [one.notes for one in order.observations] == [("of the glucose",)]


def test_numbers_of_a_patient_stand_in_three_fields() -> None:
    pid = b'PID|1|M-1|L-2^^^LAB|M-1~""|VALE^INGRID'
    assert [one.id for one in patient_of(Message(with_msh(pid, OBR))).identifiers] == ["M-1", "L-2"]


def test_what_is_missing_is_an_error_and_what_is_odd_is_not_lost() -> None:
    (result,) = check_bytes(with_msh(b"PID|1", OBX[0], b"OBR|1", b"OBX|1|NM|||7||||||F|||never"), "x")
    assert [(one.code, one.where) for one in result.findings] == [
        ("hl7.missing", "OBR[1]-4"),
        ("hl7.missing", "OBX[2]-3"),
        ("hl7.missing", "PID-3"),
        ("hl7.no-segment", "OBX[1]"),
        ("hl7.time", "OBX[2]-14"),
    ]
    assert result.ack == "AE"


def test_two_quotes_say_that_there_is_none() -> None:
    found, _ = read_results(read_message(with_msh(b'PID|1||""||""^""||""|""', OBR)))
    assert (found.patient.identifiers, found.patient.names, found.patient.birth, found.patient.sex) == (
        (),
        (),
        None,
        "",
    )


@given(
    st.datetimes(datetime(1000, 1, 1), timezones=st.sampled_from([None, UTC, CENTRAL])),  # noqa: DTZ001
    st.sampled_from(Precision),
)
def test_a_time_is_written_as_exact_as_it_is_and_read_the_same(at: datetime, precision: Precision) -> None:
    written = moment_as_written(Moment(at, precision))
    found = moment_of(written)
    assert found is not None
    assert found.precision is precision
    assert moment_as_written(found) == written
    if precision is Precision.SECOND:
        assert found.at == at.replace(microsecond=at.microsecond // 100 * 100)
