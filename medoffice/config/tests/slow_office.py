"""A small office behind the real gate, for the tests of slow and hostile clients: every page tells its process."""

import os
import time
from collections.abc import Iterable
from typing import Any

from medoffice.config.gate import Gate

BIG = b"x" * 2_000_000


def office(environ: dict[str, Any], start: Any) -> Iterable[bytes]:  # noqa: ANN401 - WSGI has no type for it
    """A page; ``/big`` is long, ``/slow`` takes a second; what is sent is read."""
    environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/slow":
        time.sleep(1)
    start("200 OK", [("Content-Type", "text/plain")])
    return [BIG if environ["PATH_INFO"] == "/big" else f"The office is open. {os.getpid()}".encode()]


def application() -> Gate:
    """What granian serves."""
    return Gate(office)
