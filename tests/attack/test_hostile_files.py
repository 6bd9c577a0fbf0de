"""Files made to do harm, at every door that takes a file: refused or handled in words, and nothing outside is touched.

The doors: the office's own receiving of payers' files, the folder they come by, the commands that read files, restore.
"""

import time
from pathlib import Path
from threading import Event, Thread

import pytest

from medoffice.config import cli
from medoffice.kernel import backup
from medoffice.kernel.refusals import Refusal
from medoffice.revenue.claims.api import receive_file
from medoffice.revenue.claims.models import InboundFile
from medoffice.revenue.ledger.api import balances
from medoffice.security.types import PROGRAM
from medoffice.standards.x12.api import check_bytes, read_835
from tests.attack.hostile import NAMES, REMITTANCE, large, small
from tests.figures import figure
from tests.fuzz.parsers import KEY

COMMANDS = (
    "x12 check FILE --json",
    "x12 show FILE --json",
    "x12 show FILE",
    "ccda check FILE --json",
    "ccda show FILE --json",
    "hl7 check FILE --json",
    "codes check FILE --json",
    "codes search --queries FILE --limit 1",
)
LONGEST = 2.0
WORK = {"a million segments of claims: x12 show FILE --json": 6.0}  # nothing is wrong with it: 40,000 claims are told


def ask(words: str, path: Path) -> int:
    """The exit code of a command about a file."""
    return cli.main([part.replace("FILE", str(path)) for part in words.split()])


@pytest.mark.parametrize("name", small())
def test_a_command_answers_a_hostile_file_in_words(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(small()[name])
    for command in COMMANDS[:-1] if "search" not in name else COMMANDS:
        assert ask(command, path) in (0, 1, 2), command
    assert "Traceback" not in capsys.readouterr().err
    with pytest.raises(Refusal):
        backup.verify(path, KEY)
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.django_db
def test_the_office_takes_in_every_hostile_file_and_posts_nothing_of_it() -> None:
    for number, (name, data) in enumerate(small().items()):
        file_id = receive_file(actor=PROGRAM, name=NAMES[number % len(NAMES)], data=data)
        row = InboundFile.objects.get(id=file_id)
        assert row.state in ("quarantined", "done", "duplicate"), name
        assert "file-broke" not in str(row.findings), name
        assert "\x00" not in row.name
    assert [row.name for row in balances() if row.balance] == []
    assert InboundFile.objects.count() == len(small())


def test_there_are_about_sixty_and_a_good_file_among_them_would_pass() -> None:
    assert len(small()) + len(large()) >= 60
    assert read_835(REMITTANCE)[0]
    assert check_bytes(REMITTANCE, "x")[0].ok


@pytest.mark.soak
def test_no_hostile_file_takes_two_seconds_and_the_program_answers_meanwhile(tmp_path: Path) -> None:
    """Seconds of the processor for each file; the probe is another thread that reads a small good file all the time."""
    done, slowest = Event(), [0.0]

    def probe() -> None:
        while not done.is_set():
            began = time.perf_counter()
            assert read_835(REMITTANCE)[0]
            slowest[0] = max(slowest[0], time.perf_counter() - began)
            done.wait(0.05)

    other = Thread(target=probe)
    other.start()
    took: dict[str, float] = {}
    path = tmp_path / "x.json"
    try:
        for name, data in {**small(), **large()}.items():
            path.write_bytes(data)
            for command in COMMANDS[:-1]:
                began = time.process_time()
                assert ask(command, path) in (0, 1, 2)
                took[f"{name}: {command}"] = time.process_time() - began
    finally:
        done.set()
        other.join()
    worst = max(took, key=lambda key: took[key])
    figure("hostile files", f"{len(took)} readings, slowest {took[worst]:.2f} s ({worst})", f"{LONGEST} s")
    figure("hostile files, probe beside them", f"slowest {slowest[0]:.2f} s", f"{LONGEST} s")
    assert {key: value for key, value in took.items() if value > WORK.get(key, LONGEST)} == {}
