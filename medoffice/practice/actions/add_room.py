"""Add an exam room."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice import models
from medoffice.practice.actions.refusing import needed, refuse_wrong
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def add_room(*, actor: Actor, site_id: UUID, name: str) -> UUID:
    """Add a room to a site. Raises Invalid without a name, Refusal if it is taken there."""
    name = name.strip()
    refuse_wrong("name-missing", name=needed(name))
    if not models.Site.objects.filter(id=site_id).exists():
        raise NotFound
    if models.ExamRoom.objects.filter(site_id=site_id, name=name).exists():
        raise Refusal("room-exists", f"This site has a {name} already.", "Choose another name.")
    row = models.ExamRoom.objects.create(site_id=site_id, name=name)
    record("exam_room", row.id)
    return row.id
