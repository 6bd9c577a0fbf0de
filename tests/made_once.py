"""Worlds that take long to make: made once in a run, by whoever needs one first, and cloned for the others."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

from medoffice.kernel.worlds import catalog


def clone_of(template: str, name: str, make: Callable[[str], None]) -> None:
    """Make a world as a clone of ``template``, which ``make`` makes if no process of this run has; kind ``demo``."""
    with Path(os.environ["MEDOFFICE_TEST_DATA"]).with_name(f"{template}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not catalog.exists(template):
            make(template)
    catalog.clone(template, name, "demo")
