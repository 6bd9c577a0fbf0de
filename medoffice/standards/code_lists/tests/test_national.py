"""National determinations: CMS's table, in our own words, and the codes of each, a code a row."""

import io
from datetime import date

import pytest

from medoffice.kernel.refusals import Refusal
from medoffice.standards.code_lists.api import read_determinations, read_national_codes
from medoffice.standards.code_lists.tests import makers
from medoffice.standards.code_lists.types import CodeRow, CoverageUse


def determinations(was: str = "", becomes: str = "") -> list[CodeRow]:
    told = makers.NATIONAL["ncd_trkg"].replace(was, becomes) if was else makers.NATIONAL["ncd_trkg"]
    return list(read_determinations(lambda _: io.StringIO(told)))


def test_a_determination_stands_in_its_last_version_with_its_level_and_days() -> None:
    assay, service, device = determinations()
    assert (assay.code, assay.long, assay.coverage) == ("190.99", "Made-up assay (renewed)", "2")
    assert assay.valid_from == date(2001, 2, 3), "it held before it was revised"
    assert (device.coverage, device.valid_to) == ("3", date(2026, 6, 30))
    assert (service.coverage, service.kind, service.valid_from) == ("", "retired", None)


def test_a_determination_one_version_of_which_has_no_day_has_none() -> None:
    assert determinations("2001-02-03", "")[0].valid_from is None


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("cvrg_lvl_cd", "level", "no column cvrg_lvl_cd"),
        (",20.99,", ",,", r"The section \(none\)"),
        ("1999-01-01", "January", "January of section 20.99 is no date"),
    ],
)
def test_what_is_no_table_of_determinations_is_refused(was: str, becomes: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        determinations(was, becomes)


def test_codes_of_determinations_are_read_a_code_a_row() -> None:
    found = list(read_national_codes(makers.NATIONAL_CODES.splitlines()))
    assert [(one.article, one.use, one.code) for one in found] == [
        ("190.99", CoverageUse.PROCEDURE, "Z9901"),
        ("190.99", CoverageUse.COVERED, "E11.9"),
        ("190.99", CoverageUse.NOT_COVERED, "Z00.00"),
        ("20.99", CoverageUse.PROCEDURE, "Z9902"),
    ]
    assert list(read_national_codes([])) == []


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("Use", "What", "no column Use"),
        ("procedure,Z9901", "maybe,Z9901", "Line 2: maybe is no use"),
        ("Z9901", "soon", "Line 2: SOON is no five-character code"),
        ("E119", "119", "Line 3: 119 is no diagnosis code"),
        ("190.99,Made-up assay,Not", ",Made-up assay,Not", r"Line 4: the section \(none\)"),
    ],
)
def test_a_row_that_says_nothing_clear_is_refused_with_its_line(was: str, becomes: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        list(read_national_codes(makers.NATIONAL_CODES.replace(was, becomes).splitlines()))
