"""``medoffice format``: one answer a file, clear words for what is no text."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from medoffice.config.cli import main


def test_files_are_formatted_in_order_and_what_is_no_text_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs = {
        "good.txt": b"take point five milligrams b i d period",
        "binary.txt": b"\x7fELF\0\1\2",
        "latin.txt": "caf\u00e9 period".encode("latin-1"),
        "empty.txt": b" \n",
        "marked.txt": b"\xef\xbb\xbfno fever period",
    }
    for name, data in inputs.items():
        (tmp_path / name).write_bytes(data)
    files = [str(tmp_path / name) for name in (*inputs, "absent.txt")]
    assert main(["format", *files, str(tmp_path), "--json"]) == 1
    told = capsys.readouterr()
    answers = [json.loads(row) for row in told.out.splitlines()]
    assert [answer["file"] for answer in answers] == [*files, str(tmp_path)]
    assert answers[0] == {"file": files[0], "text": "Take 0.5 mg b.i.d.", "flags": []}
    assert ["error" in answer for answer in answers] == [False, True, True, True, False, True, True]
    assert "not in UTF-8" in answers[2]["error"]
    assert answers[4]["text"] == "No fever."
    assert "Traceback" not in told.err


def test_the_style_and_the_flags(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoken = tmp_path / "spoken.txt"
    spoken.write_text("take fifteen or fifty milligrams b i d period")
    assert main(["format", str(spoken), "--style", "clinic"]) == 0
    told = capsys.readouterr()
    assert told.out == "Take 15 or 50 mg twice a day.\n"
    assert "sound alike" in told.err
    assert main(["format", str(spoken), "--json"]) == 0
    flag = json.loads(capsys.readouterr().out)["flags"][0]
    assert flag == {"kind": "number", "span": [5, 21], "place": 5, "words": "15 or 50: these sound alike."}


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"no fever period")))
    assert main(["format", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == "No fever."


def test_a_large_text_is_formatted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large = tmp_path / "large.txt"
    large.write_text("blood pressure one twenty over eighty period " * 2000)
    assert main(["format", str(large)]) == 0
    assert capsys.readouterr().out.count("120/80.") == 2000


def test_formatting_sets_up_no_office(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    said.write_text("take five milligrams b i d")
    program = (
        "import sys; from medoffice.config.cli import main; main(['format', sys.argv[1]]);"
        " print(sorted({name.partition('.')[0] for name in sys.modules} & {'django', 'psycopg'}))"
    )
    told = subprocess.run([sys.executable, "-c", program, said], capture_output=True, text=True, check=True)
    assert told.stdout == "Take 5 mg b.i.d.\n[]\n"


def test_without_standard_input_and_on_a_full_disk_it_is_said(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    said.write_text("no fever period")
    for words, told in (("exec <&-; {0} -", "Nothing comes in"), ("{0} {1} >/dev/full", "The disk is full")):
        line = words.format(f"{sys.executable} -m medoffice format", said)
        found = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)
        assert found.returncode == 1
        assert told in found.stderr
        assert "Traceback" not in found.stderr
