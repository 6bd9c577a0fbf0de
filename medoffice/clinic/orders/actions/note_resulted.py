"""What came of an order, from outside."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import SILENT, finish, save
from medoffice.clinic.orders.models import Order, Requisition
from medoffice.clinic.orders.queries.labs import unanswered
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("orders.perform")
def note_resulted(*, actor: Actor, order_id: UUID, by: str, words: str, cancelled: bool = False) -> None:
    """An order has its final result, or the laboratory will not make one; it is waited for no more.

    Doing it again changes nothing; a result that comes after all undoes that there would be none.
    """
    row = Order.objects.select_for_update().get(id=order_id)
    state = OrderState.REFUSED if cancelled else OrderState.DONE
    if row.state == state or (cancelled and row.state == OrderState.DONE):
        record("order", row.id, subjects=[row.patient_id])
        return
    row.state, row.result, row.done_by, row.done_at = state, words.strip(), by[:120], clock.now()
    row.save()
    finish_work_about(actor=actor, ref=Ref("order", row.id), outcome=state.value)
    rows = Requisition.objects.select_for_update()
    asked = rows.filter(id=row.requisition_id).first() if row.requisition_id else None
    if asked is not None and not unanswered(asked.id):
        asked.due_at = None
        save(actor, asked)
        finish(actor, asked, "resulted", SILENT)
    record("order", row.id, subjects=[row.patient_id], state=state.value)
