"""Visits that gave up their time: outreach hears of them, and what was missed is counted and followed up."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.outreach.api import missed_item, missed_row
from medoffice.front_office.outreach.types.waitlist import YEAR
from medoffice.front_office.scheduling.types import AppointmentState, TimeFreed
from medoffice.kernel.facts import fact_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_row
from medoffice.rehearsal.bulk.actions.pen import Pen
from medoffice.rehearsal.bulk.types import Course, Row
from medoffice.security.types import PROGRAM

MISSED = (AppointmentState.NO_SHOW, AppointmentState.LATE_CANCEL)


class Missed:
    """Which visits each patient missed so far, by the instants they were to begin."""

    def __init__(self, pen: Pen) -> None:
        """Nobody missed any yet."""
        self._pen = pen
        self._begun: dict[UUID, list[datetime]] = {}

    def free(self, visit: Row, course: Course, at: datetime) -> None:
        """The rows of a time that was freed; acts come in the order of their instants."""
        at, state = self._pen.at(at), AppointmentState(visit.state)
        via = ("work.open",) if state in MISSED else ()
        self._pen.loader.add(fact_row(TimeFreed(visit.id, visit.patient_id, state), visit.id, at, delivered_at=at))
        if state in MISSED:
            earlier = self._begun.setdefault(visit.patient_id, [])
            before = sum(begun >= at - YEAR for begun in earlier)
            row = missed_row(visit.id, visit.patient_id, state, before, None, at)
            self._pen.loader.add(row, work_row(at=at, **missed_item(row, visit.number)))
            earlier.append(course.plan.starts)
        self._pen.act(PROGRAM, "outreach.send", at, Ref("appointment", visit.id), [visit.patient_id], via)
