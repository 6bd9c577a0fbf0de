"""Throw away a recording that is about no visit."""

from uuid import UUID

from medoffice.clinic.dictation.actions.forget_sound import forget_sound
from medoffice.clinic.dictation.actions.loosen import settled, waiting
from medoffice.clinic.dictation.models import LooseRecording
from medoffice.kernel import files
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.send")
def drop_loose(*, actor: Actor, loose_id: UUID, why: str) -> None:
    """Its sound is destroyed; that it came, and why it went, stays. Raises Invalid without a reason, Refusal."""
    row = waiting(loose_id)
    if not why.strip():
        raise Invalid("why-missing", "Say why.", "", {"fields": {"why": ["This is needed."]}})
    digest = row.sha256
    settled(actor, row, "thrown away", why=" ".join(why.split())[:300])
    if not files.named_by_others([digest], LooseRecording):
        forget_sound(digest)
    record("loose recording", row.id)
