"""Every kind of file in its publisher's layout is read; what is malformed is refused with the column or the line."""

import io
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest

from medoffice.kernel.refusals import Refusal
from medoffice.standards.code_lists.api import (
    decoded,
    read_add_ons,
    read_carc,
    read_coverage,
    read_cpt,
    read_cvx,
    read_hcpcs,
    read_localities,
    read_loinc,
    read_ndc,
    read_pairs,
    read_rarc,
    read_taxonomy,
    read_units,
    read_values,
)
from medoffice.standards.code_lists.tests import makers
from medoffice.standards.code_lists.types import CoverageUse, PairMark, UnitsMark

IN_ILLINOIS = frozenset({"IL"})
Reader = Callable[[Iterable[str]], Iterable[object]]
READERS: dict[str, tuple[Reader, str]] = {
    "pairs": (read_pairs, makers.PTP),
    "units": (read_units, makers.MUE),
    "add-ons": (read_add_ons, makers.ADD_ON),
    "values": (read_values, makers.RVU),
    "localities": (read_localities, makers.GPCI),
    "hcpcs": (read_hcpcs, makers.hcpcs_file()),
    "cpt": (read_cpt, makers.CPT),
    "carc": (read_carc, makers.CARC),
    "rarc": (read_rarc, makers.RARC),
    "nucc": (read_taxonomy, makers.TAXONOMY),
    "cvx": (read_cvx, makers.CVX),
    "loinc": (read_loinc, makers.LOINC),
    "ndc": (read_ndc, makers.NDC_PRODUCT),
}


def lines(text: str) -> list[str]:
    return list(decoded(io.BytesIO(text.encode()), fixed=False))


def test_pairs_keep_their_dates_and_what_a_modifier_may_do() -> None:
    found = list(read_pairs(lines(makers.PTP)))
    assert [(one.first, one.second, one.mark) for one in found[:2]] == [
        ("Z9901", "Z9902", PairMark.WITH_MODIFIER),
        ("Z9901", "Z9903", PairMark.NEVER),
    ]
    assert [(one.valid_from, one.valid_to) for one in found[1:3]] == [
        (date(1996, 1, 1), date(2025, 12, 31)),
        (date(2026, 7, 1), None),
    ]
    assert found[3].mark is PairMark.NOT_APPLICABLE
    assert found[0].why == "Misuse of the second code"


@pytest.mark.parametrize("lead", [0, 1, 2, 3])
def test_pairs_are_found_under_a_header_of_one_line_too(lead: int) -> None:
    head = "notice\r\n" * lead + makers.PTP_MEDICAID
    assert [(one.second, one.mark) for one in read_pairs(lines(head))] == [("Z9902", PairMark.NEVER)]


def test_columns_that_have_moved_are_found_by_name() -> None:
    moved = (
        "PTP Edit Rationale\tModifier\tDeletion Date\tEffective Date\tColumn 2\tColumn 1\r\n"
        "Why\t1\t*\t20240101\tZ9902\tZ9901\r\n"
    )
    with pytest.raises(Refusal, match="no pairs of codes"):  # the pair itself must stand in front
        list(read_pairs(lines(moved)))
    between = "Column 1\tColumn 2\tModifier\tNew\tDeletion Date\tEffective Date\r\nZ9901\tZ9902\t1\tx\t*\t20240101\r\n"
    assert [one.valid_from for one in read_pairs(lines(between))] == [date(2024, 1, 1)]


def test_most_units_are_read_behind_a_notice_of_several_lines() -> None:
    found = list(read_units(lines(makers.MUE)))
    assert [(one.code, one.most, one.mark) for one in found] == [
        ("Z9901", 2, UnitsMark.DAY_CLINICAL),
        ("Z9902", 1, UnitsMark.DAY_ABSOLUTE),
        ("Z9903", 1, UnitsMark.LINE),
    ]


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_add_on_codes_have_their_primaries_or_leave_them_to_the_payer(delimiter: str) -> None:
    found = list(read_add_ons(lines(makers.ADD_ON.replace("\t", delimiter))))
    assert [(one.code, one.primary, one.kind, one.valid_to) for one in found] == [
        ("Z9906", "Z9901", 1, None),
        ("Z9907", "", 2, None),
        ("Z9908", "Z9901", 3, date(2025, 12, 31)),
    ]


def test_relative_values_are_read_without_any_description() -> None:
    first, second = read_values(lines(makers.RVU))
    assert (first.code, first.work, first.office, first.facility, first.days) == (
        "Z9901",
        Decimal("1.50"),
        Decimal("2.00"),
        Decimal("0.80"),
        "010",
    )
    assert (second.modifier, second.office, second.days) == ("26", None, "XXX")
    assert "text" not in repr((first, second))
    older = makers.RVU.replace(",PRIC,ENDO", ",ENDO").replace(",SURG,IND,BASE", ",SURG,BASE")
    older = older.replace("0,0,0,0,,33", "0,0,0,,33")
    assert [one.factor for one in read_values(lines(older))] == [Decimal("33.4009")] * 2


