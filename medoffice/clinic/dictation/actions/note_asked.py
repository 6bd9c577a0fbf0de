"""Note that a recogniser elsewhere is asked to hear a recording."""

from uuid import UUID

from medoffice.clinic.dictation.models import Recording
from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.draft")
def note_asked(*, actor: Actor, recording_id: UUID, server: HearingServer) -> None:
    """Before its sound goes there, each time: so it is known of every recording where it was, whatever came back."""
    del actor
    row = Recording.objects.select_related("dictation").get(id=recording_id)
    told = {"asked": server.address, "model": server.model, "recording": row.sha256}
    record("dictation", row.dictation_id, subjects=[row.dictation.patient_id], **told)
