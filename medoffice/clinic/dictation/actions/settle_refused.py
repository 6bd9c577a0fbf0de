"""Say that somebody has seen to a file that was refused."""

from uuid import UUID

from medoffice.clinic.dictation.actions.note_refused import REFUSED
from medoffice.clinic.dictation.models import RefusedRecording
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.send")
def settle_refused(*, actor: Actor, refused_id: UUID) -> None:
    """It was copied again, or nobody misses it; the file stays where it was put. Again, it changes nothing."""
    row = RefusedRecording.objects.select_for_update().filter(id=refused_id).first()
    if row is None:
        raise NotFound
    if row.settled_at is None:
        row.settled_at, row.settled_by = clock.now(), actor.name
        row.save(update_fields=["settled_at", "settled_by"])
        finish_work_about(actor=actor, ref=Ref(REFUSED, row.id), outcome="seen to")
    record("refused recording", row.id)
