"""What the office's processes use while they are loaded: CPU, memory, open files and connections, from /proc."""

import asyncio
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.bench_start import family, pss

_TICKS = os.sysconf("SC_CLK_TCK")
EVERY = 5.0


@dataclass(slots=True)
class Sample:
    """One look: seconds since the start, and of each part of the office its CPU seconds, PSS in MB, open files and
    processes (of postgres: its connections and helpers)."""

    at: float
    cpu: dict[str, float]
    memory: dict[str, float]
    files: dict[str, int]
    processes: dict[str, int]


@dataclass(slots=True)
class Watch:
    """Looks every few seconds at a program and all its descendants."""

    program: int
    samples: list[Sample] = field(default_factory=list)

    async def run(self) -> None:
        """Until cancelled."""
        began = time.monotonic()
        while True:
            self.samples.append(self.look(time.monotonic() - began))
            await asyncio.sleep(EVERY)

    def look(self, at: float) -> Sample:
        """One sample."""
        sample = Sample(at, {}, {}, {}, {})
        for process in family(self.program):
            try:
                self._add(sample, process)
            except (OSError, ValueError):
                continue  # it ended meanwhile
        return sample

    def _add(self, sample: Sample, process: int) -> None:
        where = Path(f"/proc/{process}")
        fields = (where / "stat").read_text().rpartition(")")[2].split()
        part = _part((where / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        for kept, value in (
            (sample.cpu, (int(fields[11]) + int(fields[12])) / _TICKS),
            (sample.memory, pss(process) / 1024),
            (sample.files, len(list((where / "fd").iterdir()))),
            (sample.processes, 1),
        ):
            kept[part] = kept.get(part, 0) + value  # type: ignore[assignment, operator]

    def report(self) -> dict[str, object]:
        """CPU seconds, memory at both ends and its slope in MB a minute over the second half, files at both ends."""
        first, last = self.samples[0], self.samples[-1]
        parts = sorted(last.memory)
        return {
            "cpu_seconds": {part: round(last.cpu[part] - first.cpu.get(part, 0), 1) for part in parts},
            "memory_mb": {part: [round(first.memory.get(part, 0)), round(last.memory[part])] for part in parts},
            "slope_mb_per_minute": {part: self._slope(part) for part in parts},
            "processes": {part: [first.processes.get(part, 0), last.processes[part]] for part in parts},
            "open_files": {part: [first.files.get(part, 0), last.files[part]] for part in parts},
        }

    def _slope(self, part: str) -> float:
        """Least squares over the second half: what was warmed up is not growth."""
        half = [one for one in self.samples if part in one.memory][len(self.samples) // 2 :]
        if len(half) < 3:
            return 0.0
        middle = sum(one.at for one in half) / len(half)
        level = sum(one.memory[part] for one in half) / len(half)
        spread = sum((one.at - middle) ** 2 for one in half)
        return round(60 * sum((one.at - middle) * (one.memory[part] - level) for one in half) / spread, 2)


def _part(command: str) -> str:
    if "postgres" in command.split(" ", maxsplit=1)[0] or command.startswith("postgres"):
        return "postgres"
    return next((part for part in ("web", "worker") if f"medoffice.config.{part}" in command), "run")
