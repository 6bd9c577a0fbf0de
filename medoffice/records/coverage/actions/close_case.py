"""Close a case on a date."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.records.coverage.actions.cases import refuse_wrong_case
from medoffice.records.coverage.models import Case
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coverage.change")
def close_case(*, actor: Actor, case_id: UUID, on: date) -> None:
    """The last day on which visits are billed to it; may be corrected. Raises Invalid before it was opened."""
    row = Case.objects.select_for_update().filter(id=case_id).first()
    if row is None:
        raise NotFound
    require(actor, "coverage.change", row.patient_id)
    row.closed_on, row.version, row.changed_by, row.changed_at = on, row.version + 1, actor.name, clock.now()
    refuse_wrong_case(row)
    row.save(update_fields=["closed_on", "version", "changed_by", "changed_at"])
    record("case", row.id, subjects=[row.patient_id])
