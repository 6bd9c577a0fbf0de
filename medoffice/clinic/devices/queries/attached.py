"""Reads of what devices wrote: what was attached at a visit, and which orders wait for it."""

from uuid import UUID

from medoffice.clinic.devices import models
from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.types import Attached, By, FileState, Refused, Service
from medoffice.clinic.orders.api import order, orders_of
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.kernel.refusals import NotFound, Refusal


def orders_to_attach(encounter_id: UUID) -> list[tuple[Order, Service]]:
    """The open orders of a visit for which a device writes something. One query."""
    known = services()
    found = [one for one in orders_of(encounter_id) if one.state is OrderState.ORDERED and not one.requisition_id]
    return [(one, known[one.key]) for one in found if one.key in known]


def order_to_attach(order_id: UUID) -> tuple[Order, Service]:
    """One of them. Raises NotFound for what no device answers, Refusal for what is settled. One query."""
    placed = order(order_id)
    of = services().get(placed.key)
    if of is None:
        raise NotFound
    if placed.state is not OrderState.ORDERED:
        raise Refusal("order-settled", f"{placed.done_by} settled this order: {placed.state}.", "Order it again.")
    return placed, of


def attached_at(encounter_id: UUID) -> list[Attached]:
    """What was attached at a visit, oldest first, with what was struck. One query."""
    rows = models.DeviceFile.objects.filter(encounter_id=encounter_id, report__isnull=False).order_by("id")
    return [to_attached(row) for row in rows]


def attached_file(file_id: UUID) -> Attached:
    """One of them. Raises NotFound. One query."""
    row = models.DeviceFile.objects.filter(id=file_id, report__isnull=False).first()
    if row is None:
        raise NotFound
    return to_attached(row)


def attached_for(encounter_id: UUID, order_id: UUID) -> Attached | None:
    """What was attached to an order of a visit and stands, if anything. One query."""
    rows = models.DeviceFile.objects.filter(encounter_id=encounter_id, order_id=order_id, state=FileState.TAKEN)
    row = rows.filter(report__isnull=False).order_by("-id").first()
    return to_attached(row) if row is not None else None


def number_standing_on(document_id: UUID) -> str:
    """Under which number a paper is attached and stands; "" if it is not. One query."""
    rows = models.DeviceFile.objects.filter(document_id=document_id, state=FileState.TAKEN)
    return rows.values_list("number", flat=True).first() or ""


def to_attached(row: models.DeviceFile) -> Attached:
    """A row as the noun. Raises NotFound for one that was not attached."""
    if row.patient_id is None or row.encounter_id is None or row.report_id is None or row.taken_at is None:
        raise NotFound
    if row.order_id is None:
        raise NotFound
    return Attached(
        row.id, row.number, row.patient_id, row.encounter_id, row.order_id, row.report_id, row.what,
        By(row.device, row.serial, row.calibrated_on), row.taken_at, row.came_by, row.came_at, row.document_id,
        row.struck_by, row.why,
    )  # fmt: skip


def refused_files(limit: int = 20) -> list[Refused]:
    """The files that were not taken, latest first; they name nobody. One query."""
    rows = models.DeviceFile.objects.filter(state=FileState.REFUSED).order_by("-came_at", "-id")
    return [Refused(*one) for one in rows.values_list("number", "why", "came_at")[:limit]]
