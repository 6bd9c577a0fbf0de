"""Send what was recorded in the browser."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.dictation.actions.add_recording import add_recording
from medoffice.clinic.dictation.actions.send_dictation import send_dictation
from medoffice.clinic.dictation.actions.takes import ended, own_take
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.takes import sound_of_span, stretches_of
from medoffice.clinic.dictation.rules.audio import look_at
from medoffice.clinic.dictation.rules.takes import spans_of
from medoffice.clinic.dictation.types.dictations import AudioTrouble, Priority
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.send")
def send_take(
    *, actor: Actor, take_id: UUID, kind: str, priority: Priority, note: str = "", copies: Sequence[UUID] = ()
) -> UUID:
    """A take becomes a dictation: each piece that is heard is a recording of its own, in order.

    A stretch that ended before its first sound has nothing to hear and is left. Raises Refusal if all are so, and as
    ``send_dictation``.
    """
    row = own_take(actor, take_id)
    stretches = stretches_of(row.id)
    heard = (sound_of_span(row.id, one, stretches) for one in spans_of(stretches))
    sounds = [one for one in heard if look_at(one) not in {AudioTrouble.CUT, AudioTrouble.EMPTY}]
    if not sounds:
        raise Refusal("nothing-recorded", "There is no sound in this recording.", "Go on, or throw it away.")
    made = send_dictation(
        actor=actor, encounter_id=row.encounter_id, kind=kind, priority=priority, data=sounds[0], note=note,
        copies=copies,
    )  # fmt: skip
    for more in sounds[1:]:
        add_recording(actor=actor, dictation_id=made, data=more)
    ended(actor, row, "sent", Dictation.objects.get(id=made))
    record("dictation", made, subjects=[row.encounter.patient_id])
    return made
