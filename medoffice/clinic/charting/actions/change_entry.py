"""Change an entry of a clinical list."""

from uuid import UUID

from medoffice.clinic.charting.actions.listing import allowed_cause, next_version, refuse_wrong, version_to_change
from medoffice.clinic.charting.actions.settling_lists import settle_lists_of
from medoffice.clinic.charting.types import Cause, Told
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("lists.change")
def change_entry(*, actor: Actor, entry_id: UUID, told: Told, seen_version: int, cause: Cause, why: str = "") -> int:
    """Write what an entry says from now on, as a further version; returns its number. The same words change nothing.

    Raises NotFound, Invalid field by field, Conflict if somebody changed it meanwhile, Refusal if it was struck.
    """
    last, number = version_to_change(actor, entry_id, seen_version, told)
    cause = allowed_cause(actor, "lists.change", last.patient_id, cause)
    refuse_wrong(last.patient_id, (last.kind, told))
    if last.told == told:
        return last.version
    next_version(last, number, told, cause, why=why, by=actor.name, at=clock.now()).save(force_insert=True)
    settle_lists_of(actor, entry_id)
    record("list_entry", entry_id, subjects=[last.patient_id], list=last.kind.value)
    return number
