"""Add an insurance policy to a patient."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid
from medoffice.records.coverage.actions.places import one_in_a_place
from medoffice.records.coverage.actions.rows import policy_row
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
    found = check_policy(
        member_id=member_id, relation=relation, subscriber=subscriber, starts=starts, ends=ends, order=order
    )
    if found:
        fields = {finding.where: [finding.words] for finding in found}
        raise Invalid("not-acceptable", " ".join(finding.words for finding in found), "", {"fields": fields})
    row = policy_row(
        patient_id=patient_id,
        payer_id=payer_id,
        plan=plan,
        member_id=member_id,
        group=group,
        relation=relation,
        subscriber=subscriber,
        order=order,
        starts=starts,
        ends=ends,
        copay=copay,
        by=actor.name,
        at=clock.now(),
    )
    with one_in_a_place(patient_id, order, starts, ends):
        row.save(force_insert=True)
    record("coverage", row.id, subjects=[patient_id])
    return row.id
