"""Order something to be done or given during the visit."""

from uuid import UUID

from medoffice.clinic.orders.actions.rows import order_row, order_work_title
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("orders.place")
def place_order(*, actor: Actor, encounter_id: UUID, key: str, words: str) -> UUID:
    """Place an order by the office's service key; it waits in the treatment area's queue. Raises Invalid if blank."""
    visit = encounter(encounter_id)
    require(actor, "orders.place", visit.patient_id, encounter_id)
    if not key.strip() or not words.strip():
        raise Invalid("order-blank", "Say what is ordered.", "", {"fields": {"key": ["This is needed."]}})
    row = order_row(
        encounter_id=encounter_id,
        patient_id=visit.patient_id,
        key=key,
        words=words,
        by=actor.name,
        at=clock.now(),
    )
    row.save(force_insert=True)
    open_work(
        actor=actor,
        kind="order",
        title=order_work_title(row, visit.number),
        ref=Ref("order", row.id),
        patient_id=visit.patient_id,
        visit_id=encounter_id,
        priority=1,
        key=str(row.id),
    )
    record("order", row.id, subjects=[visit.patient_id], key=key)
    return row.id
