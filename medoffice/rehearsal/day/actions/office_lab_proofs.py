"""What must be true of the office's laboratory at the end of a day: no result rests on controls that had not passed."""

from medoffice.clinic.office_lab.api import found_with, kits, office_tests, runs_of_kits
from medoffice.clinic.office_lab.types import Run, Tested
from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import reports_of
from medoffice.clinic.results.types import ReportState
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def office_lab_proofs() -> list[Proof]:
    """Each test followed controls that passed with its lot, did its order, and its result was signed."""
    lots = kits(one.id for one in office_tests(every=True))
    runs = runs_of_kits(one.id for one in lots)
    found, hidden = found_with(PROGRAM, [one.id for one in lots])
    after = sum(_followed(one, runs) for one in found)
    done = sum(order(one.order_id).state is OrderState.DONE for one in found)
    signed = sum(_signed(one) for one in found)
    failed = sum(not run.passed for run in runs)
    words = (
        f"{len(found)} tests, {after} after controls that passed, {done} orders done, {signed} signed;"
        f" {len(runs)} controls run, {failed} failed"
    )
    whole = bool(found) and not hidden and len(found) == after == done == signed
    return [Proof("office-lab", "No test in the office rests on controls that had not passed", whole, words)]


def _followed(one: Tested, runs: list[Run]) -> bool:
    """Whether the latest run of each level with its lot, before it, had passed."""
    latest = {run.level: run for run in runs if run.kit_id == one.kit_id and run.at <= one.at}
    return bool(latest) and all(run.passed for run in latest.values())


def _signed(one: Tested) -> bool:
    mine = [report for report in reports_of(PROGRAM, one.patient_id) if report.order_id == one.order_id]
    return bool(mine) and all(report.state is ReportState.SIGNED for report in mine)
