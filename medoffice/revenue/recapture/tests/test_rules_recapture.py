"""What is missing this year: rows of codes in, conditions out. No database."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.kernel.ids import new_id
from medoffice.revenue.recapture.rules.missing import find_missing
from medoffice.revenue.recapture.rules.what_if import age_day, both_sums
from medoffice.revenue.recapture.types import Body, Coded, Condition, Earlier, Found, Mark, Said, Tables
from medoffice.standards.hcc.api import covers, shipped
from medoffice.standards.hcc.types import Living, Medicaid, Person

WHO, OTHER = new_id(), new_id()
MODEL = shipped()
YEAR, BEFORE = MODEL.years[2027], MODEL.years[2026]
AGED = {WHO: Body(72, "F"), OTHER: Body(72, "F")}


def tables(newer: frozenset[str] = frozenset()) -> Tables:
    before = {code: hccs for code, hccs in BEFORE.codes.items() if code not in YEAR.codes}
    return Tables(2026, "made up", YEAR.codes, before, newer)


def rows(*told: str, who: UUID = WHO) -> list[Coded]:
    """Codes as year and code: ``25 E11.22``."""
    pairs = (one.split() for one in told)
    return [Coded(who, code, date(2000 + int(year), 6, 3)) for year, code in pairs]


def find(
    *told: str, marks: dict[tuple[UUID, str], Mark] | None = None, bodies: dict[UUID, Body] | None = None
) -> Found:
    return find_missing(MODEL, tables(), rows(*told), AGED if bodies is None else bodies, marks or {})


def said(hcc: str, what: Said) -> dict[tuple[UUID, str], Mark]:
    return {(WHO, hcc): Mark(WHO, hcc, 2026, what, "seen", "Nneka Abara", datetime(2026, 11, 24, tzinfo=UTC))}


@pytest.mark.parametrize(
    ("told", "hccs"),
    [
        (["25 E11.22"], ["37"]),
        (["25 E11.22", "26 E11.22"], []),
        (["25 E11.22", "26 E11.42"], []),  # the same category by another code
        (["25 E11.9", "26 E11.22"], []),  # a higher one is coded this year
        (["25 E11.22", "26 E11.9"], ["37"]),  # a lower one is not enough
        (["25 E11.9", "24 E11.22"], ["37"]),  # of two missing ones the higher
        (["26 E11.22"], []),  # nothing without an earlier year
        (["25 I10"], []),  # of no category
        (["23 I50.22", "25 J44.9"], ["226", "280"]),
        (["25 E08.311"], ["37", "298"]),
        (["25 E08.311", "26 E11.22"], ["298"]),
        ([], []),
    ],
)
def test_what_earlier_years_have_and_this_one_has_not(told: list[str], hccs: list[str]) -> None:
    assert [one.hcc for one in find(*told).conditions] == hccs


def test_a_condition_names_its_codes_the_last_visit_first() -> None:
    (one,) = find("24 E11.22", "25 E11.42", "25 E11.22").conditions
    assert one.label == "Diabetes with Chronic Complications"
    assert [(each.code, each.last.year) for each in one.codes] == [("E11.22", 2025), ("E11.42", 2025)]


def test_a_code_that_ended_is_known_by_the_mapping_before_and_said_to_be_so() -> None:
    (one,) = find("25 C86.0").conditions
    assert (one.hcc, one.codes) == ("20", (Earlier("C86.0", date(2025, 6, 3), in_force=False),))
    assert find("25 C86.0", "26 C86.00").conditions == ()


def test_what_was_said_to_be_gone_covers_nothing_any_more() -> None:
    told = ["25 E11.9", "24 E11.22"]
    gone = find(*told, marks=said("37", Said.GONE)).conditions
    assert [(one.hcc, one.gone) for one in gone] == [("37", True), ("38", False)]
    for what in (Said.NEXT, Said.AGAIN):
        assert [(one.hcc, one.gone) for one in find(*told, marks=said("37", what)).conditions] == [("37", False)]


def test_age_and_sex_decide_where_the_model_says_so() -> None:
    assert [one.hcc for one in find("25 C50.911").conditions] == ["23"]
    assert [one.hcc for one in find("25 C50.911", bodies={WHO: Body(40, "F")}).conditions] == ["22"]
    assert [one.hcc for one in find("25 C50.911", bodies={}).conditions] == ["23"]


def test_a_code_that_the_mapping_does_not_know_is_said_and_is_of_nothing() -> None:
    found = find_missing(MODEL, tables(frozenset({"E11.A"})), rows("25 E11.9", "26 E11.A", "25 E11.A"), AGED, {})
    assert [one.hcc for one in found.conditions] == ["38"]
    assert [(one.code, one.last.year) for one in found.unknown] == [("E11.A", 2026)]


CODES = sorted(YEAR.codes)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CODES), st.integers(2023, 2026), st.booleans()), max_size=12))
def test_nothing_stands_there_without_an_earlier_code_or_with_one_that_covers_it(
    told: list[tuple[str, int, bool]],
) -> None:
    coded = [Coded(WHO if mine else OTHER, code, date(year, 5, 1)) for code, year, mine in told]
    found = find_missing(MODEL, tables(), coded, AGED, {})
    for one in found.conditions:
        assert one.codes
        assert all(Coded(one.patient_id, each.code, each.last) in coded for each in one.codes)
        assert all(each.last.year < 2026 for each in one.codes)
        assert not covers(MODEL, one.hcc, found.this_year[one.patient_id])
    assert len({(one.patient_id, one.hcc) for one in found.conditions}) == len(found.conditions)


def test_the_what_if_counts_what_nobody_said_is_gone() -> None:
    who = Person(72, "F", Living.COMMUNITY, Medicaid.NONE)
    missing = [
        Condition(WHO, "226", "Heart failure", ()),
        Condition(WHO, "280", "COPD", (), said("280", Said.GONE)[WHO, "280"]),
    ]
    now, more = both_sums(MODEL, YEAR, who, {"37", "38"}, missing)
    assert [one.name for one in now.lines] == ["F70_74", "HCC37", "D1"]
    assert [one.name for one in more.lines] == ["F70_74", "HCC37", "HCC226", "DIABETES_HF_V28", "D2"]
    assert now.total < more.total
    assert more.total == sum((one.value or Decimal(0) for one in more.lines), Decimal(0))
    assert age_day(2027) == date(2027, 2, 1)
