"""Keep a file as it came: its bytes first, whatever they are. What comes twice is the same file."""

import hashlib
from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.papers import LARGEST
from medoffice.kernel.refusals import Invalid
from medoffice.records.documents.models import PaperFile
from medoffice.records.documents.rules.names import label_of
from medoffice.records.documents.types.papers import Door, FileState, TakenIn
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("documents.take_in")
def take_in(
    *,
    actor: Actor,
    door: Door,
    name: str,
    data: bytes,
    sender: str = "",
    came_with: UUID | None = None,
    patient_id: UUID | None = None,
) -> TakenIn:
    """Keep these bytes; nothing of them is opened here. ``patient_id``: on whose chart somebody added them.

    Raises Invalid for nothing at all, or more than a file may have.
    """
    if not 0 < len(data) <= LARGEST:
        words = f"It is larger than {LARGEST >> 20} MB." if data else "It is empty."
        raise Invalid("no-file", words, "Scan it again, in parts if it is long.")
    digest = hashlib.sha256(data).hexdigest()
    row, new = PaperFile.objects.exclude(state=FileState.GONE).get_or_create(
        sha256=digest,
        defaults={
            "size": len(data),
            "name": label_of(name),
            "door": door,
            "sender": label_of(sender)[:200],
            "came_at": clock.now(),
            "came_by": actor.name,
            "came_with_id": came_with,
            "for_patient_id": patient_id,
            "state": FileState.NEW,
        },
    )
    if new:
        files.store(data, "application/octet-stream")
    record("document file", row.id, subjects=[patient_id] if patient_id else [], door=door.value, new=new)
    return TakenIn(row.id, new)
