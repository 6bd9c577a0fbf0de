"""The text of an image, read by another process (``recognizer.py``): it may break, the office does not.

Text recognition is an extra (``scan``). Where it is not installed, takes too long or breaks, there is nothing to read,
and people type what they see.
"""

import logging
import subprocess
import tempfile
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings
from pydantic import TypeAdapter, ValidationError

from medoffice.kernel.text_lines import TextLine

log = logging.getLogger(__name__)
PROGRAM = Path(__file__).with_name("recognizer.py")
SECONDS, TURN_SECONDS, MOST_OUTPUT = 25, 10, 1 << 20
_turn = BoundedSemaphore(1)  # one image at a time: it takes all of a processor and a gigabyte


_LINES: TypeAdapter[list[TextLine] | None] = TypeAdapter(list[TextLine] | None)


def read_lines(image: bytes) -> list[TextLine] | None:
    """The lines of an image in the order they were found; None if it cannot be read here. Never raises."""
    if not _turn.acquire(timeout=TURN_SECONDS):
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="medoffice-read-") as empty:
            told = _run(image, empty)
        return None if told is None or len(told) > MOST_OUTPUT else _LINES.validate_json(told)
    except (OSError, ValidationError) as error:
        log.warning("an image could not be read: %s", type(error).__name__)
        return None
    finally:
        _turn.release()


def _run(image: bytes, folder: str) -> bytes | None:
    command = [settings.SCAN_PYTHON, "-I", "-B", str(PROGRAM)]
    quiet = {"PATH": "/usr/bin:/bin", "HOME": folder, "OMP_NUM_THREADS": "2"}
    try:
        done = subprocess.run(  # noqa: S603 - nothing of the command line comes from outside
            command, input=image, capture_output=True, timeout=SECONDS, cwd=folder, env=quiet, check=False
        )
    except subprocess.TimeoutExpired:
        log.warning("an image took longer than %s seconds to read", SECONDS)
        return None
    if done.returncode:
        log.warning("reading an image ended with %s", done.returncode)
        return None
    return done.stdout
