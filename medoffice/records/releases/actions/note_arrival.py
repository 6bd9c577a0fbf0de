"""Note that copies arrived by fax."""

from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.releases.actions.rows import save
from medoffice.records.releases.models import Delivery, Request
from medoffice.records.releases.types import State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("releases.send")
def note_arrival(*, actor: Actor, delivery_id: UUID) -> None:
    """The request is answered; what left stands in the log by the fax. Nothing for one that was answered meanwhile."""
    sent = Delivery.objects.get(id=delivery_id)
    row = Request.objects.select_for_update().get(id=sent.request_id)
    if row.state == State.OPEN:
        row.state = State.DELIVERED
        save(actor, row)
        finish_work_about(actor=actor, ref=Ref("release", row.id), outcome="delivered")
    record("release", row.id, subjects=[row.patient_id], arrived=True)
