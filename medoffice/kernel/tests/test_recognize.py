"""Reading the text of an image: another process does it, shut off from everything; whatever it does, nothing breaks."""

import json
import subprocess
import sys
import textwrap
from pathlib import Path
from types import SimpleNamespace

import pytest

from medoffice.kernel import recognize, recognizer
from medoffice.kernel.recognize import read_lines
from medoffice.kernel.text_lines import TextLine

IMAGE = b"\x89PNG not looked at here"


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A program in the recogniser's place; the test writes it."""
    path = tmp_path / "recognizer.py"
    monkeypatch.setattr(recognize, "PROGRAM", path)
    return path


def test_without_the_extra_there_is_nothing_to_read(settings: SimpleNamespace) -> None:
    settings.SCAN_PYTHON = sys.executable  # rapidocr is never installed beside the program
    assert read_lines(IMAGE) is None
    settings.SCAN_PYTHON = "/nowhere/python"
    assert read_lines(IMAGE) is None


@pytest.mark.parametrize(
    "does",
    [
        "print('[{')",
        "print('[{\"text\": 1}]')",
        "print('{}')",
        "raise SystemExit(3)",
        "import os; os.abort()",
        "print('x' * ((1 << 20) + 2))",
        "import sys; sys.stdout.buffer.write(bytes([255, 254, 0]))",
    ],
)
def test_whatever_it_says_or_does_nothing_breaks(program: Path, does: str) -> None:
    program.write_text(does)
    assert read_lines(IMAGE) is None
    program.write_text("import sys; sys.stdin.read(); print('[]')")
    assert read_lines(b"") == []


def test_who_takes_too_long_is_ended(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognize, "SECONDS", 0.3)
    program.write_text("while True: pass")
    assert read_lines(IMAGE) is None


def test_one_image_is_read_at_a_time(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognize, "TURN_SECONDS", 0)
    program.write_text("print('[]')")
    with recognize._turn:
        assert read_lines(IMAGE) is None
    assert read_lines(IMAGE) == []


def test_it_sees_the_image_and_nothing_of_the_office(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDOFFICE_SECRET", "kept")
    program.write_text(
        textwrap.dedent("""
            import json, os, sys
            told = [sys.stdin.buffer.read().hex(), " ".join(sorted(os.environ)), " ".join(os.listdir("."))]
            print(json.dumps([{"text": one, "score": 1, "box": [0, 0, 1, 1]} for one in told]))
        """)
    )
    image, environment, files = (line.text for line in read_lines(IMAGE) or [])
    assert bytes.fromhex(image) == IMAGE
    assert set(environment.split()) <= {"HOME", "LC_CTYPE", "OMP_NUM_THREADS", "PATH"}
    assert files == ""


def test_its_limits_hold(tmp_path: Path) -> None:
    """No file is written, nobody is called, no other program is started, memory ends."""
    tries = textwrap.dedent(f"""
        import runpy
        runpy.run_path({str(recognizer.__file__)!r})["limit"]()
        import os, socket, subprocess
        for what in (
            lambda: open("written", "wb", 0).write(b"x"),
            lambda: socket.create_connection(("127.0.0.1", 1)),
            lambda: os.system("true"),
            lambda: subprocess.run(["true"]),
            lambda: bytearray(7 << 30),
        ):
            try:
                what()
            except BaseException as error:
                print(type(error).__name__)
            else:
                print("done")
    """)
    command = [sys.executable, "-I", "-c", tries]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout.split() == ["OSError"] * 4 + ["MemoryError"], done.stderr


class _Picture:
    """As much of a picture as is asked for: its size."""

    def __init__(self, high: int, wide: int) -> None:
        """So high and wide."""
        self.shape = (high, wide, 3)


def test_what_the_engine_found_becomes_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine itself is tried on drawn cards (test_cards_read)."""
    seen: list[float] = []
    pictures = {b"small": _Picture(400, 640), b"large": _Picture(3000, 4000), b"broken": None}

    def found(picture: _Picture) -> SimpleNamespace:
        if picture.shape[0] == 400:
            return SimpleNamespace(txts=("Member ID",), scores=(0.97,), boxes=[[(9.7, 3), (60, 4), (60, 20), (9, 19)]])
        return SimpleNamespace(txts=None, scores=None, boxes=None)

    def smaller(_: _Picture, __: None, *, fx: float, **___: float) -> _Picture:
        seen.append(fx)
        return _Picture(1200, 1600)

    cv2 = SimpleNamespace(imdecode=lambda data, _: pictures[data], resize=smaller, IMREAD_COLOR=1, INTER_AREA=3)
    fakes = {
        "cv2": cv2,
        "numpy": SimpleNamespace(frombuffer=lambda data, dtype: data, uint8=None),  # noqa: ARG005 - as numpy's
        "rapidocr": SimpleNamespace(RapidOCR=lambda params: found),  # noqa: ARG005 - as the engine's
    }
    for name, fake in fakes.items():
        monkeypatch.setitem(sys.modules, name, fake)
    lines = recognizer.lines(b"small")
    assert lines is not None
    assert json.loads(json.dumps(lines)) == [{"text": "Member ID", "score": 0.97, "box": [9, 3, 60, 20]}]
    assert [TextLine(one["text"], one["score"], tuple(one["box"])) for one in lines]
    assert recognizer.lines(b"broken") == []
    assert recognizer.lines(b"large") == []
    assert seen == [0.4]
