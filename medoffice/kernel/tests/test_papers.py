"""Papers from outside: told by their bytes, opened in a process that is shut off, refused with words."""

import subprocess
import sys
import textwrap
import time
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel import paper_reader, papers
from medoffice.kernel.papers import MEDIA, TROUBLES, Busy, kind_of, look, picture, read_pages
from medoffice.kernel.printing import pdf as printed
from medoffice.kernel.tests import hostile_papers
from medoffice.kernel.tests.hostile_papers import docx, large, mail, pdf, png, small, tiff
from tests.figures import figure

OPENED = (
    "a PDF of noise",
    "a PDF with a page as long as a street",
    "a script in a PDF, packed",
    "a PDF with a key",
    "a PNG that lies about its size",
    "XML that laughs",
    "an e-mail nested 40 deep",
    "a DOCX that names places outside",
)
LONGEST = 2.0
CDA = b'<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Summary</title><p>Asthma</p></ClinicalDocument>'


def test_a_paper_is_told_by_its_bytes() -> None:
    told = {
        "pdf": pdf(),
        "png": png(8, 8),
        "jpeg": b"\xff\xd8\xff\xe0" + bytes(90) + b"\xff\xd9",
        "tiff": tiff(8, 8),
        "text": "Señora Vale,\nplease call.".encode(),
        "clinical": CDA,
        "mail": mail(),
        "docx": docx(),
    }
    assert {kind: kind_of(data) for kind, data in told.items()} == {kind: kind for kind in MEDIA}
    assert kind_of(b"%PDF-1.7" + bytes(papers.LARGEST)) == "too-large"


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    for head in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<?xml", b"From: a\nDate: b\n", b"\xff\xd8\xff"):
        assert kind_of(head + data) in MEDIA | TROUBLES


def test_what_no_look_is_needed_for_is_refused_at_once() -> None:
    """And there are about sixty, each with words for its trouble."""
    shut = {name: (kind_of(data), want) for name, (data, want) in small().items() if kind_of(data) not in MEDIA}
    assert {name: found for name, (found, want) in shut.items() if found not in want} == {}
    assert len(small()) >= 60
    assert {word for _, want in small().values() for word in want} <= set(TROUBLES)


@pytest.mark.parametrize("name", OPENED)
def test_what_is_hostile_inside_is_refused(name: str) -> None:
    data, want = small()[name]
    assert look(data)[1].trouble in want


def test_good_papers_are_taken_read_and_drawn() -> None:
    kind, found = look(pdf())
    assert (kind, found.pages, found.trouble) == ("pdf", 1, "")
    told = look(
        mail(
            b"Content-Type: text/plain\r\n\r\nSee below",
            b'Content-Disposition: attachment; filename="a.txt"\r\n\r\nAsthma',
        )
    )
    assert (told[1].sender, told[1].text.strip()) == ("a@example.org", "See below")
    assert [(one.name, one.content) for one in told[1].attached] == [("a.txt", b"Asthma")]
    (page,) = read_pages(CDA, "clinical", 0, 0) or []
    assert page.text.split() == ["Summary", "Asthma"]
    assert [one.text for one in read_pages(docx(), "docx", 0, 0) or []] == ["Dear Dr. Okafor"]
    drawn = picture(tiff(8, 8), "tiff", 0, 200)
    assert drawn is not None
    assert drawn.startswith(b"\x89PNG")
    assert picture(b"%PDF-1.7\n", "pdf", 0, 200) is None
    assert read_pages(pdf(), "pdf", 0, 5) is None


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A program in the reader's place; the test writes it."""
    path = tmp_path / "paper_reader.py"
    monkeypatch.setattr(papers, "PROGRAM", path)
    return path


