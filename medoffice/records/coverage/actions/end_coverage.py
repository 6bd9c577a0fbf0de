"""End a policy on a date."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.records.coverage.models import Policy
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coverage.change")
def end_coverage(*, actor: Actor, coverage_id: UUID, on: date) -> None:
    """The last day a policy holds. Raises Invalid before its start."""
    row = Policy.objects.select_for_update().filter(id=coverage_id).first()
    if row is None:
        raise NotFound
    require(actor, "coverage.change", row.patient_id)
    if on < row.starts:
        raise Invalid("ends-before-start", "The policy would end before it starts.", "Choose a later date.")
    row.ends, row.version, row.changed_by, row.changed_at = on, row.version + 1, actor.name, clock.now()
    row.save(update_fields=["ends", "version", "changed_by", "changed_at"])
    record("coverage", row.id, subjects=[row.patient_id])
