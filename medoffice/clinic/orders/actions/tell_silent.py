"""Find what a laboratory should have answered by now."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import SILENT, ask, locked
from medoffice.clinic.orders.queries.labs import laboratory, silent, unanswered
from medoffice.clinic.orders.types import WAITED_FOR
from medoffice.kernel import clock
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor


def tell_silent(*, actor: Actor) -> int:
    """Make work of each order without a result in its time; returns how many."""
    with acts_of_their_own():
        return sum(tell_one(actor=actor, requisition_id=one) for one in silent())


@action("orders.perform")
def tell_one(*, actor: Actor, requisition_id: UUID) -> bool:
    """Somebody asks the laboratory, once for each silence."""
    row = locked(requisition_id)
    waits = row.state in WAITED_FOR and row.due_at and row.due_at <= clock.now() and row.silent_at is None
    if waits and unanswered(row.id):
        row.silent_at = clock.now()
        row.save()
        name = laboratory(row.laboratory_id).name
        ask(actor, row, SILENT, f"No result of {row.number} from {name} in its time", priority=1)
    record("requisition", row.id, subjects=[row.patient_id], silent=bool(waits))
    return bool(waits)
