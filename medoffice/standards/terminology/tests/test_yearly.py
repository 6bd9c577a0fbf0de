"""A year of CDC's put into the tables: what is new, over, renamed or back; what was before stays."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.refusals import Refusal
from medoffice.standards.terminology.cdc import Ordered, first_day_of, last_day_of, read_order, read_tabular
from medoffice.standards.terminology.yearly import Tables, put_together, taken_apart, with_year

FIRST = date(2027, 10, 1)
OLD = Tables(
    editions={"titles": "FY2027\tCDC", "notes": "FY2027\tCDC"},
    last=20270930,
    since=20261001,
    entries={
        "4": ("chapter", "", "Endocrine diseases", 0, 0),
        "E08-E13": ("section", "4", "Diabetes mellitus", 0, 0),
        "E11": ("code", "E08-E13", "Type 2 diabetes mellitus", 0, 0),
        "E118": ("code", "E11", "with unspecified complications", 20151001, 20270930),
        "E119": ("code", "E11", "without complications", 20151001, 20270930),
        "E11A": ("code", "E11", "in remission, old words", 20241001, 20270930),
        "E117": ("code", "E11", "gone long ago", 20151001, 20180930),
    },
    extra=["N\tE11\tincludes\tdiabetes NOS"],
    replaced=["R\tE110\tE119\t20201001"],
)
ORDER = [
    Ordered("E11", billable=False, title="Type 2 diabetes mellitus"),
    Ordered("E117", billable=True, title="back again"),
    Ordered("E118", billable=False, title="with unspecified complications"),
    Ordered("E1181", billable=True, title="with one complication"),
    Ordered("E119", billable=True, title="without complications"),
    Ordered("E11A", billable=True, title="in remission"),
]
LINES = (
    "00001 E11     0 Type 2 diabetes mellitus                                     Type 2 diabetes mellitus",
    "00002 E119    1 Type 2 diabetes mellitus without complications               Type 2 diabetes mellitus without it",
)
XML = b"""<ICD10CM.tabular><version>2028</version><chapter><name>4</name><desc>Endocrine diseases (E00-E89)</desc>
<section id="E08-E13"><desc>Diabetes mellitus (E08-E13)</desc><diag><name>E11</name><desc>Type 2 diabetes</desc>
<includes><note>diabetes NOS</note></includes><sevenChrDef><extension char="A">first</extension></sevenChrDef>
<diag><name>E11.9</name><desc>without complications</desc></diag></diag></section></chapter></ICD10CM.tabular>"""


def test_a_year_is_put_beside_the_ones_before() -> None:
    told, changed = with_year(OLD, ORDER, FIRST, "CDC icd10cm-order-2028.txt")
    assert {code: entry[3:] for code, entry in told.entries.items() if entry[3]} == {
        "E117": (20271001, 20280930),  # one stretch of days a code: what was before 2018 is not known any more
        "E118": (20151001, 20270930),
        "E1181": (20271001, 20280930),
        "E119": (20151001, 20280930),
        "E11A": (20241001, 20280930),
    }
    assert told.entries["E1181"][:3] == ("code", "E118", "with one complication")
    assert (told.last, told.since) == (20280930, 20271001)
    assert (changed.new, changed.ended, changed.back) == (("E1181",), ("E118",), ("E117",))
    assert changed.revised == ("E117", "E11A")
    assert told.extra == OLD.extra
    assert told.editions["notes"] == "FY2027\tCDC"
    assert told.editions["titles"] == "from 10/01/2027\tCDC icd10cm-order-2028.txt"


def test_what_had_no_known_end_lasts_to_the_day_before_the_year_that_does_not_name_it() -> None:
    spring = replace(OLD, last=20270331, entries={**OLD.entries, "E119": (*OLD.entries["E119"][:4], 20270331)})
    spring.entries["E118"] = (*OLD.entries["E118"][:4], 20270331)
    told, changed = with_year(spring, ORDER, FIRST, "x")
    assert told.entries["E119"][3:] == (20151001, 20280930)
    assert told.entries["E118"][3:] == (20151001, 20270930)
    assert changed.back == ("E117",)


def test_the_same_year_again_changes_nothing() -> None:
    once, _ = with_year(OLD, ORDER, FIRST, "x", read_tabular(XML))
    again, changed = with_year(once, ORDER, FIRST, "x", read_tabular(XML))
    assert put_together(again) == put_together(once)
    assert not any((changed.new, changed.ended, changed.revised, changed.back))
    assert put_together(taken_apart(put_together(once))) == put_together(once)


def test_a_code_that_a_year_named_and_its_correction_does_not_was_never_in_force() -> None:
    once, _ = with_year(OLD, ORDER, FIRST, "x")
    mended, changed = with_year(once, [one for one in ORDER if one.code != "E1181"], FIRST, "y")
    assert mended.entries["E1181"][3:] == (0, 0)
    assert changed.ended == ("E1181",)


def test_a_tabular_list_brings_its_notes_and_takes_the_old_ones_away() -> None:
    told, _ = with_year(replace(OLD, extra=["N\tE11\tnote\told"]), ORDER, FIRST, "x", read_tabular(XML))
    assert told.extra == ["N\tE11\tincludes\tdiabetes NOS", "7\tE11\tA\tfirst"]
    assert told.editions["notes"] == "from 10/01/2027\tx"


def test_an_older_year_than_the_newest_is_refused() -> None:
    with pytest.raises(Refusal, match="from 10/01/2026 on already"):
        with_year(OLD, ORDER, date(2025, 10, 1), "x")


def test_an_order_file_is_read_by_its_columns() -> None:
    assert read_order([*LINES, "", "\r\n"]) == [
        Ordered("E11", billable=False, title="Type 2 diabetes mellitus"),
        Ordered("E119", billable=True, title="Type 2 diabetes mellitus without it"),
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([LINES[0], LINES[0]], "Line 2: E11 stands there twice"),
        ([LINES[1].replace(" 1 ", " 2 ", 1)], "Line 1: it is no line"),
        ([LINES[1][:77]], "Line 1: it is no line"),
        (["Add:         1 E1181"], "Line 1: it is no line"),
        ([LINES[0]], "There is no code in it"),
        ([], "There is no code in it"),
    ],
)
def test_what_is_no_order_file_is_refused_with_its_line(lines: list[str], says: str) -> None:
    with pytest.raises(Refusal, match=says):
        read_order(lines)


@pytest.mark.parametrize("data", [b"<x/>", b"no xml", b"<ICD10CM.tabular/>", b""])
def test_what_is_no_tabular_list_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        read_tabular(data)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("icd10cm-order-2028.txt", FIRST),
        ("Code Descriptions/icd10cm_order_2028.txt", FIRST),
        ("icd10cm-order-April-2028.txt", date(2028, 4, 1)),
        ("icd10cm-order-January-2028.txt", date(2028, 1, 1)),
        ("codes.txt", None),
    ],
)
def test_the_name_says_from_when_on(name: str, first: date | None) -> None:
    assert first_day_of(name) == first


@given(st.dates(date(2015, 1, 1), date(2100, 1, 1)))
def test_a_fiscal_year_ends_with_september(first: date) -> None:
    last = last_day_of(first)
    assert (last.month, last.day) == (9, 30)
    assert 0 <= (last - first).days < 366


CODES = ["E11", "E110", "E1100", "E119", "E11A", "E1191"]
YEARS = st.dictionaries(st.sampled_from(CODES), st.booleans(), min_size=1)


@given(st.lists(YEARS, min_size=1, max_size=5))
def test_after_any_years_what_may_be_billed_is_what_the_last_one_says(years: list[dict[str, bool]]) -> None:
    tables = OLD
    for number, year in enumerate(years):
        order = [Ordered(code, billable, code) for code, billable in year.items()]
        tables, _ = with_year(tables, order, date(2027 + number, 10, 1), "x")
        valid = {code for code, entry in tables.entries.items() if entry[3] and entry[4] >= tables.since}
        assert valid == {code for code, billable in year.items() if billable}
        assert all(entry[3] <= entry[4] for entry in tables.entries.values() if entry[3])