def test_of_two_work_indices_the_one_with_the_floor_is_taken() -> None:
    (found,) = read_localities(lines(makers.GPCI))
    assert (found.contractor, found.locality, found.name) == ("09999", "01", "SAMPLETOWN")
    assert (found.work, found.practice, found.malpractice) == (Decimal("1.000"), Decimal("1.012"), Decimal("0.815"))


def test_hcpcs_texts_are_joined_and_modifiers_passed_over() -> None:
    found = list(read_hcpcs(lines(makers.hcpcs_file())))
    assert [(one.code, one.long, one.valid_to) for one in found] == [
        ("Z9901", "Widget, disposable, each", None),
        ("Z9902", "Old widget", date(2025, 12, 31)),
    ]


def test_a_licensed_file_is_read_as_table_or_as_code_and_words() -> None:
    assert [(one.code, one.valid_to) for one in read_cpt(lines(makers.CPT))] == [
        ("Z9901", None),
        ("Z9902", date(2025, 12, 31)),
    ]
    plain = "A notice\r\nZ9901\tA made-up descriptor\r\nZ9902 Another\r\n"
    assert [(one.code, one.long) for one in read_cpt(lines(plain))] == [
        ("Z9901", "A made-up descriptor"),
        ("Z9902", "Another"),
    ]


def test_articles_of_the_office_s_states_that_are_active_give_their_codes() -> None:
    found = list(read_coverage(lambda name: io.StringIO(makers.TABLES[name]), IN_ILLINOIS))
    assert [(one.article, one.use, one.code) for one in found] == [
        ("500", CoverageUse.PROCEDURE, "Z9901"),
        ("500", CoverageUse.COVERED, "E11.9"),
        ("500", CoverageUse.NOT_COVERED, "Z00.00"),
    ]
    broken = {**makers.TABLES, "article": "article_id,title\r\n1,x\r\n"}
    with pytest.raises(Refusal, match="The table article has no column article_version"):
        list(read_coverage(lambda name: io.StringIO(broken[name]), IN_ILLINOIS))


@pytest.mark.parametrize(
    ("kind", "was", "becomes", "says"),
    [
        ("pairs", "20240101\t*\t1", "20241301\t*\t1", "Line 7: 20241301 is no date"),
        ("pairs", "\t1\tMisuse", "\t2\tMisuse", "Line 7: 2 is no modifier indicator"),
        ("pairs", "19960101\t20251231", "20260101\t20251231", "Line 8: the pair ends before it begins"),
        ("pairs", "Z9904\tZ9905", "Z9904\tnothing", "Line 10: nothing is no five-character code"),
        ("pairs", "Effective", "Begins", "no column Effective Date"),
        ("units", "Z9901,2", "Z9901,two", "Line 5: two is no number of units"),
        ("units", '"1 Line Edit"', '"Line Edit"', "Line 7: L is no adjudication indicator"),
        ("units", "MUE Values", "Values", "no column MUE Values"),
        ("add-ons", "2024001\t\t\r\n2", "2024366x\t\t\r\n2", "Line 3: 2024366x is no date"),
        ("add-ons", "2024001\t\t\r\n2", "2023366\t\t\r\n2", "Line 3: 2023366 is no date"),
        ("add-ons", "1\tZ9906", "4\tZ9906", "Line 3: 4 is no type of add-on"),
        ("add-ons", "Primary_Code\t", "Primary\t", "no column Add-On Code"),
        ("values", "1.50", "one", "Line 5: one is no number"),
        ("values", "CONV", "OTHER", "no column CONV FACTOR"),
        ("values", "Z9901,,A", "Z99,,A", "Line 5: Z99 is no five-character code"),
        ("localities", "1.012", "", "Line 4: a blank is no number"),
        ("localities", "2026 MP GPCI", "MP", "no column MP GPCI"),
        ("hcpcs", "Z9901002004", "Z9909002004", "Line 3: a continuation stands without its code"),
        ("hcpcs", "20251231N", "20251331N", "Line 4: 20251331 is no date"),
        ("cpt", "A made-up descriptor", "", "Line 2: a code stands without its words"),
        ("cpt", "code,", "number,", "no column code"),
    ],
)
def test_what_is_malformed_is_refused_with_the_column_or_the_line(kind: str, was: str, becomes: str, says: str) -> None:
    reader, text = READERS[kind]
    assert was in text
    with pytest.raises(Refusal, match=says):
        list(reader(lines(text.replace(was, becomes, 1))))


@pytest.mark.parametrize("kind", sorted(READERS))
@pytest.mark.parametrize(
    "text", ["", "\r\n", "words that are no list\r\n" * 50, "a,b\tc\r\n" * 50, '"never ended\r\n' * 3]
)
def test_what_is_no_list_gives_no_row_and_breaks_nothing(kind: str, text: str) -> None:
    reader, _ = READERS[kind]
    with suppress(Refusal):
        assert list(reader(lines(text))) == []


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Refusal, match="Line 1: it is no text"):
        list(decoded(io.BytesIO(b"PK\x03\x04\x00\x00")))
    with pytest.raises(Refusal, match="too long"):
        list(decoded(io.BytesIO(b"x" * 70_000)))
    assert list(decoded(io.BytesIO(b"\xef\xbb\xbfcode\ncaf\xe9\n"))) == ["code\n", "café\n"]
