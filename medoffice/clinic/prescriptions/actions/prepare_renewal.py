"""Prepare a renewal: what the protocol says, and the prescription as it was, for the prescriber's signature."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.prepare_prescription import prepare_prescription
from medoffice.clinic.prescriptions.actions.renewing import held_renewal, stands_so
from medoffice.clinic.prescriptions.models import Prescription, Renewal
from medoffice.clinic.prescriptions.queries.prescriptions import prescription, says_of
from medoffice.clinic.prescriptions.queries.renewals import points_of, renewed_by
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.clinic.prescriptions.types.renewals import Point, Stands
from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.prepare")
def prepare_renewal(
    *,
    actor: Actor,
    renewal_id: UUID,
    seen_version: int,
    renews_id: UUID | None = None,
    prescription_id: UUID | None = None,
) -> UUID:
    """Look at the protocol, prepare the same again; returns what waits to be signed.

    ``renews_id`` is what is meant, where whoever took the request could not say (the front desk sees no prescription);
    without it, it is found by its ingredients. ``prescription_id`` is one that was prepared by hand for it, where
    nothing of this office is renewed. Raises NotFound, Conflict, Refusal.
    """
    row = held_renewal(actor, renewal_id, "prescriptions.prepare", seen_version, Stands.NEW)
    if row.prescription_id is None and prescription_id is None:
        _match(actor, row, renews_id)
    found = points_of(actor, row.patient_id, row.medicine, row.prescription_id)
    row.points = to_json(list(found), list[Point])
    made_id = prescription_id or _again(actor, row.patient_id, row.prescription_id)
    if not Prescription.objects.filter(id=made_id, patient_id=row.patient_id, state=State.PREPARED).exists():
        raise Refusal("nothing-prepared", "What was prepared for it is gone.", "Prescribe it by hand, then come back.")
    row.made_id, row.prepared_by = made_id, actor.name
    finish_work_about(actor=actor, ref=Ref("prescription", made_id), outcome="renewal")
    stands_so(actor, row, Stands.READY)
    record("renewal", row.id, subjects=[row.patient_id], met=sum(one.met for one in found), of=len(found))
    return made_id


def _match(actor: Actor, row: Renewal, renews_id: UUID | None) -> None:
    """What it renews, and with it whose visit's labels it has from then on."""
    found = prescription(actor, renews_id) if renews_id else renewed_by(actor, row.patient_id, row.medicine)
    if found is None:
        return
    if found.patient_id != row.patient_id:
        raise NotFound
    other = Renewal.objects.filter(prescription_id=found.id, stands__in=[Stands.NEW, Stands.READY]).first()
    if other is not None:
        fix = f"Prepare and answer {other.number}; a prescriber says no to this one."
        raise Refusal("asked-already", f"{other.number} asks for the same.", fix)
    row.prescription_id, row.encounter_id = found.id, found.encounter_id


def _again(actor: Actor, patient_id: UUID, before_id: UUID | None) -> UUID:
    """The same again, from the prescription that is renewed."""
    before = Prescription.objects.filter(id=before_id).first() if before_id else None
    if before is None:
        fix = "Prescribe it by hand first, then prepare the request with it, or say no."
        raise Refusal("nothing-to-renew", "It was not prescribed here: there is nothing to repeat.", fix)
    return prepare_prescription(
        actor=actor,
        patient_id=patient_id,
        prescriber_id=before.prescriber_id,
        says=says_of(before),
        encounter_id=before.encounter_id,
        entry_id=before.entry_id,
        follows=before.id,
    )
