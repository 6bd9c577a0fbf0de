"""The parts of a running office (web tier, worker): started, started again when one ends by itself, ended in order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from medoffice.config.output import say
from medoffice.kernel.ending import ends_with_parent
from medoffice.kernel.postgres.address import without_password

RESTARTS, CALM = 3, 300.0
SLOW_STOP = 20.0


class Part:
    """A program of the office. It is started again when it ends: three times, anew after five quiet minutes."""

    def __init__(self, name: str, module: str, *arguments: str, world: str) -> None:
        """Start ``python -m module arguments`` for a world. ``name`` is what people are told it is."""
        self.name = name
        self._command, self._world = [sys.executable, "-m", module, *arguments], world
        self._ends: list[float] = []
        self.gone = False
        self.process = self._start()

    def keep_up(self) -> bool:
        """Start it again if it ended; False if it ended too often and is left alone."""
        if self.gone or self.process.poll() is None:
            return not self.gone
        now = time.monotonic()
        self._ends = [end for end in self._ends if now - end < CALM] + [now]
        self.gone = len(self._ends) > RESTARTS
        if self.gone:
            say(f"The {self.name} ended again and again.")
            return False
        say(f"The {self.name} ended by itself and is started again.")
        self._clear()
        self.process = self._start()
        return True

    def _start(self) -> "subprocess.Popen[bytes]":
        """Ctrl-C reaches only the program that started it, which stops its parts in order; they end with it."""
        return subprocess.Popen(  # noqa: S603 - our own modules
            self._command,
            env=_environment(self._world),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=ends_with_parent(signal.SIGTERM),  # noqa: PLW1509 - one thread runs here
        )

    def _clear(self) -> None:
        """Kill what it left behind: each part is the leader of a group of its own."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def wait_until(self, instant: float) -> None:
        """Wait for its end until an instant of the monotonic clock; what is left then, or left behind, is killed."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=max(0.1, instant - time.monotonic()))
        self._clear()


def stop(parts: Sequence[Part]) -> None:
    """End the parts; what has not ended in time is killed."""
    for part in parts:
        part.process.terminate()
    until = time.monotonic() + SLOW_STOP
    for part in parts:
        part.wait_until(until)


def _environment(world: str) -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    return {**without_password(os.environ), "MEDOFFICE_WORLD": world, "PYTHONPATH": path}
