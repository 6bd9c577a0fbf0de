"""Children that end with the program that started them, kill -9 of it included (Linux; elsewhere they outlive it)."""

import ctypes
import os
import signal
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def ends_with_parent(how: signal.Signals) -> Callable[[], None]:
    """What a child is to do before anything else, to get the signal when the thread that started it ends."""
    libc, parent = ctypes.CDLL(None, use_errno=True), os.getpid()

    def ask() -> None:
        if hasattr(libc, "prctl"):
            libc.prctl(_PR_SET_PDEATHSIG, how)
            if os.getppid() != parent:
                os._exit(1)

    return ask
