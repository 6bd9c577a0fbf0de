"""Worlds for benchmarks: a server of the bench's own, and on it the demo office or one of any size."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path

from bench.rows import data_folder


def print_nothing(_words: str) -> None:
    """What a benchmark says of the progress of making a world."""


@contextmanager
def demo_world(name: str = "demo") -> Iterator[str]:
    """The demo office as a newcomer finds it, current within the block."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        from medoffice.config.server import database

        with database(own=True):
            from medoffice.kernel.worlds import current
            from medoffice.rehearsal.demo.api import make_demo_world

            make_demo_world(name, print_nothing)
            with current.use(name):
                yield name


@contextmanager
def scale_world(people: int, months: int, today: date) -> Iterator[str]:
    """A copy of an office of so many people and months written in bulk, current within the block.

    What was written is kept under ``MEDOFFICE_BENCH_WORLDS`` (a folder of the machine's temporary files) for the next
    time, as long as the program is the same.
    """
    folder = Path(os.environ.get("MEDOFFICE_BENCH_WORLDS") or Path(tempfile.gettempdir()) / "medoffice-bench-worlds")
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    os.environ["MEDOFFICE_DATA"] = str(folder)
    from medoffice.config.server import database

    with database(own=True):
        from medoffice.kernel.worlds import catalog, current
        from medoffice.rehearsal.bulk.api import make_bulk_world
        from medoffice.rehearsal.bulk.types import Size

        start = f"kept-{people}-{months}-"
        kept = f"{start}{_program()}"
        for name in catalog.worlds():
            if name == "bench" or (name.startswith(start) and name != kept):
                catalog.drop(name)
        if not catalog.exists(kept):
            make_bulk_world(kept, "test", Size(people, months, today), print_nothing)
        catalog.clone(kept, "bench", "test")
        with current.use("bench"):
            yield "bench"
        catalog.drop("bench")


def _program() -> str:
    """Which program this is: a short hash over all its sources."""
    root, total = Path(__file__).resolve().parent.parent / "medoffice", sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".toml") and "tests" not in path.parts:
            total.update(path.read_bytes())
    return total.hexdigest()[:10]
