"""An order of a visit, put where it is carried out. Shared by ordering and by standing orders."""

from uuid import UUID

from medoffice.clinic.orders.actions.rows import order_row, order_work_title
from medoffice.clinic.orders.models import Order
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.encounters.types import Encounter
from medoffice.security.api import record
from medoffice.security.types import Actor


def put_on_list(actor: Actor, visit: Encounter, key: str, words: str, by: str) -> UUID:
    """The order, waiting in the treatment area's queue; ``by``: who ordered it. Raises Invalid if blank."""
    if not key.strip() or not words.strip():
        raise Invalid("order-blank", "Say what is ordered.", "", {"fields": {"key": ["This is needed."]}})
    row = order_row(encounter_id=visit.id, patient_id=visit.patient_id, key=key, words=words, by=by, at=clock.now())
    row.save(force_insert=True)
    to_carry_out(actor, row, visit.number)
    record("order", row.id, subjects=[visit.patient_id], key=key)
    return row.id


def to_carry_out(actor: Actor, row: Order, visit_number: str) -> None:
    """Put it before who carries it out."""
    open_work(
        actor=actor,
        kind="order",
        title=order_work_title(row, visit_number),
        ref=Ref("order", row.id),
        patient_id=row.patient_id,
        visit_id=row.encounter_id,
        priority=1,
        key=str(row.id),
    )
