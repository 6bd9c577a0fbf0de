"""Make a policy of a card, as a person confirmed it."""

from datetime import date
from uuid import UUID

from medoffice.front_office.check_in.models import Card
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.coverage.api import add_coverage, coverages_on, end_coverage
from medoffice.records.coverage.types import Relation, Subscriber
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coverage.change")
def confirm_card(
    *,
    actor: Actor,
    card_id: UUID,
    payer_id: UUID,
    member_id: str,
    group: str,
    relation: Relation,
    subscriber: Subscriber | None,
    order: int,
    starts: date,
    copay: Money,
    corrected: list[str],
    ends: date | None = None,
    replaces: bool = False,
) -> UUID:
    """Add the policy; ``corrected`` names the suggested fields that were wrong. Raises what ``add_coverage`` raises.

    With ``replaces`` the policy that stands in this place ends the day before. Raises Refusal if the card is a policy
    already.
    """
    row = Card.objects.select_for_update().filter(id=card_id).first()
    if row is None:
        raise NotFound
    require(actor, "coverage.change", row.patient_id)
    if row.policy_id is not None:
        raise Refusal("card-used", "This card has been entered already.", "Look at the patient's insurance.")
    for held in coverages_on(row.patient_id, starts) if replaces else []:
        if held.order == order and held.starts < starts:
            end_coverage(actor=actor, coverage_id=held.id, on=date.fromordinal(starts.toordinal() - 1))
    row.policy_id = add_coverage(
        actor=actor,
        patient_id=row.patient_id,
        payer_id=payer_id,
        plan="",
        member_id=member_id,
        group=group,
        relation=relation,
        subscriber=subscriber,
        order=order,
        starts=starts,
        ends=ends,
        copay=copay,
    )
    row.corrected, row.confirmed_at, row.confirmed_by = corrected, clock.now(), actor.name
    row.save(update_fields=["policy", "corrected", "confirmed_at", "confirmed_by"])
    record("card", row.id, subjects=[row.patient_id], fields=corrected)
    return row.policy_id
