"""Say what visit a recording is about."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.dictation.actions.loosen import settled, waiting
from medoffice.clinic.dictation.actions.send_dictation import send_dictation
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.types.dictations import Priority
from medoffice.kernel import files
from medoffice.kernel.refusals import Invalid
from medoffice.records.encounters.api import encounter, encounter_numbered
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.send")
def place_loose(
    *,
    actor: Actor,
    loose_id: UUID,
    number: str,
    kind: str,
    priority: Priority,
    note: str = "",
    copies: Sequence[UUID] = (),
) -> UUID:
    """It is a dictation of the visit with this number, and waits to be typed; ``copies`` as ``send_dictation``.

    Raises Invalid for a number of no visit, Refusal as ``send_dictation`` and for one that is settled.
    """
    row = waiting(loose_id)
    visit_id = encounter_numbered(number.strip().upper())
    if visit_id is None:
        told = {"fields": {"number": ["There is no visit with this number."]}}
        raise Invalid("no-visit", "Which visit is it about?", "", told)
    made = send_dictation(
        actor=actor, encounter_id=visit_id, kind=kind, priority=priority, data=files.load(row.sha256), name=row.name,
        note=note, copies=copies,
    )  # fmt: skip
    settled(actor, row, "placed", dictation=Dictation.objects.get(id=made))
    record("loose recording", row.id, subjects=[encounter(visit_id).patient_id])
    return made