@pytest.mark.parametrize("does", ["print('[{')", "print('{}')", "raise SystemExit(4)", "import os; os.abort()"])
def test_whatever_the_reader_does_nothing_breaks(program: Path, does: str) -> None:
    program.write_text(does)
    assert look(pdf())[1].trouble == "broken"
    assert read_pages(pdf(), "pdf", 0, 0) is None
    assert picture(pdf(), "pdf", 0, 100) is None


def test_an_office_without_the_readers_is_told_so(program: Path) -> None:
    program.write_text("raise SystemExit(3)")
    with pytest.raises(RuntimeError, match="not installed"):
        look(pdf())


def test_who_takes_too_long_is_ended_and_two_are_read_at_a_time(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.write_text("import os, signal; os.kill(os.getpid(), signal.SIGPROF)")
    assert look(pdf())[1].trouble == "slow"
    monkeypatch.setattr(papers, "SECONDS", {"look": 0.3})
    program.write_text("while True: pass")
    with pytest.raises(Busy):
        look(pdf())
    monkeypatch.setattr(papers, "TURN_SECONDS", 0)
    with papers._turns, papers._turns, pytest.raises(Busy):
        look(pdf())


def test_the_limits_hold(tmp_path: Path) -> None:
    """Nothing is opened any more, nobody is called, no other program is started, memory and time end."""
    tries = textwrap.dedent(f"""
        import runpy, sys
        runpy.run_path({str(paper_reader.__file__)!r})["limit"]("look")
        import os
        for what in (
            lambda: open("/etc/hostname"),
            lambda: open("written", "wb"),
            lambda: os.pipe(),
            lambda: __import__("socket").create_connection(("127.0.0.1", 1)),
            lambda: os.system("true"),
            lambda: bytearray(2 << 30),
        ):
            try:
                what()
            except BaseException as error:
                print(isinstance(error, (OSError, MemoryError, ImportError)))
            else:
                print("done")
        sys.stdout.flush()
        while True: pass
    """)
    done = subprocess.run(
        [sys.executable, "-I", "-c", tries], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.split() == ["True"] * 6, done.stderr
    assert done.returncode in papers.ENDED_BY_TIME


@pytest.mark.soak
def test_no_hostile_paper_takes_two_seconds_and_a_page_answers_meanwhile() -> None:
    """Seconds on the wall for each; the probe is another thread that opens a good paper in its own turn."""
    done, slowest = Event(), [0.0]

    def probe() -> None:
        while not done.is_set():
            began = time.perf_counter()
            assert look(pdf())[1].pages == 1
            slowest[0] = max(slowest[0], time.perf_counter() - began)
            done.wait(0.05)

    other = Thread(target=probe)
    other.start()
    took: dict[str, float] = {}
    wrong: dict[str, str] = {}
    try:
        for name, (data, want) in {**small(), **large()}.items():
            began = time.perf_counter()
            found = look(data)[1]
            took[name] = time.perf_counter() - began
            if want and found.trouble not in want:
                wrong[name] = found.trouble
            if not found.trouble:
                picture(data, kind_of(data), 0, 900)
    finally:
        done.set()
        other.join()
    worst = max(took, key=lambda key: took[key])
    figure("hostile papers", f"{len(took)} papers, slowest {took[worst]:.2f} s ({worst})", f"{LONGEST} s")
    figure("hostile papers, a good one opened beside them", f"slowest {slowest[0]:.2f} s", f"{LONGEST} s")
    assert wrong == {}
    assert {name: value for name, value in took.items() if value > LONGEST} == {}
    assert len(hostile_papers.NAMES) >= 8


def test_a_letter_of_the_office_can_be_read_back(tmp_path: Path) -> None:
    """What the program prints it can also read: words and the number of pages."""
    template = tmp_path / "a.typ"
    template.write_text("= Records\nVale, Ingrid\n#pagebreak()\nsecond")
    made = printed(template, {})
    assert look(made)[1].pages == 2
    assert [page.text.split()[0] for page in read_pages(made, "pdf", 0, 1) or []] == ["Records", "second"]
