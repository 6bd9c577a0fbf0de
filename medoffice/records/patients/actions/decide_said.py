"""Decide about what a patient says: take it over into the record, or leave the record as it is."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.records.patients.actions.change_patient import change_patient
from medoffice.records.patients.models import Patient, Said
from medoffice.records.patients.types.card import CardCause
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def decide_said(*, actor: Actor, said_id: UUID, accept: bool) -> None:
    """Accept or decline one field; what the record had is kept beside it either way.

    Raises Refusal if it is decided already; Conflict if the record was changed since to something else; Invalid if the
    record cannot take it as it was said.
    """
    row = Said.objects.select_for_update().filter(id=said_id).first()
    if row is None:
        raise NotFound
    require(actor, "patients.change", row.patient_id)
    if row.state != "open":
        raise Refusal("decided-already", "This was decided already.", "Look at the record.")
    if accept:
        who = Patient.objects.get(id=row.patient_id)
        now = str(getattr(who, row.field))
        if now not in (row.was, row.said):
            words = "The record was changed after this was said."
            told = {"mine": {row.field: row.said}, "theirs": {row.field: now}}
            raise Conflict("changed-meanwhile", words, "Look at the record, then ask the patient.", told)
        value = date.fromisoformat(row.said) if row.field == "birth_date" else row.said
        changes = PatientChanges(**{row.field: value})  # type: ignore[arg-type] # each of its field
        change_patient(
            actor=actor, patient_id=row.patient_id, seen_version=who.version, changes=changes, cause=_cause(row)
        )
    row.state = "accepted" if accept else "declined"
    row.decided_by, row.decided_at = actor.name, clock.now()
    row.save(update_fields=["state", "decided_by", "decided_at"])
    record("patient", row.patient_id, subjects=[row.patient_id], said=row.field, decided=row.state)


def _cause(row: Said) -> CardCause:
    """The payer that told it, the form it was said in, or that the patient said it."""
    if row.teller:
        return CardCause("payer", row.source_id, row.teller)
    return CardCause("form" if row.source_id else "said", row.source_id, f"noted by {row.noted_by}")
