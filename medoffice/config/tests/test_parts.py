"""A part of the office that always ends is started again a few times, then left alone, in words."""

import pytest

from medoffice.config import parts
from medoffice.config.parts import Part


def ended(part: Part) -> None:
    part.process.wait()


def test_three_times_and_anew_after_quiet_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    part = Part("worker", "no_such_module", world="nowhere")
    for _ in range(parts.RESTARTS):
        ended(part)
        assert part.keep_up()
    part._ends = [end - parts.CALM for end in part._ends]
    for _ in range(parts.RESTARTS):
        ended(part)
        assert part.keep_up()
    ended(part)
    last = part.process
    assert not part.keep_up()
    assert not part.keep_up()
    assert part.process is last
    told = capsys.readouterr().err.splitlines()
    assert told.count("The worker ended by itself and is started again.") == 2 * parts.RESTARTS
    assert told.count("The worker ended again and again.") == 1
    parts.stop([part])


def test_a_part_that_lives_is_left_alone_and_ended_when_told(capsys: pytest.CaptureFixture[str]) -> None:
    part = Part("server", "http.server", "--bind", "127.0.0.1", "0", world="nowhere")
    assert part.keep_up()
    assert part.process.poll() is None
    parts.stop([part])
    assert part.process.poll() is not None
    assert capsys.readouterr().err == ""
