"""Reads of coverage."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.records.coverage.models import Policy
from medoffice.records.coverage.types import Coverage, Relation, Subscriber


def coverage(coverage_id: UUID) -> Coverage:
    """A policy. Raises NotFound. One query."""
    row = Policy.objects.select_related("payer").filter(id=coverage_id).first()
    if row is None:
        raise NotFound
    return to_coverage(row)


def coverages_on(patient_id: UUID, on: date) -> list[Coverage]:
    """The policies in force on a date, primary first. One query."""
    rows = Policy.objects.select_related("payer").filter(
        Q(ends=None) | Q(ends__gte=on), patient_id=patient_id, starts__lte=on
    )
    return [to_coverage(row) for row in rows.order_by("order", "starts")]


def coverages_of(patient_id: UUID) -> list[Coverage]:
    """All policies there were and are, primary first, then latest first. One query."""
    rows = Policy.objects.select_related("payer").filter(patient_id=patient_id)
    return [to_coverage(row) for row in rows.order_by("order", "-starts")]


def to_coverage(row: Policy) -> Coverage:
    """A row as the noun."""
    subscriber = None
    if row.subscriber_family and row.subscriber_birth_date:
        subscriber = Subscriber(
            row.subscriber_family, row.subscriber_given, row.subscriber_birth_date, row.subscriber_sex or "U"
        )
    return Coverage(
        id=row.id,
        patient_id=row.patient_id,
        payer_id=row.payer_id,
        payer_name=row.payer.name,
        plan=row.plan,
        member_id=row.member_id,
        group=row.group,
        relation=Relation(row.relation),
        subscriber=subscriber,
        order=row.order,
        starts=row.starts,
        ends=row.ends,
        copay=Money(row.copay_cents),
        version=row.version,
    )
