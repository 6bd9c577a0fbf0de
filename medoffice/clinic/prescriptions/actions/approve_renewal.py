"""Approve a renewal: sign what was prepared."""

from collections.abc import Mapping
from uuid import UUID

from medoffice.clinic.prescriptions.actions.answering_by_wire import answer_by_wire
from medoffice.clinic.prescriptions.actions.renewing import held_renewal, stands_so
from medoffice.clinic.prescriptions.actions.sign_prescription import sign_prescription
from medoffice.clinic.prescriptions.models import Prescription
from medoffice.clinic.prescriptions.types.renewals import Stands
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.sign")
def approve_renewal(
    *,
    actor: Actor,
    renewal_id: UUID,
    seen_version: int,
    made_version: int,
    reasons: Mapping[str, str] | None = None,
) -> None:
    """Sign the prescription that was prepared, as it was seen, with its changes if somebody changed it.

    The answer to whoever asked is work from then on; who asked by wire is answered so, with what was signed. Raises as
    ``sign_prescription``; Conflict if the request changed.
    """
    row = held_renewal(actor, renewal_id, "prescriptions.sign", seen_version, Stands.READY)
    made = Prescription.objects.filter(id=row.made_id).first() if row.made_id else None
    if made is None:
        raise Refusal("nothing-prepared", "Nothing was prepared for it.", "Prepare it first.")
    sign_prescription(actor=actor, prescription_id=made.id, seen_version=made_version, reasons=reasons)
    row.decided_by, row.decided_at = actor.name, clock.now()
    row.why = "" if made.version == 1 else "with changes"
    stands_so(actor, row, Stands.APPROVED)
    made.refresh_from_db()
    answer_by_wire(actor, row, made)
    record("renewal", row.id, subjects=[row.patient_id], approved=True)
