"""Enter something on a clinical list."""

from uuid import UUID

from medoffice.clinic.charting.actions.listing import allowed_cause, entry_row, refuse_wrong
from medoffice.clinic.charting.types import Cause, ListKind, Told
from medoffice.kernel import clock
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("lists.change")
def enter_on_list(*, actor: Actor, patient_id: UUID, kind: ListKind, told: Told, cause: Cause) -> UUID:
    """Enter a problem, an allergy, a medication ...; returns the entry's id.

    Raises NotFound, Invalid field by field, Refusal for another patient's visit. What was attested as none ends.
    """
    require(actor, "lists.change", patient_id)
    refuse_wrong(patient_id, (kind, told))
    cause = allowed_cause(actor, "lists.change", patient_id, cause)
    row = entry_row(patient_id=patient_id, kind=kind, told=told, cause=cause, by=actor.name, at=clock.now())
    row.save(force_insert=True)
    record("list_entry", row.entry_id, subjects=[patient_id], list=kind.value)
    return row.entry_id
