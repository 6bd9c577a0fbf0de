"""Statements, and what a number on a paper stands for."""

from uuid import UUID

from medoffice.kernel import files
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.revenue.billing import models
from medoffice.revenue.billing.types import Statement


def statements_with(charge_id: UUID) -> list[Statement]:
    """The statements that asked for something of this charge, in order. One query."""
    rows = models.Statement.objects.filter(charge_ids__contains=[charge_id])
    return [to_statement(row) for row in rows.order_by("id")]


def numbered(kind: str, number: str) -> UUID | None:
    """The charge, receipt, refund or statement with this number. One query."""
    tables = {
        "charge": models.Charge.objects,
        "receipt": models.Receipt.objects,
        "refund": models.Refund.objects,
        "statement": models.Statement.objects,
    }
    found: UUID | None = tables[kind].filter(number=number).values_list("id", flat=True).first() if number else None
    return found


def statement(statement_id: UUID) -> Statement:
    """A statement. Raises NotFound. One query."""
    row = models.Statement.objects.filter(id=statement_id).first()
    if row is None:
        raise NotFound
    return to_statement(row)


def statement_pdf(of: Statement) -> bytes:
    """A statement's PDF. Raises Refusal if the file is missing or altered."""
    return files.load(of.sha256)


def statements_of(patient_id: UUID) -> list[Statement]:
    """A patient's statements, latest first. One query."""
    rows = models.Statement.objects.filter(patient_id=patient_id)
    return [to_statement(row) for row in rows.order_by("-made_at", "-id")]


def to_statement(row: models.Statement) -> Statement:
    """A row as the noun."""
    return Statement(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        amount=Money(row.amount_cents),
        sha256=row.sha256,
        date=row.date,
        made_by=row.made_by,
        charge_ids=tuple(row.charge_ids),
        findings=tuple(finding["words"] for finding in row.findings),
    )
