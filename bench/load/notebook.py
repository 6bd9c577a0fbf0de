"""What was seen of every request, and what the office acknowledged: to be read again at the end."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from bench.rows import percentile


@dataclass(frozen=True, slots=True)
class Written:
    """A write the office said it had taken: its kind, and what it must be found by."""

    kind: str
    key: str
    value: str = ""


@dataclass(slots=True)
class Notebook:
    """Milliseconds by step, outcomes by step, acknowledged writes."""

    took: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    shed: Counter[str] = field(default_factory=Counter)
    written: list[Written] = field(default_factory=list)
    writes: int = 0
    stamps: list[tuple[float, float]] = field(default_factory=list)

    def note(self, step: str, due: float, took: float) -> None:
        """A request that was due at an instant was answered after so many milliseconds."""
        self.took[step].append(took)
        self.stamps.append((due, took))

    def calm_after(self, end: float, p95: float, window: float = 3.0) -> float | None:
        """Seconds after an instant until the requests due in a window of some seconds are as fast as they should be."""
        for second in range(60):
            due = [took for at, took in self.stamps if end + second <= at < end + second + window]
            if due and percentile(due, 0.95) < p95:
                return float(second)
        return None

    def forget_times(self) -> None:
        """Count anew; what was written stays to be read again."""
        for kept in (self.took, self.wrong, self.refused, self.shed, self.stamps):
            kept.clear()
        self.writes = 0

    def steps(self) -> dict[str, dict[str, float | int]]:
        """Of each step: how often, and how long it took."""
        return {step: Notebook.spread(took) for step, took in sorted(self.took.items())}

    def whole(self) -> dict[str, float | int]:
        """Of all steps together."""
        return Notebook.spread([one for took in self.took.values() for one in took])

    @staticmethod
    def spread(took: list[float]) -> dict[str, float | int]:
        """How many, and their percentiles."""
        if not took:
            return {"n": 0}
        spread = {f"p{share}": round(percentile(took, share / 100), 1) for share in (50, 95, 99)}
        return {"n": len(took), **spread, "max": round(max(took), 1)}
