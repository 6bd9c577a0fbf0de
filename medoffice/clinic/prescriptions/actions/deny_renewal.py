"""Deny a renewal, with the reason that whoever asked is told."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.answering_by_wire import answer_by_wire
from medoffice.clinic.prescriptions.actions.renewing import held_renewal, stands_so
from medoffice.clinic.prescriptions.actions.withdraw_prescription import withdraw_prescription
from medoffice.clinic.prescriptions.types.renewals import Stands
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("renewals.deny")
def deny_renewal(*, actor: Actor, renewal_id: UUID, seen_version: int, why: str) -> None:
    """Not again; what was prepared is withdrawn. Raises NotFound, Conflict, Refusal; Invalid without why."""
    row = held_renewal(actor, renewal_id, "renewals.deny", seen_version, Stands.NEW, Stands.READY)
    if not why.strip():
        raise Invalid("why-missing", "Say why, for whoever asked.", "", {"fields": {"why": ["This is needed."]}})
    if row.made_id:
        withdraw_prescription(actor=actor, prescription_id=row.made_id, why=f"Renewal denied: {why.strip()}")
    row.decided_by, row.decided_at, row.why = actor.name, clock.now(), why.strip()[:200]
    stands_so(actor, row, Stands.DENIED)
    answer_by_wire(actor, row, None)
    record("renewal", row.id, subjects=[row.patient_id], approved=False)
