"""Correct a case: its claim number, adjuster, prices."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.kernel.versions import save_changes
from medoffice.records.coverage.models import Case
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coverage.change")
def change_case(
    *,
    actor: Actor,
    case_id: UUID,
    seen_version: int,
    claim_number: str,
    adjuster: str,
    adjuster_phone: str,
    fee_schedule: str = "",
) -> int:
    """Correct a case; returns the new version. Raises Conflict if it was changed meanwhile."""
    row = Case.objects.filter(id=case_id).first()
    if row is None:
        raise NotFound
    require(actor, "coverage.change", row.patient_id)
    typed = {"claim_number": claim_number, "adjuster": adjuster, "adjuster_phone": adjuster_phone}
    wanted = {field: text.strip() for field, text in {**typed, "fee_schedule": fee_schedule}.items()}
    fresh, changed = save_changes(row, wanted, seen_version=seen_version, by=actor.name)
    record("case", row.id, subjects=[row.patient_id], fields=changed)
    return fresh.version
