"""Lines of a list are read whole or refused by line; a medicine is found by its own name; each state has a clock."""

from datetime import date

import pytest

from medoffice.kernel.refusals import Refusal
from medoffice.revenue.authorizations.rules.clocks import answers_to, due_on, ends_soon, may_close
from medoffice.revenue.authorizations.rules.file import read_formulary
from medoffice.revenue.authorizations.rules.matching import fitting, listing_of
from medoffice.revenue.authorizations.tests.makers import LINES, file_of
from medoffice.revenue.authorizations.types import Drug, FormularyRow, Listing, State

TEN = Drug("lisinopril 10 mg tablet", ("lisinopril",))
BRAND = Drug("Zestril 10 mg tablet", ("lisinopril",))
BOTH = Drug("lisinopril and hydrochlorothiazide 10 mg; 12.5 mg tablet", ("lisinopril", "hydrochlorothiazide"))
SALT = Drug("metformin 500 mg tablet", ("metformin hydrochloride",))
LONG = Drug("metformin 500 mg tablet, extended release", ("metformin hydrochloride",))


def rows(*names: str) -> list[FormularyRow]:
    return [FormularyRow(name, tier=str(number)) for number, name in enumerate(names, 1)]


@pytest.mark.parametrize(
    ("drug", "names", "fits"),
    [
        (TEN, ["lisinopril"], ["lisinopril"]),
        (TEN, ["lisinopril", "Lisinopril 10mg tablet"], ["Lisinopril 10mg tablet"]),
        (TEN, ["lisinopril 20 mg", "Zestril", "tablet", "10 mg"], []),
        (BRAND, ["lisinopril", "Zestril"], ["Zestril"]),
        (BOTH, ["lisinopril"], []),
        (BOTH, ["lisinopril and hydrochlorothiazide", "lisinopril"], ["lisinopril and hydrochlorothiazide"]),
        (SALT, ["metformin", "metformin extended release"], ["metformin"]),
        (LONG, ["metformin", "metformin extended release"], ["metformin extended release"]),
        (Drug("", ()), ["lisinopril"], []),
    ],
)
def test_a_line_speaks_of_a_medicine_only_if_it_names_it_and_the_closest_speaks(
    drug: Drug, names: list[str], fits: list[str]
) -> None:
    assert [one.name for one in fitting(drug, rows(*names))] == fits


def test_a_code_of_the_medicine_goes_before_its_name_and_lines_that_differ_are_several() -> None:
    by_code = FormularyRow("another name", rxnorm="314076", tier="2")
    known = Drug(TEN.words, TEN.substances, (("RxNorm", "314076"), ("NDC", "")))
    assert fitting(known, [*rows("lisinopril"), by_code]) == [by_code]
    assert fitting(Drug("x", codes=(("NDC", "0002-1433-80"),)), [FormularyRow("", ndc="0002143380")])
    assert listing_of(fitting(TEN, rows("lisinopril", "lisinopril"))) is Listing.SEVERAL
    assert listing_of([FormularyRow("a", tier="1"), FormularyRow("b", tier="1")]) is Listing.LISTED
    assert listing_of([]) is Listing.NOT_LISTED


def test_a_file_is_read_by_payer_plan_and_day() -> None:
    lines = [*file_of("60054"), *file_of("60054", plan="Gold")[1:], "", *file_of("60054", starts="2027-01-01")[1:]]
    found = read_formulary(lines)
    assert [(one.payer, one.plan, one.starts.year, len(one.rows)) for one in found] == [
        ("60054", "", 2026, 4), ("60054", "Gold", 2026, 4), ("60054", "", 2027, 4)
    ]  # fmt: skip
    assert found[0].rows[1] == FormularyRow(
        "Zestril", tier="3", authorization=True, step=True, alternatives=("lisinopril", "Quinapril")
    )
    assert found[0].rows[0].asks == ("quantity limit 30 in 30 days",)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (",,2026-01-01,Zestril,,,3,yes,no,,", "Line 3 names no payer"),
        ("60054,,2026-13-01,Zestril,,,3,yes,no,,", "Line 3: starts is 2026-13-01"),
        ("60054,,2026-01-01,,,,3,yes,no,,", "Line 3 names no medicine"),
        ("60054,,2026-01-01,Zestril,x1,,3,yes,no,,", "Line 3: x1 is no RxNorm number"),
        ("60054,,2026-01-01,Zestril,,12,3,yes,no,,", "Line 3: 12 is no NDC"),
        ("60054,,2026-01-01,Zestril,,,3,maybe,no,,", "Line 3: authorization is maybe"),
        ("60054,,2026-01-01,Zestril,,,3,yes", "Line 3 has 8 cells"),
        ("60054,,2026-01-01,Zes\x00tril,,,3,yes,no,,", "Line 3 has signs in it"),
        ('60054,,2026-01-01,"Zestril"x,,,3,yes,no,,', "Line 3 is no CSV"),
        (f"60054,,2026-01-01,{'Z' * 201},,,3,yes,no,,", "Line 3: name is longer"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(line: str, says: str) -> None:
    with pytest.raises(Refusal, match="Line 3") as refused:
        read_formulary([*file_of("60054", LINES[0]), line])
    assert refused.value.words.startswith(says)


@pytest.mark.parametrize("lines", [[], ["a,b"], file_of("60054", LINES[0])[:1]])
def test_what_is_no_list_is_refused(lines: list[str]) -> None:
    with pytest.raises(Refusal):
        read_formulary(lines)


def test_each_state_that_waits_has_a_day_and_only_what_is_with_the_payer_is_answered() -> None:
    today = date(2026, 11, 24)
    for state in State:
        assert (due_on(state, today, quick=False) is not None) is state.open
    usual, quick = due_on(State.ASKED, today, quick=False), due_on(State.ASKED, today, quick=True)
    assert usual
    assert quick
    assert quick < usual
    answered = [State.ASKED, State.MORE, State.APPEALED, State.APPROVED, State.DENIED]
    assert [one for one in State if answers_to(one, sent=False)] == answered
    assert State.APPROVED in answers_to(State.PREPARED, sent=True), "it may be allowed while more is being written"
    assert State.MORE in answers_to(State.MORE, sent=True)
    assert [one for one in State if may_close(one)] == [one for one in State if one.open or one is State.APPROVED]
    assert ends_soon(date(2026, 12, 20), today)
    assert not ends_soon(date(2027, 2, 1), today)
    assert not ends_soon(date(2026, 11, 23), today)
