"""What a benchmark says: one row for each thing it measured, and the machine it was measured on."""

import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One measured value. ``bar`` says what it must be, and ``ok`` whether it is; None where none is set."""

    name: str
    value: float | int | str
    unit: str
    bar: str | None = None
    ok: bool | None = None

    def as_json(self) -> dict[str, Any]:
        """The row as an object."""
        return asdict(self)


def at_most(name: str, value: float, unit: str, most: float) -> Row:
    """A row that must not be above a value."""
    return Row(name, value, unit, f"<= {most:g}", value <= most)


def at_least(name: str, value: float, unit: str, least: float) -> Row:
    """A row that must not be below a value."""
    return Row(name, value, unit, f">= {least:g}", value >= least)


def machine() -> dict[str, str]:
    """What the numbers were measured on; no names of hosts or places."""
    from medoffice.kernel.postgres import binaries

    return {
        "processor": _of_cpuinfo("model name"),
        "cores": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "python": platform.python_version(),
        "postgresql": str(binaries.major(binaries.folder())),
        "load": f"{os.getloadavg()[0]:.1f} (of the last minute, before)",
    }


def _of_cpuinfo(key: str) -> str:
    path = Path("/proc/cpuinfo")
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        name, _, value = line.partition(":")
        if name.strip() == key:
            return value.strip()
    return platform.processor() or "unknown"


@contextmanager
def data_folder() -> Iterator[Path]:
    """A data folder of the bench's own, where the database's user can reach it; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="medoffice-bench-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered)) - 1))]
