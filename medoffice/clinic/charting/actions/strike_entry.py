"""Strike an entry of a clinical list that was entered in error."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.charting.actions.listing import allowed_cause, next_version, version_to_change
from medoffice.clinic.charting.actions.settling_lists import settle_lists_of
from medoffice.clinic.charting.types import STRUCK, Cause
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("lists.change")
def strike_entry(*, actor: Actor, entry_id: UUID, seen_version: int, cause: Cause, why: str) -> None:
    """Strike it through: it stays to be read, with who struck it and why, and holds no more.

    Raises NotFound, Invalid without a reason, Conflict if somebody changed it meanwhile, Refusal if it was struck.
    """
    last, number = version_to_change(actor, entry_id, seen_version)
    cause = allowed_cause(actor, "lists.change", last.patient_id, cause)
    if not why.strip():
        raise Invalid("why-missing", "Say what is wrong with it.", "", {"fields": {"why": ["This is needed."]}})
    told = replace(last.told, verification=STRUCK)
    next_version(last, number, told, cause, why=why, by=actor.name, at=clock.now()).save(force_insert=True)
    settle_lists_of(actor, entry_id)
    record("list_entry", entry_id, subjects=[last.patient_id], list=last.kind.value, struck=True)
