"""The screens of paper charts: one that is out too long, one that is to be abstracted, one that was."""

from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.practice.api import today_here
from medoffice.records.charts.api import abstract_chart, add_chart, move_chart
from medoffice.records.charts.types import Move
from medoffice.security.types import PROGRAM
from tests.journeys.screens_outreach import Add


def charts(add: Add, who: UUID) -> None:
    """Three volumes of one patient, a state each."""
    out, waits, done = (
        add_chart(actor=PROGRAM, patient_id=who, volume=volume, shelf="B-12", abstract=volume != "1")
        for volume in ("1", "2", "3 <1998>")
    )
    with clock.frozen(clock.now() - timedelta(days=30)):
        move_chart(actor=PROGRAM, chart_id=out, move=Move.OUT, to="Dr Okafor", due=today_here() + timedelta(days=7))
    abstract_chart(actor=PROGRAM, chart_id=done, what="Problems, allergies, operations")
    add("lind", "charts:away")
    add("lind", "charts:to-abstract")
    add("lind", "charts:of-patient", who)
    add("lind", "charts:out", out)
    add("lind", "charts:done", waits)
