"""Note that whoever asked for a renewal was answered."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.renewing import held_renewal
from medoffice.clinic.prescriptions.types.renewals import DECIDED, Way
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("renewals.answer")
def answer_renewal(*, actor: Actor, renewal_id: UUID, seen_version: int, way: Way, told: str) -> None:
    """Who was told, and which way. Raises NotFound, Conflict, Invalid without whom, Refusal if it was answered."""
    row = held_renewal(actor, renewal_id, "renewals.answer", seen_version, *DECIDED)
    if row.answered_at is not None:
        raise Refusal("renewal-answered", f"{row.answered_by} answered it: {row.answered}.", "There is nothing to do.")
    if not told.strip():
        raise Invalid("told-missing", "Say who was told.", "", {"fields": {"told": ["This is needed."]}})
    row.answered, row.answered_at, row.answered_by = f"{way.value}, {told.strip()}"[:200], clock.now(), actor.name
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
    finish_work_about(actor=actor, ref=Ref("renewal", row.id), outcome="answered")
    record("renewal", row.id, subjects=[row.patient_id], way=way.value)
