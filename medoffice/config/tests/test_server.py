"""A command's server stays until the others that found it are done."""

import os
import tempfile
import threading
from pathlib import Path

import pytest

from medoffice.config.server import _let_others_finish
from medoffice.kernel.postgres.server import Server


def test_a_command_that_ends_first_waits_for_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(
        tempfile.mkdtemp(dir=Path(os.environ["MEDOFFICE_TEST_DATA"]).parent)
    )  # the server's user can reach it
    folder.chmod(0o755)
    server = Server(folder, durable=False)
    with server:
        other = server.connect()
        ending = threading.Thread(target=_let_others_finish, args=(server,))
        ending.start()
        ending.join(0.5)
        assert ending.is_alive(), "it waits"
        other.close()
        ending.join(20)
        assert not ending.is_alive()
    assert capsys.readouterr().err.count("Another command uses the database") == 1
