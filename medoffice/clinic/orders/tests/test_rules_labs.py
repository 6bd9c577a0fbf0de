"""A laboratory's list of tests, and what it is sent: without a database."""

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from medoffice.clinic.orders.rules.compendium import read_compendium
from medoffice.clinic.orders.rules.wire import labels_of, message_of, missing_answers, paper_of
from medoffice.clinic.orders.tests.makers import TESTS
from medoffice.clinic.orders.types import Asked, Laboratory, LabTest, Requisition, RequisitionState, Sheet

AT = datetime(2026, 11, 24, 16, tzinfo=UTC)
ONE = UUID(int=1)


def sheet(*tests: LabTest, old: bool = False, collected: bool = True) -> Sheet:
    asked = Asked(
        tuple(test.code for test in tests), ("J02.9",), True, "call us", (("How was it collected?", "midstream"),)
    )
    lab = Laboratory(ONE, "p", "Prairie", "", "LIS", "PRAIRIE", "4711", "mllp", "127.0.0.1", 1, old, 48, 18, True, 1)
    req = Requisition(
        ONE, "L-10001", ONE, ONE, ONE, ONE, asked, RequisitionState.TO_SEND, "Amara Okafor", AT, "", "Amara Okafor",
        AT, "Carmen Ruiz" if collected else "", AT if collected else None, None, None, 0, None, "", 1,
    )  # fmt: skip
    return Sheet(
        req, lab, tuple((f"L-10001-{place}", test) for place, test in enumerate(tests, 1)), ("Vale", "Ingrid"),
        date(1968, 3, 8), "F", "M-10001", "2175550100", ("12 Mill Lane", "Riverbend", "IL", "62799"),
        ("1999999984", "Okafor", "Amara"), (("J02.9", "Acute pharyngitis"),),
    )  # fmt: skip


def test_the_message_has_our_numbers_why_and_what_was_answered() -> None:
    found = message_of(sheet(*TESTS), at=AT, office="RIVERBEND", training=False)
    assert (found.value("MSH-9"), found.value("MSH-9.2"), found.value("MSH-10")) == ("OML", "O21", "L-10001")
    assert [one.value(2) for one in found.named("OBR")] == [f"L-10001-{place}" for place in range(1, 5)]
    assert found.value("DG1-3") == "J02.9"
    assert "midstream" in [one.value(5) for one in found.named("OBX")]
    assert [one.value(4, 2) for one in found.named("SPM")] == ["serum", "serum", "serum", "urine"]
    assert found.raw == message_of(sheet(*TESTS), at=AT, office="RIVERBEND", training=False).raw


def test_an_old_laboratory_gets_what_it_can_read_and_no_specimen_before_it_is_taken() -> None:
    found = message_of(sheet(*TESTS, old=True), at=AT, office="RIVERBEND", training=True)
    assert (found.value("MSH-9"), found.value("MSH-11"), found.named("SPM")) == ("ORM", "T", [])
    assert message_of(sheet(*TESTS, collected=False), at=AT, office="R", training=False).named("SPM") == []


def test_paper_and_labels_say_the_same() -> None:
    told = paper_of(sheet(*TESTS), {"name": "Riverbend"})
    assert (told["patient"], told["signed"]) == ("Vale, Ingrid", "Signed electronically by Amara Okafor")
    serum, urine = labels_of(sheet(*TESTS))
    assert (serum["number"], serum["name"], serum["born"]) == ("L-10001", "Vale, Ingrid", "03/08/1968")
    assert (serum["tests"], urine["specimen"]) == ("Metabolic panel, Lipid panel, Thyrotropin", "urine")
    assert "____" in labels_of(sheet(TESTS[0], collected=False))[0]["taken"]


def test_what_the_laboratory_asks_is_answered_first() -> None:
    assert missing_answers(TESTS, (("How was it collected?", " "),)) == ["How was it collected?"]
    assert missing_answers(TESTS, (("How was it collected?", "midstream"),)) == []


def test_a_compendium_is_read_line_by_line() -> None:
    text = "Code\tName\tSpecimen\tFasting\tQuestions\r\nCMP\tMetabolic panel\tserum\ty\tA?; B?\n\tno code\n"
    (test,), (odd,) = read_compendium(text)
    assert test == LabTest("CMP", "Metabolic panel", "serum", True, ("A?", "B?"))
    assert odd.words == "Line 3 has no code or no name."
    assert read_compendium("a\tb\n1\t2")[0] == []


@given(some.text(max_size=200))
def test_any_text_is_read_or_told(text: str) -> None:
    tests, findings = read_compendium(text)
    assert tests or findings or not text
