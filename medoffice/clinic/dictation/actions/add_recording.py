"""Add a recording to a dictation."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, refuse_moved, taken
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import State
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.send")
def add_recording(
    *, actor: Actor, dictation_id: UUID, data: bytes, name: str = "", seen_visit: UUID | None = None
) -> UUID:
    """A further part of what was dictated; the same recording again is one. Returns its id.

    Raises Refusal as ``send_dictation``, and for a dictation that is ready or rejected; Conflict if it is no longer
    about ``seen_visit``.
    """
    row = held(actor, dictation_id, "dictation.send")
    refuse_moved(row.number, row.encounter_id, seen_visit)
    if State(row.state) not in OPEN:
        raise Refusal("not-open", f"{row.number} {State(row.state).says}.", "Send it as a dictation of its own.")
    made = taken(actor, row, data, name)
    record("dictation", row.id, subjects=[row.patient_id])
    return made.id
