"""Correct a policy: the member id as the card says it, the group, the plan, the copay."""

from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.versions import save_changes
from medoffice.records.coverage.models import Policy
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coverage.change")
def change_coverage(
    *,
    actor: Actor,
    coverage_id: UUID,
    seen_version: int,
    member_id: str | None = None,
    group: str | None = None,
    plan: str | None = None,
    copay: Money | None = None,
) -> int:
    """Correct what is given; returns the new version. Raises Conflict, or Invalid for a blank member id."""
    row = Policy.objects.filter(id=coverage_id).first()
    if row is None:
        raise NotFound
    require(actor, "coverage.change", row.patient_id)
    if member_id is not None and not member_id.strip():
        words = "The member id on the card is needed."
        raise Invalid("member-id-blank", words, "", {"fields": {"member_id": [words]}})
    typed = {
        "member_id": member_id.strip() if member_id is not None else None,
        "group": group,
        "plan": plan,
        "copay_cents": copay.cents if copay is not None else None,
    }
    wanted = {field: value for field, value in typed.items() if value is not None}
    fresh, changed = save_changes(row, wanted, seen_version=seen_version, by=actor.name)
    record("coverage", row.id, subjects=[row.patient_id], fields=changed)
    return fresh.version
