"""Whether a test may be used with a kit: its lot, and what its controls gave."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.office_lab.types import Control, Every, Kit, OfficeTest, Run
from medoffice.kernel.findings import Finding

EVERY_WORDS = {
    Every.LOT: "with each lot",
    Every.DAY: "each day of use",
    Every.WEEK: "every week",
    Every.MONTH: "every 30 days",
}


def why_locked(test: OfficeTest, kit: Kit, controls: Sequence[Control], runs: Iterable[Run], on: date) -> list[Finding]:
    """What keeps a test from being used with a kit on a day; nothing if it may be.

    ``controls`` are those in use at the kit's site, ``runs`` those of this kit, oldest first. The date on a box is its
    last day. A control that is replaced is run anew: what the one before it gave counts no more.
    """
    found = why_not_kit(test, kit, on)
    latest = {run.control_id: run for run in runs if run.kit_id == kit.id}
    in_use = {one.said.level: one for one in controls if one.in_use}
    for level in test.said.levels:
        found += _of_level(test, level, in_use.get(level), latest, on)
    return found


def why_not_kit(test: OfficeTest, kit: Kit, on: date) -> list[Finding]:
    """What is wrong with the box itself."""
    found = []
    if not test.used:
        found.append(Finding("test-ended", "kit", f"{test.said.name} is not done here any more."))
    if kit.ended_why:
        found.append(Finding("kit-ended", "kit", f"Lot {kit.lot} is used no more: {kit.ended_why}."))
    if kit.expires < on:
        found.append(Finding("kit-expired", "kit", f"Lot {kit.lot} expired on {kit.expires:%m/%d/%Y}."))
    return found


def _of_level(
    test: OfficeTest, level: str, control: Control | None, latest: Mapping[UUID, Run], on: date
) -> list[Finding]:
    if control is None:
        return [Finding("control-missing", level, f"No control for {level} is in use.")]
    run = latest.get(control.id)
    found = []
    if run is None:
        found.append(Finding("qc-missing", level, f"The control for {level} was not run with this lot."))
    elif not run.passed:
        found.append(Finding("qc-failed", level, f"The control for {level} failed{_rules(run)}: {run.value}."))
    elif test.said.every and run.on + timedelta(days=int(test.said.every)) <= on:
        words = f"The control for {level} is due {EVERY_WORDS[test.said.every]}; it was run {run.on:%m/%d/%Y}."
        found.append(Finding("qc-due", level, words))
    if control.said.expires < on and found:
        words = f"The control for {level}, lot {control.said.lot}, expired on {control.said.expires:%m/%d/%Y}."
        found.insert(0, Finding("control-expired", level, words))
    return found


def _rules(run: Run) -> str:
    return f" ({', '.join(run.broken)})" if run.broken else ""


def failed_before(control_id: UUID, runs: Iterable[Run]) -> bool:
    """Whether the latest run of a control failed, so that the next one says what was done about it."""
    mine = [run for run in runs if run.control_id == control_id]
    return bool(mine) and not mine[-1].passed
