"""For which days a file speaks, and how the lists stand on a day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid
from medoffice.revenue.code_lists.rules.periods import parts_missing, period_of
from medoffice.revenue.code_lists.rules.standing import ending, speaking, stand
from medoffice.revenue.code_lists.types import Release, Standing
from medoffice.standards.code_lists.types import ListKind

AT = datetime(2026, 1, 2, tzinfo=UTC)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def release(kind: ListKind, begins: date, ends: date, at: datetime = AT) -> Release:
    return Release(new_id(), kind, "x", begins, ends, "x", 1, "", "chen", at)


@pytest.mark.parametrize(
    ("kind", "name", "begins", "ends"),
    [
        (ListKind.PAIRS, "ccipra-v320r0-f1.txt", date(2026, 1, 1), date(2026, 3, 31)),
        (ListKind.PAIRS, "ccipra-v323r0-f4.txt", date(2026, 10, 1), date(2026, 12, 31)),
        (ListKind.UNITS, "MCR_MUE_PractitionerServices_Eff_04-01-2026.csv", date(2026, 4, 1), date(2026, 6, 30)),
        (ListKind.ADD_ONS, "AOC_V2026Q2-MCR.txt", date(2026, 4, 1), date(2026, 6, 30)),
        (ListKind.VALUES, "PPRRVU2026_Jul_nonQPP.csv", date(2026, 7, 1), date(2026, 9, 30)),
        (ListKind.VALUES, "PPRRVU25_JAN.csv", date(2025, 1, 1), date(2025, 3, 31)),
        (ListKind.LOCALITIES, "GPCI2026.csv", date(2026, 1, 1), date(2026, 12, 31)),
        (ListKind.HCPCS, "HCPC2026_OCT_ANWEB_10012026.txt", date(2026, 10, 1), date(2026, 12, 31)),
        (ListKind.HCC, "ra_dx_to_cc_2027.csv", date(2026, 1, 1), date(2026, 12, 31)),
        (ListKind.TAXONOMY, "nucc_taxonomy_250.csv", date(2025, 1, 1), date(2026, 1, 1)),
        (ListKind.TAXONOMY, "nucc_taxonomy_251.csv", date(2025, 7, 1), date(2026, 7, 1)),
    ],
)
def test_the_name_of_a_file_says_for_which_days_it_speaks(kind: ListKind, name: str, begins: date, ends: date) -> None:
    found = period_of(kind, name, None, None)
    assert (found.valid_from, found.valid_to) == (begins, ends)


@pytest.mark.parametrize(
    "name", ["list.txt", "ccipra-v327r0.txt", "AOC_V2026Q5.txt", "PPRRVU26_ABC.csv", "MUE_Eff_13-01-2026.csv", ""]
)
@pytest.mark.parametrize("kind", list(ListKind))
def test_a_name_that_says_nothing_needs_the_office_to_say_it(kind: ListKind, name: str) -> None:
    with pytest.raises(Invalid, match="from when on"):
        period_of(kind, name, None, None)
    assert period_of(kind, name, *YEAR).valid_to == YEAR[1]
    with pytest.raises(Invalid, match="before it begins"):
        period_of(kind, name, YEAR[1], YEAR[0])


def test_a_list_in_parts_is_whole_or_says_which_is_missing() -> None:
    names = ["ccipra-v320r0-f1.txt", "ccipra-v320r0-f4.txt"]
    assert parts_missing(names) == [2, 3]
    assert parts_missing([names[1]]) == [1, 2, 3]
    assert parts_missing(["AOC_V2026Q2-MCR.txt"]) == []


def test_of_several_that_speak_the_one_taken_in_last_is_asked() -> None:
    first, second = release(ListKind.UNITS, *YEAR), release(ListKind.UNITS, *YEAR, at=AT + timedelta(days=1))
    assert speaking([second, first], ListKind.UNITS, date(2026, 5, 1)) is second
    assert speaking([first], ListKind.PAIRS, date(2026, 5, 1)) is None
    assert speaking([first], ListKind.UNITS, date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("on", "kind", "ends", "standing"),
    [
        (date(2026, 10, 31), ListKind.CPT, YEAR[1], Standing.LOADED),
        (date(2026, 11, 2), ListKind.CPT, date(2027, 1, 1), Standing.ENDS_SOON),
        (date(2026, 11, 1), ListKind.CPT, date(2027, 1, 1), Standing.LOADED),
        (date(2027, 1, 1), ListKind.CPT, YEAR[1], Standing.OVER),
        (date(2025, 12, 31), ListKind.CPT, YEAR[1], Standing.NEVER),
        (date(2026, 3, 16), ListKind.UNITS, date(2026, 3, 31), Standing.LOADED),
        (date(2026, 3, 17), ListKind.UNITS, date(2026, 3, 31), Standing.ENDS_SOON),
    ],
)
def test_an_end_is_told_sixty_days_before_and_a_quarters_fourteen(
    on: date, kind: ListKind, ends: date, standing: Standing
) -> None:
    loaded = stand([release(kind, YEAR[0], ends)], on)
    assert {one.kind: one.standing for one in loaded}[kind] is standing
    assert {one.standing for one in loaded if one.kind is not kind} == {Standing.NEVER}
    assert bool(ending(loaded)) is (standing in (Standing.ENDS_SOON, Standing.OVER))


def test_an_end_that_another_goes_on_from_is_told_to_nobody() -> None:
    following = release(ListKind.UNITS, date(2026, 4, 1), date(2026, 6, 30))
    loaded = stand([release(ListKind.UNITS, YEAR[0], date(2026, 3, 31)), following], date(2026, 3, 30))
    assert ending(loaded) == []
