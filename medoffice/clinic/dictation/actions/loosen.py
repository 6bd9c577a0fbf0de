"""What the verbs of loose recordings share: the row, locked, while it waits; and how it ends."""

from uuid import UUID

from medoffice.clinic.dictation.models import Dictation, LooseRecording
from medoffice.clinic.dictation.queries.loose import loose_recording
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.types import Actor

LOOSE = "dictation-loose"


def waiting(loose_id: UUID) -> LooseRecording:
    """Raises NotFound, Refusal for what somebody settled."""
    row = LooseRecording.objects.select_for_update().filter(id=loose_id).first()
    if row is None:
        raise NotFound
    if row.settled_at is not None:
        words = f"{row.settled_by} settled it. {loose_recording(loose_id).settled}"
        raise Refusal("loose-settled", words, "Look at what waits now.")
    return row


def settled(actor: Actor, row: LooseRecording, outcome: str, dictation: Dictation | None = None, why: str = "") -> None:
    """It waits no longer, and names its sound no longer."""
    row.sha256, row.dictation, row.why = "", dictation, why
    row.settled_at, row.settled_by = clock.now(), actor.name
    row.save()
    finish_work_about(actor=actor, ref=Ref(LOOSE, row.id), outcome=outcome)
