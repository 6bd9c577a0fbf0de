"""End a policy on a date."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.records.coverage.actions.places import one_in_a_place
from medoffice.records.coverage.models import Policy
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coverage.change")
def end_coverage(*, actor: Actor, coverage_id: UUID, on: date) -> None:
    """The last day a policy holds; may be corrected. Raises Invalid before its start, Refusal into another policy's."""
    row = Policy.objects.select_for_update().filter(id=coverage_id).first()
    if row is None:
        raise NotFound
    require(actor, "coverage.change", row.patient_id)
    if on < row.starts:
        words = "The policy would end before it starts."
        raise Invalid("ends-before-start", words, "Choose a later date.", {"fields": {"on": [words]}})
    row.ends, row.version, row.changed_by, row.changed_at = on, row.version + 1, actor.name, clock.now()
    with one_in_a_place(row.patient_id, row.order, row.starts, on, row.id):
        row.save(update_fields=["ends", "version", "changed_by", "changed_at"])
    record("coverage", row.id, subjects=[row.patient_id])
