"""Money taken at the desk, taken back and given back."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet, Sum

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.revenue.billing import models
from medoffice.revenue.billing.types import Method, Receipt, Refund


def receipt(receipt_id: UUID) -> Receipt:
    """A receipt. Raises NotFound. One query."""
    row = _receipts().filter(id=receipt_id).first()
    if row is None:
        raise NotFound
    return to_receipt(row)


def receipts_on(on: date) -> list[Receipt]:
    """The receipts of a date, in order. One query."""
    return [to_receipt(row) for row in _receipts().filter(date=on).order_by("id")]


def receipts_of(patient_id: UUID) -> list[Receipt]:
    """A patient's payments, latest first. One query."""
    return [to_receipt(row) for row in _receipts().filter(patient_id=patient_id).order_by("-id")]


def receipts_of_visit(encounter_id: UUID) -> list[Receipt]:
    """Money taken at a visit. One query."""
    return [to_receipt(row) for row in _receipts().filter(encounter_id=encounter_id).order_by("id")]


def refund_made(refund_id: UUID) -> Refund:
    """A refund. Raises NotFound. One query."""
    row = models.Refund.objects.filter(id=refund_id).first()
    if row is None:
        raise NotFound
    return to_refund(row)


def refunds_on(on: date) -> list[Refund]:
    """The refunds of a date, in order. One query."""
    return [to_refund(row) for row in models.Refund.objects.filter(date=on).order_by("id")]


def money_of_patients() -> Money:
    """What patients paid in, less what was taken back or refunded, by the receipts and refunds. Three queries."""
    receipts, refunds = models.Receipt.objects.all(), models.Refund.objects.all()
    taken = receipts.aggregate(all=Sum("amount_cents"))["all"] or 0
    back = receipts.exclude(taken_back=None).aggregate(all=Sum("amount_cents"))["all"] or 0
    return Money(taken - back - (refunds.aggregate(all=Sum("amount_cents"))["all"] or 0))


def to_receipt(row: models.Receipt) -> Receipt:
    """A row as the noun."""
    method, amount, back = Method(row.method), Money(row.amount_cents), getattr(row, "taken_back", None)
    told = (row.id, row.number, row.patient_id, row.encounter_id, method, amount, row.copay, row.at, row.by)
    return Receipt(*told, back.why if back else "")


def to_refund(row: models.Refund) -> Refund:
    """A row as the noun."""
    method, amount = Method(row.method), Money(row.amount_cents)
    return Refund(row.id, row.number, row.patient_id, method, amount, row.why, row.date, row.at, row.by)


def _receipts() -> QuerySet[models.Receipt]:
    return models.Receipt.objects.select_related("taken_back")
