"""Take in entries that came from outside; they wait for a person."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.charting.actions.listing import allowed_cause, refuse_wrong
from medoffice.clinic.charting.models import IncomingEntry
from medoffice.clinic.charting.types import Cause, CauseKind, Incoming, Told
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("lists.take_in")
def take_in_entries(*, actor: Actor, patient_id: UUID, entries: Sequence[Incoming], cause: Cause) -> int:
    """Put entries beside the patient's lists, to be accepted, merged or ignored by a person; returns how many are new.

    ``cause`` is the document, import or form they came with. What came before under the same key waits once, whatever
    was decided. Raises NotFound, Invalid for the first entry that no list could keep.
    """
    require(actor, "lists.take_in", patient_id)
    cause = allowed_cause(actor, "lists.take_in", patient_id, cause)
    refuse_wrong(patient_id, *((one.kind, one.told) for one in entries))
    known = set(IncomingEntry.objects.filter(patient_id=patient_id).values_list("key", flat=True))
    new = {one.key: one for one in entries if one.key not in known}
    for one in new.values():
        IncomingEntry.objects.create(
            patient_id=patient_id,
            kind=one.kind.value,
            told=to_json(one.told, Told),
            cause=cause.kind.value,
            cause_id=cause.id,
            cause_words=cause.words,
            encounter_id=cause.id if cause.kind is CauseKind.ENCOUNTER else None,
            key=one.key,
            at=clock.now(),
        )
    if new:
        open_work(
            actor=actor,
            kind="reconcile",
            title=f"Lists of {patient(patient_id).mrn} to reconcile",
            ref=Ref("chart", patient_id),
            patient_id=patient_id,
            key=str(cause.id or clock.now().isoformat()),
        )
    record("lists", patient_id, subjects=[patient_id], came_in=len(new))
    return len(new)
