"""What we send: requisitions and vaccinations, byte by byte, and read back as they were meant."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.refusals import Refusal
from medoffice.standards.hl7.api import Message, check_bytes, read_results, write_oml, write_orm, write_vxu
from medoffice.standards.hl7.types import (
    Address,
    Answer,
    Attachment,
    Clinician,
    Code,
    Ends,
    Identifier,
    Moment,
    PersonName,
    Precision,
    RequestedTest,
    Requisition,
    Statement,
    Subject,
    Vaccination,
    VaccinationReport,
)

AT = Moment(datetime(2026, 11, 24, 9, tzinfo=UTC))
TAKEN = Moment(datetime(2026, 11, 24, 8, 40, tzinfo=UTC), Precision.MINUTE)
ENDS = Ends("1", AT, "MEDOFFICE", "LANTERN", "LAB", "NORTHFIELD")
WHO = Subject(
    (Identifier("M-10001", "MEDOFFICE", "", "MR"),),
    PersonName("VALE", "INGRID", use="L"),
    date(1965, 3, 14),
    "F",
    Address("1 LANTERN WAY", "", "SPRINGFIELD", "IL", "62701"),
)
BY = Clinician(Identifier("1234567893", "NPPES", "", "NPI"), PersonName("OKAFOR", "ADA", use="L"))
TEST = RequestedTest(
    Identifier("A-77", "MEDOFFICE"),
    Code("GLU", "Glucose", "99NF"),
    (Code("E11.9", "Type 2 diabetes mellitus without complications", "I10"),),
    (Answer(Code("FAST", "Fasting?", "99NF"), "Y"), Answer(Code("HRS", "Hours", "99NF"), Decimal("8"))),
    ("Call if > 300 | now",),
    Identifier("S-1"),
    Code("SER", "Serum", "99NF"),
    TAKEN,
)
DOSE = Vaccination(
    Identifier("IZ-0001", "MEDOFFICE"),
    Code("140", "Influenza, split virus, trivalent, PF", "CVX"),
    Moment(datetime(2026, 10, 2), Precision.DAY),  # noqa: DTZ001
    Decimal("0.5"),
    "mL",
    given_by=Clinician(Identifier("1234567893"), PersonName("ROE", "RAE")),
    ordered_by=Clinician(Identifier("1234567893", "NPPES", "", "NPI"), PersonName("ROE", "RAE", use="L")),
    location="OFFICE1",
    lot="LOT123",
    expires=date(2027, 6, 30),
    manufacturer=Code("SKB", "GlaxoSmithKline", "MVX"),
    route=Code("C28161", "Intramuscular", "NCIT"),
    site=Code("LD", "Left Deltoid", "HL70163"),
    statements=(
        Statement(
            Code("64994-7", "Vaccine funding program eligibility category", "LN"),
            Code("V01", "Not VFC eligible", "HL70064"),
            2,
            date(2026, 10, 2),
            Code("VXC40", "per immunization", "CDCPHINVS"),
        ),
        Statement(Code("29769-7", "VIS presented", "LN"), date(2026, 10, 2), 3, date(2026, 10, 2)),
    ),
)


def lines(message: Message) -> list[str]:
    return [line.decode() for line in message.lines]


def test_a_requisition_as_oml() -> None:
    message = write_oml(Requisition(ENDS, WHO, BY, (TEST,)))
    by = "1234567893^OKAFOR^ADA^^^^^^NPPES^L^^^NPI"
    assert lines(message) == [
        "MSH|^~\\&|MEDOFFICE|LANTERN|LAB|NORTHFIELD|20261124090000+0000||OML^O21^OML_O21|1|P|2.5.1||||||UNICODE UTF-8",
        "PID|1||M-10001^^^MEDOFFICE^MR||VALE^INGRID^^^^^L||19650314|F|||1 LANTERN WAY^^SPRINGFIELD^IL^62701",
        f"ORC|NW|A-77^MEDOFFICE|||||||20261124090000+0000|||{by}",
        f"OBR|1|A-77^MEDOFFICE||GLU^Glucose^99NF|||202611240840+0000|||||||||{by}",
        "NTE|1||Call if > 300 \\F\\ now",
        "DG1|1||E11.9^Type 2 diabetes mellitus without complications^I10",
        "OBX|1|ST|FAST^Fasting?^99NF||Y||||||F",
        "OBX|2|NM|HRS^Hours^99NF||8||||||F",
        "SPM|1|S-1||SER^Serum^99NF|||||||||||||202611240840+0000",
    ]
    assert check_bytes(message.raw, "x")[0].findings == ()


def test_a_requisition_as_orm_for_those_who_know_nothing_newer() -> None:
    message = write_orm(Requisition(Ends("1", AT, training=True), WHO, BY, (TEST, TEST)))
    assert [one.name for one in message.segments].count("ORC") == 2
    assert message.named("SPM") == []
    assert [message.value(path) for path in ("MSH-9.1", "MSH-9.2", "MSH-9.3", "MSH-11", "MSH-12")] == [
        "ORM", "O01", "", "T", "2.3.1",
    ]  # fmt: skip
    assert (message.value("OBR[2]-1"), message.value("OBR-15.1.2")) == ("2", "Serum")
    assert check_bytes(message.raw, "x")[0].findings == ()


def test_vaccinations_as_vxu() -> None:
    message = write_vxu(VaccinationReport(ENDS, WHO, (DOSE,)))
    by = "1234567893^ROE^RAE^^^^^^NPPES^L^^^NPI"
    assert lines(message)[0].endswith("|UNICODE UTF-8|||Z22^CDCPHINVS")
    assert lines(message)[2:] == [
        f"ORC|RE||IZ-0001^MEDOFFICE|||||||{by}||{by}",
        (
            "RXA|0|1|20261002||140^Influenza, split virus, trivalent, PF^CVX|0.5|mL^^UCUM||00^^NIP001"
            "|1234567893^ROE^RAE|^^^OFFICE1||||LOT123|20270630|SKB^GlaxoSmithKline^MVX|||CP|A"
        ),
        "RXR|C28161^Intramuscular^NCIT|LD^Left Deltoid^HL70163",
        (
            "OBX|1|CE|64994-7^Vaccine funding program eligibility category^LN|2|V01^Not VFC eligible^HL70064||||||F"
            "|||20261002|||VXC40^per immunization^CDCPHINVS"
        ),
        "OBX|2|DT|29769-7^VIS presented^LN|3|20261002||||||F|||20261002",
    ]
    assert check_bytes(message.raw, "x")[0].findings == ()


def test_what_there_is_none_of_is_not_sent() -> None:
    with pytest.raises(Refusal, match="no test"):
        write_oml(Requisition(ENDS, WHO, BY, ()))
    with pytest.raises(Refusal, match="no vaccination"):
        write_vxu(VaccinationReport(ENDS, WHO, ()))
    bad = RequestedTest(Identifier("1"), Code("X"), answers=(Answer(Code("Q"), Attachment(b"x")),))
    with pytest.raises(Refusal, match="text, a number"):
        write_orm(Requisition(ENDS, WHO, BY, (bad,)))


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters='"\0'), max_size=12).map(str.strip)
CODES = st.builds(Code, TEXT.filter(bool), TEXT, TEXT, original=TEXT)
IDS = st.builds(Identifier, TEXT.filter(bool), TEXT, TEXT)
NAMES = st.builds(PersonName, TEXT.filter(bool), TEXT, TEXT, TEXT, TEXT, TEXT)
PEOPLE = st.builds(Clinician, st.builds(Identifier, TEXT.filter(bool), TEXT, TEXT, TEXT), NAMES)
VALUES = CODES | TEXT.filter(bool) | st.decimals(-1000, 1000, places=2)
TESTS = st.builds(
    RequestedTest, IDS, CODES, answers=st.lists(st.builds(Answer, CODES, VALUES, CODES), max_size=2).map(tuple),
    notes=st.just(()), specimen=IDS, specimen_type=CODES, collected=st.just(TAKEN) | st.none(),
)  # fmt: skip


@given(st.lists(TESTS, min_size=1, max_size=3).map(tuple), PEOPLE, NAMES)
def test_a_requisition_is_read_as_it_was_meant(
    tests: tuple[RequestedTest, ...], by: Clinician, name: PersonName
) -> None:
    who = Subject(WHO.identifiers, name, WHO.birth, "F", WHO.address)
    found, findings = read_results(write_oml(Requisition(ENDS, who, by, tests)))
    assert findings == []
    assert (found.patient.names, found.patient.identifiers) == ((name,), WHO.identifiers)
    assert found.patient.addresses == (WHO.address,)
    for order, test in zip(found.orders, tests, strict=True):
        assert (order.placer, order.code, order.ordered_by) == (test.placer, test.code, by)
        assert (order.control, order.collected) == ("NW", test.collected)
        assert [(one.code, one.values, one.units) for one in order.observations] == [
            (one.question, (one.value,), one.units) for one in test.answers
        ]
        assert [(one.type, one.collected) for one in order.specimens] == [(test.specimen_type, test.collected)]
