"""Pharmacies are read out of a file shaped as NPPES's; everybody else is passed over."""

import contextlib
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.ids import npi_from, npi_is_valid
from medoffice.kernel.refusals import Refusal
from medoffice.standards.nppes.api import COLUMNS, read_pharmacies

GOOD = npi_from("199123456")
FIRST, SECOND = "Healthcare Provider Taxonomy Code_1", "Healthcare Provider Taxonomy Code_2"


def written(*rows: dict[str, str], drop: str = "") -> io.StringIO:
    names = [name for name in (*COLUMNS.values(), FIRST, SECOND, "Hours") if name != drop]
    file = io.StringIO()
    out = csv.DictWriter(file, names, quoting=csv.QUOTE_ALL, extrasaction="ignore")
    out.writeheader()
    out.writerows(rows)
    return io.StringIO(file.getvalue())


def row(**said: str) -> dict[str, str]:
    plain = {
        "npi": GOOD, "entity": "2", "legal": "Corner Drug LLC", "other": "Corner  Drug", "line1": "1 Main St",
        "city": "Riverbend", "state": "il", "zip": "62701-1234", "phone": "(217) 555-0142", "fax": "12175550143",
    }  # fmt: skip
    return {COLUMNS[name]: text for name, text in (plain | said).items()} | {FIRST: "183500000X", SECOND: "3336C0003X"}


def test_rx5_a_pharmacy_is_read_with_what_the_office_needs() -> None:
    (one,) = read_pharmacies(written(row() | {"Hours": "Mon-Fri 8-8"}))
    assert (one.npi, one.name, one.taxonomy, one.state) == (GOOD, "Corner Drug", "3336C0003X", "IL")
    assert (one.zip, one.phone, one.fax, one.hours) == ("627011234", "2175550142", "2175550143", "Mon-Fri 8-8")
    assert not one.closed


@pytest.mark.parametrize(
    "other",
    [{"entity": "1"}, {"npi": "1234567890"}, {"npi": ""}],
)
def test_a_person_or_a_wrong_npi_is_no_pharmacy(other: dict[str, str]) -> None:
    assert list(read_pharmacies(written(row(**other)))) == []


def test_who_has_no_taxonomy_of_pharmacies_is_passed_over() -> None:
    assert list(read_pharmacies(written(row() | {SECOND: "207Q00000X"}))) == []


def test_an_npi_that_holds_no_more_says_so_unless_it_holds_again() -> None:
    gone, back = row(closed="01/02/2026"), row(closed="01/02/2026", open_again="02/02/2026")
    assert [one.closed for one in read_pharmacies(written(gone, back))] == [True, False]


def test_a_file_that_is_not_nppes_says_which_column_it_lacks() -> None:
    with pytest.raises(Refusal, match="Fax Number"):
        list(read_pharmacies(written(row(), drop=COLUMNS["fax"])))
    with pytest.raises(Refusal, match="After line 1"):
        list(read_pharmacies(io.StringIO(written().getvalue() + '"1"x,"2"\n')))


@given(st.text(max_size=300))
def test_no_file_brings_it_down(text: str) -> None:
    with contextlib.suppress(Refusal):
        assert all(npi_is_valid(one.npi) for one in read_pharmacies(io.StringIO(written().getvalue() + text)))
