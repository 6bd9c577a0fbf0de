"""Add an insurance policy to a patient."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.records.coverage.models import Policy
from medoffice.records.coverage.rules.policy_fields import check_policy
from medoffice.records.coverage.types import Relation, Subscriber
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coverage.change")
def add_coverage(
    *,
    actor: Actor,
    patient_id: UUID,
    payer_id: UUID,
    plan: str,
    member_id: str,
    group: str,
    relation: Relation,
    subscriber: Subscriber | None,
    order: int,
    starts: date,
    copay: Money,
    ends: date | None = None,
) -> UUID:
    """Add a policy. Raises Invalid per field, or Refusal if another one stands in the same place on those dates."""
    require(actor, "coverage.change", patient_id)
    found = check_policy(member_id=member_id, relation=relation, subscriber=subscriber, starts=starts, ends=ends)
    if found:
        fields = {finding.where: [finding.words] for finding in found}
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": fields})
    _refuse_same_place(patient_id, order, starts, ends)
    row = Policy.objects.create(
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
        changed_by=actor.name,
        changed_at=clock.now(),
    )
    record("coverage", row.id, subjects=[patient_id])
    return row.id


def _refuse_same_place(patient_id: UUID, order: int, starts: date, ends: date | None) -> None:
    """Two policies cannot both be primary (secondary, ...) on one date."""
    same = (
        Policy.objects.select_for_update(of=("self",))
        .select_related("payer")
        .filter(Q(ends=None) | Q(ends__gte=starts), patient_id=patient_id, order=order)
    )
    if ends is not None:
        same = same.filter(starts__lte=ends)
    other = same.first()
    if other is not None:
        place = {1: "primary", 2: "secondary", 3: "tertiary"}[order]
        words = f"{other.payer.name} is the {place} insurance since {other.starts:%m/%d/%Y}."
        raise Refusal("place-taken", words, "End that policy first, or choose another place for this one.")
