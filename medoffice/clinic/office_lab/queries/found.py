"""Reads of what was found, and of orders that the office can answer itself."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from medoffice.clinic.office_lab import models
from medoffice.clinic.office_lab.queries.bench import office_tests
from medoffice.clinic.office_lab.types import OfficeTest, Tested
from medoffice.clinic.orders.api import orders_of
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

_WORD = "office_lab.read"


def found_one(actor: Actor, tested_id: UUID) -> Tested:
    """What was found. Raises NotFound for what is not there for them. One query."""
    row = _rows().filter(id=tested_id).first()
    if row is None:
        raise NotFound
    require(actor, _WORD, row.patient_id, row.encounter_id)
    return to_tested(row)


def found_at(encounter_id: UUID) -> list[Tested]:
    """What was found at a visit, with what was corrected, oldest first. One query."""
    return [to_tested(row) for row in _rows().filter(encounter_id=encounter_id).order_by("id")]


def found_with(actor: Actor, kit_ids: Iterable[UUID]) -> tuple[list[Tested], int]:
    """What was found with kits and stands, latest first, and how many are kept from the actor. Two queries."""
    rows = _rows().filter(kit_id__in=set(kit_ids), corrected=None)
    found = [to_tested(row) for row in permitted(actor, _WORD, rows).order_by("-id")]
    return found, rows.count() - len(found)


def orders_to_test(encounter_id: UUID) -> list[tuple[Order, OfficeTest]]:
    """The open orders of a visit that the office's tests answer. Two queries, one if nothing is open."""
    waiting = [one for one in orders_of(encounter_id) if one.state is OrderState.ORDERED and not one.requisition_id]
    mine = {one.said.key: one for one in office_tests()} if waiting else {}
    return [(one, mine[one.key]) for one in waiting if one.key in mine]


def _rows() -> QuerySet[models.Tested]:
    return models.Tested.objects.select_related("kit__test", "corrected")


def to_tested(row: models.Tested) -> Tested:
    """A row as the noun, with its kit and whether it was corrected."""
    return Tested(
        id=row.id,
        number=row.number,
        order_id=row.order_id,
        encounter_id=row.encounter_id,
        patient_id=row.patient_id,
        kit_id=row.kit_id,
        words=row.kit.test.name,
        lot=row.kit.lot,
        value=row.value,
        instead_of=row.instead_of_id,
        why=row.why,
        at=row.at,
        by=row.by,
        by_id=row.by_id,
        stands=getattr(row, "corrected", None) is None,
    )
