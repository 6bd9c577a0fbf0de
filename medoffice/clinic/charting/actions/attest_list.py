"""Attest that a clinical list was looked over with the patient."""

from uuid import UUID

from medoffice.clinic.charting.actions.listing import allowed_cause, attestation_row
from medoffice.clinic.charting.queries.chart import chart_of, incoming_of
from medoffice.clinic.charting.rules.history import holds
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("lists.change")
def attest_list(
    *, actor: Actor, patient_id: UUID, kind: ListKind, none: bool = False, encounter_id: UUID | None = None
) -> None:
    """Say that a list was looked over; with ``none``, that there is nothing to put on it (no known allergies).

    Raises NotFound, Refusal for ``none`` of a list that is not empty, for which something that came in waits, or that
    has no such words.
    """
    require(actor, "lists.change", patient_id)
    patient(patient_id)
    if encounter_id is not None:
        allowed_cause(actor, "lists.change", patient_id, Cause(CauseKind.ENCOUNTER, encounter_id))
    listed = [one for one in chart_of(actor, patient_id).lists[kind] if holds(one)]
    if none and listed:
        words = f"{listed[0].told.words} stands on the list."
        raise Refusal("list-not-empty", words, "Strike what was entered in error, or end what is over, then attest.")
    if none and any(one.kind is kind for one in incoming_of(actor, patient_id)):
        words = "Something came in from outside for this list and is not reviewed yet."
        raise Refusal("came-in", words, "Accept or ignore what came in, then attest.")
    if none and not KINDS[kind].none:
        raise Refusal("none-not-attested", "Of this list nothing is attested as none.", "Say that it was looked over.")
    row = attestation_row(
        patient_id=patient_id, kind=kind, none=none, encounter_id=encounter_id, by=actor.name, at=clock.now()
    )
    row.save(force_insert=True)
    record("list_attestation", row.id, subjects=[patient_id], list=kind.value, none=none)
