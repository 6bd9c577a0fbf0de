"""What the verbs of this room share: an open order with its kind, a row of it, refusing field by field."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.clinic.procedures.models import Observed, ProcedureDone
from medoffice.clinic.procedures.queries import consent_of, kind, time_outs_of
from medoffice.clinic.procedures.rules.judging import binding, why_not_done
from medoffice.clinic.procedures.types import Kind
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security.api import require
from medoffice.security.types import Actor

LATE, REACTION = "procedure-late", "procedure-reaction"
_FIX = "Open it under Procedures at the visit."


def waiting(actor: Actor, order_id: UUID) -> tuple[Order, Kind]:
    """An open order that is done here, and its kind. Raises NotFound, Refusal for one that is settled."""
    placed = order(order_id)
    require(actor, "procedures.do", placed.patient_id, placed.encounter_id)
    of = kind(placed.key)
    if placed.state is not OrderState.ORDERED:
        raise Refusal("order-settled", f"{placed.done_by} settled this order: {placed.state}.", "Order it again.")
    return placed, of


def columns(actor: Actor, placed: Order) -> dict[str, Any]:
    """What every row of an order holds: whose it is, who wrote it and when."""
    return {
        "order_id": placed.id, "encounter_id": placed.encounter_id, "patient_id": placed.patient_id,
        "at": clock.now(), "by": actor.name, "by_id": actor.id,
    }  # fmt: skip


def before_done(placed: Order) -> Refusal | None:
    """What keeps an order from being written as done by anybody: its consent or its time-out is not there."""
    try:
        of = kind(placed.key)
    except NotFound:
        return None
    read = time_outs_of(placed.id)
    against = why_not_done(binding(of.said), consent_of(placed.id), read[0] if read else None)
    return Refusal(against[0].code, " ".join(one.words for one in against), _FIX) if against else None


def entry(actor: Actor, procedure_id: UUID) -> tuple[ProcedureDone, Observed]:
    """An entry that stands, with its observation, locked. Raises NotFound, Refusal if it was corrected before."""
    row = ProcedureDone.objects.filter(id=procedure_id).first()
    if row is None:
        raise NotFound
    require(actor, "procedures.do", row.patient_id, row.encounter_id)
    watched = Observed.objects.select_for_update().get(number=row.number)
    later = ProcedureDone.objects.filter(instead_of_id=procedure_id).first()
    if later is not None:
        raise Refusal("corrected", f"{later.by} corrected this entry: {later.why}.", "Open what stands instead of it.")
    if row.struck:
        raise Refusal("struck", f"{row.by} wrote that nothing was done: {row.why}.", "Order it again.")
    return row, watched


def refuse_found(code: str, found: Iterable[Finding]) -> None:
    """Raises Invalid, field by field, if anything was found."""
    fields: dict[str, list[str]] = {}
    for one in found:
        fields.setdefault(one.where, []).append(one.words)
    if fields:
        raise Invalid(code, "Some fields need another look.", "", {"fields": fields})
