"""A year of ICD-10-CM from its zips into the tables of this machine, and what the commands say of it then."""

import lzma
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from medoffice.config.code_years import take_year
from medoffice.kernel.refusals import Refusal
from medoffice.standards.terminology import expand
from medoffice.standards.terminology.yearly import taken_apart

NEXT = "icd10cm-order-2028.txt"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the tables of this machine will lie; nothing is there yet."""
    path = tmp_path / "codes" / "icd10cm.tsv.xz"
    monkeypatch.setenv("MEDOFFICE_CODES", str(path))
    return path


def year(folder: Path, *, without: str, new: str) -> Path:
    """A zip as CDC's with every code of the shipped tables but one, and one that is new."""
    shipped = taken_apart(lzma.decompress(expand.SHIPPED.read_bytes()).decode())
    valid = {code: entry[2] for code, entry in shipped.entries.items() if entry[4] >= shipped.since and entry[3]}
    codes = sorted({*valid, new} - {without})
    titles = {**valid, new: "Diabetes that was made up"}
    lines = [
        f"{number:05} {code:<7} 1 {'short':<60} {titles.get(code) or 'Named ' + code}"
        for number, code in enumerate(codes)
    ]
    path = folder / "icd10cm-Code Descriptions-2028.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(NEXT, "\r\n".join(lines))
        pack.writestr("icd10cm-order-addenda-2028.txt", "Add:         1 E1181")
        pack.writestr("icd10OrderFiles.pdf", "x")
    return path


def said(*words: str, cache: Path, own: Path) -> tuple[int, str]:
    environment = {**os.environ, "MEDOFFICE_CACHE": str(cache), "MEDOFFICE_CODES": str(own)}
    command = [sys.executable, "-m", "medoffice", "codes", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout


def test_a_year_is_taken_in_once_and_the_commands_know_it(own: Path, tmp_path: Path) -> None:
    pack = year(tmp_path, without="E118", new="E1181")
    taken = take_year([pack], None)
    assert (taken.first, taken.last, taken.files, taken.again) == (date(2027, 10, 1), date(2028, 9, 30), (NEXT,), False)
    assert (taken.changed.new, taken.changed.ended, taken.changed.back) == (("E1181",), ("E118",), ())
    before = own.read_bytes()
    assert take_year([pack], None).again
    assert own.read_bytes() == before
    asked = [("E11.81", "2027-10-01", 0), ("E11.81", "2027-09-30", 1), ("E11.8", "2027-09-30", 0)]
    asked += [("E11.8", "2027-10-01", 1), ("E11.9", "2026-12-01", 0), ("E11.9", "2028-09-30", 0)]
    for code, day, holds in asked:
        assert said("check", code, "--date", day, cache=tmp_path, own=own)[0] == holds, (code, day)
    assert "E11.81" in said("search", "diabetes", "made", "up", "--date", "2027-10-01", cache=tmp_path, own=own)[1]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("icd10cm-order-2028.txt", b"no order", "Line 1"),
        ("icd10cm-order-soon.txt", b"no order", "from when on"),
        ("icd10cm-order-2026.txt", b"00002 E119    1 " + b"x" * 62 + b"Diabetes", "from 10/01/2026 on already"),
        ("icd10cm-order-2028.zip", b"PK\x03\x04 broken", "0 order files"),
        ("other.txt", b"", "0 order files"),
    ],
)
def test_what_is_no_year_is_refused_and_nothing_is_written(
    own: Path, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refusal, match=says):
        take_year([tmp_path / name], None)
    assert not own.exists()
