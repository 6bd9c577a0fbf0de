"""Worlds that take long to make: made once in a run, by whoever needs one first, and cloned for the others."""

import fcntl
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from medoffice.kernel.worlds import catalog

Made = TypeVar("Made")


def clone_of(template: str, name: str, make: Callable[[str], Made], kind: str = "demo") -> Made:
    """Make a world as a clone of ``template``, which ``make`` makes if nobody in this run has; what that returned."""
    place = Path(os.environ["MEDOFFICE_TEST_DATA"])
    returned = place.with_name(f"{template}.made")
    with place.with_name(f"{template}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not catalog.exists(template):
            returned.write_bytes(pickle.dumps(make(template)))
    catalog.clone(template, name, kind)
    made: Made = pickle.loads(returned.read_bytes())  # noqa: S301 - this run wrote it
    return made
