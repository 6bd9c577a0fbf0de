"""A release is read whole or refused in words; ages and intervals are read as they are written."""

import io
import json
import lzma
import zipfile
from datetime import date
from typing import Any

import pytest

from medoffice.kernel.refusals import Refusal
from medoffice.standards.cdsi.api import packed, read_release, schedule_of, shipped, unpacked
from medoffice.standards.cdsi.shipped import FILE
from medoffice.standards.cdsi.spans import after, span
from medoffice.standards.cdsi.tests.makers import NOTES, PLAN, release


def refused(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as found:
        schedule_of(read_release(io.BytesIO(data)))
    return found.value


def test_the_release_that_comes_with_the_program_says_which_it_is() -> None:
    schedule = shipped()
    assert (schedule.version, schedule.released) == ("4.64", date(2025, 11, 10))
    assert len(schedule.antigens) == 30
    assert "SNOMED" not in lzma.decompress(FILE.read_bytes()).decode()


def test_it_is_kept_and_read_again_as_it_was() -> None:
    tree: dict[str, Any] = json.loads(lzma.decompress(FILE.read_bytes()))
    assert unpacked(packed(tree)) == shipped()
    assert packed(tree) == packed(tree)


def test_a_small_release_is_read() -> None:
    schedule = schedule_of(read_release(io.BytesIO(release())))
    assert (schedule.version, schedule.released) == ("9.01", date(2026, 2, 3))
    assert schedule.antigens["Mumps"].series[0].targets[0].ages[0].least == ((12, "month"),)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"RELEASE-NOTES.txt": None}, "cdsi-undated"),
        ({"RELEASE-NOTES.txt": "Version 9.01 of Smarch 3, 2027"}, "cdsi-undated"),
        ({"ScheduleSupportingData.xml": None}, "cdsi-none"),
        ({"AntigenSupportingData- Mumps-508.xml": None}, "cdsi-none"),
        ({"ScheduleSupportingData.xml": "<scheduleSupportingData/>"}, "cdsi-odd"),
        ({"ScheduleSupportingData.xml": PLAN.replace("28 days", "soon")}, "cdsi-odd"),
        ({"ScheduleSupportingData.xml": PLAN.replace("<antigen>Mumps", "<antigen>Grumps")}, "cdsi-odd"),
        ({"ScheduleSupportingData.xml": "<not closed"}, "xml.not-well-formed"),
        ({"ScheduleSupportingData.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "xml.dtd"),
    ],
)
def test_what_is_no_release_is_refused_in_words(files: dict[str, str | None], code: str) -> None:
    refusal = refused(release(**files))
    assert refusal.code == code
    assert refusal.words
    assert refusal.fix


def test_what_is_no_zip_or_a_broken_one_is_refused() -> None:
    assert refused(b"no zip at all").code == "cdsi-zip"
    whole = release()
    broken = whole[:60] + bytes(20) + whole[80:]
    assert refused(broken).code == "cdsi-zip"


@pytest.mark.parametrize("how", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_packed_otherwise_is_refused(how: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as packing:
        packing.writestr("RELEASE-NOTES.txt", NOTES)
    assert refused(out.getvalue()).code == "cdsi-zip"


def test_a_file_larger_than_it_says_is_read_no_further() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packing:
        packing.writestr("RELEASE-NOTES.txt", NOTES + " " * 100_000)
        packing.writestr("ScheduleSupportingData.xml", PLAN)
        packing.writestr("AntigenSupportingData- Mumps.xml", PLAN)
    size = (len(NOTES) + 100_000).to_bytes(4, "little")
    assert refused(out.getvalue().replace(size, (1000).to_bytes(4, "little"))).code == "cdsi-zip"


def test_a_zip_of_too_many_files_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packing:
        for number in range(201):
            packing.writestr(f"{number}.xml", NOTES)
    assert refused(out.getvalue()).code == "cdsi-too-large"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", "2024-01-31"),
        ("1 month", "2024-03-01"),  # no February 31: the first of the next month
        ("4 years - 4 days", "2028-01-27"),
        ("16 years - 4 months", "2039-10-01"),
        ("3 months + 4 weeks", "2024-05-29"),
        ("1 year", "2025-01-31"),
    ],
)
def test_an_age_leads_to_its_day(text: str, day: str) -> None:
    assert after(date(2024, 1, 31), span(text) or ()) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["soon", "4", "weeks", "4 weeks 3 days", "4 weeks +", "1000000 years"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no age"):
        span(text)


def test_an_age_beyond_all_calendars_ends_with_them() -> None:
    assert after(date(2024, 1, 31), span("99999 years") or ()) == date.max
