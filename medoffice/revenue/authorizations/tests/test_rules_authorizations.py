"""Lines of a list are read whole or refused by line; a medicine is found by its own name; each state has a clock."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told, Version
from medoffice.kernel.refusals import Refusal
from medoffice.revenue.authorizations.rules.clocks import answers_to, due_on, ends_soon, may_close
from medoffice.revenue.authorizations.rules.file import read_formulary
from medoffice.revenue.authorizations.rules.matching import fitting, listing_of
from medoffice.revenue.authorizations.rules.wording import result_words, was_tried, why_it_ended
from medoffice.revenue.authorizations.tests.makers import LINES, file_of
from medoffice.revenue.authorizations.types import Drug, FormularyRow, Listing, State

VISIT = UUID(int=7)
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
        (Drug("estradiol .5 mg tablet"), ["estradiol 5 mg", "estradiol 0.5 mg"], ["estradiol 0.5 mg"]),
        (Drug("heparin 1,000 units/mL"), ["heparin 1 unit", "heparin 1000 units/mL"], ["heparin 1000 units/mL"]),
        (Drug("losartan-hctz 50-12.5 mg tablet"), ["losartan", "Losartan HCTZ"], ["Losartan HCTZ"]),
        (Drug("losartan hctz 50 mg", ("losartan", "hydrochlorothiazide")), ["losartan"], []),
        (Drug("amlodipine and benazepril 5-10 mg"), ["amlodipine", "amlodipine/benazepril"], ["amlodipine/benazepril"]),
        (Drug("losartan 50 mg"), ["losartan-hctz", "losartan"], ["losartan"]),
        (Drug("Toprol-XL 50 mg"), ["Toprol", "Toprol XL"], ["Toprol XL"]),
        (Drug("bupropion XL 150 mg"), ["bupropion", "bupropion SR"], []),
        (Drug("metformin XR 500 mg"), ["metformin DR", "metformin extended-release"], ["metformin extended-release"]),
        (Drug("aspirin EC 81 mg"), ["aspirin", "aspirin delayed release"], ["aspirin delayed release"]),
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
        ("60054,,2026-01-01,Zestril,,,3,,no,,", "Line 3: authorization is blank"),
        ("60054,,2026-01-01,Zestril,,,3,no,,,", "Line 3: step is blank"),
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


TODAY = date(2026, 11, 24)


def version(told: Told, why: str = "", about: UUID | None = None) -> Version:
    cause = Cause(CauseKind.SAID)
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return Version(VISIT, 1, 0, ListKind.MEDICATION, VISIT, told, cause, about, why, at, "Ann Reyes")


@pytest.mark.parametrize(
    ("told", "tried"),
    [
        (Told("Senna"), False),
        (Told("Senna", status="stopped"), True),
        (Told("Senna", status="completed", ended="2026-11"), True),
        (Told("Senna", status="not-taken", ended="2026-05"), False),
        (Told("Senna", status="intended", ended="2026-05"), False),
        (Told("Senna", status="stopped", verification="refuted"), False),
        (Told("Senna", ended="2026-05"), True),
        (Told("Senna", ended="2026-11-24"), False),
        (Told("Senna", ended="2027"), False),
        (Told("Senna", status="stopped", ended="2026-12-01"), False),
    ],
)
def test_a_medicine_was_tried_if_it_was_taken_and_is_over(told: Told, tried: bool) -> None:
    assert was_tried(told, TODAY) is tried


def test_the_reason_is_that_of_the_version_that_ended_it() -> None:
    on, off = Told("Senna"), Told("Senna", status="stopped")
    assert why_it_ended([version(on, "Prescription RX-1"), version(off, "Rash")], TODAY) == "Rash"
    assert why_it_ended([version(on), version(off, "Rash"), version(off, "spelling")], TODAY) == "Rash"
    assert why_it_ended([version(on), version(off, "Rash", VISIT), version(off, "spelling")], TODAY) == ""


def test_a_result_says_how_sure_it_is_and_a_line_that_it_is_excluded() -> None:
    assert [result_words(one, corrected=False) for one in ("F", "P")] == ["", "not final"]
    assert result_words("C", corrected=True) == "corrected"
    assert FormularyRow("Zestril", tier="Excluded").excluded
    assert not FormularyRow("Zestril", tier="3").excluded
