"""The row of a policy as the action writes it, not saved."""

from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.rows import new_row
from medoffice.records.coverage.models import Policy
from medoffice.records.coverage.types import Relation, Subscriber


def policy_row(
    *,
    patient_id: UUID,
    payer_id: UUID,
    plan: str,
    member_id: str,
    group: str,
    relation: Relation,
    subscriber: Subscriber | None,
    order: int,
    starts: date,
    ends: date | None,
    copay: Money,
    by: str,
    at: datetime,
) -> Policy:
    """A policy as it was entered."""
    return new_row(
        Policy,
        patient_id=patient_id,
        payer_id=payer_id,
        plan=plan,
        member_id=member_id.strip(),
        group=group.strip(),
        relation=relation,
        subscriber_family=subscriber.family if subscriber else "",
        subscriber_given=subscriber.given if subscriber else "",
        subscriber_birth_date=subscriber.birth_date if subscriber else None,
        subscriber_sex=subscriber.sex if subscriber else "",
        order=order,
        starts=starts,
        ends=ends,
        copay_cents=copay.cents,
        changed_by=by,
        changed_at=at,
    )
