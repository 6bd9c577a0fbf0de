"""Drop a short form."""

from uuid import UUID

from medoffice.clinic.dictation.models import ShortForm
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("dictation.shorten")
def drop_short_form(*, actor: Actor, short_id: UUID) -> None:
    """It is offered no more. One's own; the office's asks for its own word."""
    row = ShortForm.objects.filter(id=short_id, used=True).first()
    if row is None or row.owner_id not in (None, actor.id):
        raise NotFound
    if row.owner_id is None:
        require(actor, "dictation.set_up")
    row.used = False
    row.save(update_fields=["used"])
    record("short_form", short_id)
