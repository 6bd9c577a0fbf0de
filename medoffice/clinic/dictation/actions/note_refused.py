"""Note that a file came by a folder and is no recording that is taken."""

from medoffice.clinic.dictation.models import RefusedRecording
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, record
from medoffice.security.types import Actor

REFUSED = "dictation-refused"


@action("dictation.take_in")
def note_refused(*, actor: Actor, name: str, words: str) -> None:
    """Somebody has it among their work, with why; the same file refused again is one until they have seen to it."""
    row, new = RefusedRecording.objects.get_or_create(
        name=name[:200], words=words[:300], settled_at=None, defaults={"came_at": clock.now()}
    )
    if new:
        title = "A file in the folder for recordings was refused"
        open_work(actor=actor, kind=REFUSED, title=title, ref=Ref(REFUSED, row.id), key=str(row.id))
    record("refused recording", row.id, new=new)
