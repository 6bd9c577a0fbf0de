"""The Levey-Jennings chart of a control: what it gave by time, between the lines of its mean and of 1, 2 and 3 SD."""

from collections.abc import Sequence
from decimal import Decimal

from medoffice.clinic.office_lab.types import Control, Run
from medoffice.ui.plots import Plot, Scale, Series, lay_out

SHOWN, WIDEST = 30, 5  # runs; standard deviations, beyond which a run is drawn at the edge


def levey_jennings(control: Control, runs: Sequence[Run]) -> Plot | None:
    """The latest runs of a control, oldest first; nothing without numbers. What lies beyond the edge says so."""
    found = [run for run in runs if run.z is not None and run.control_id == control.id][-SHOWN:]
    said = control.said
    if not found or said.mean is None or said.sd is None:
        return None
    ticks = tuple((float(sd), _value(said.mean + sd * said.sd)) for sd in range(-3, 4))
    last = max(len(found), 2)
    across = Scale(1, last, tuple((place, f"{run.on:%m/%d}") for place, run in _marked(found)), "day")
    up = Scale(-WIDEST, WIDEST, ticks, f"{said.level}: mean and SD")
    lines = [
        Series(f"{sd:+d} SD" if sd else "mean", ((1.0, float(sd)), (float(last), float(sd))), strong=not sd)
        for sd in range(-3, 4)
    ]
    dots = [(float(place), _at_most(run.z), _told(run)) for place, run in enumerate(found, 1)]
    failed = sum(not run.passed for run in found)
    told = f"{len(found)} runs, {failed} failed, the latest {found[-1].z} SD from the mean"
    return lay_out(f"Levey-Jennings chart, {said.level}, lot {said.lot}", told, (across, up), lines, dots, (760, 300))


def _marked(runs: Sequence[Run]) -> list[tuple[int, Run]]:
    step = max(1, len(runs) // 6)
    return [(place, run) for place, run in enumerate(runs, 1) if (place - 1) % step == 0]


def _at_most(z: Decimal | None) -> float:
    return max(-WIDEST, min(WIDEST, float(z or 0)))


def _told(run: Run) -> str:
    rules = f", {', '.join(run.broken)}" if run.broken else ""
    return f"{run.on:%m/%d/%Y}: {run.value}, {run.z} SD{rules}{'' if run.passed else ', failed'}"


def _value(number: Decimal) -> str:
    return f"{number.normalize():f}"
