"""Say who always gets an author's signed notes: to co-sign them, or to read them."""

from uuid import UUID

from medoffice.clinic.charting.models import NoteRoute
from medoffice.clinic.charting.types import Routed
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import staff_member
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("notes.set_up")
def route_notes(*, actor: Actor, author_id: UUID, reader_id: UUID, what: Routed) -> None:
    """From now on, when this author signs. Raises NotFound, Invalid for who cannot get or give it."""
    author, reader = staff_member(author_id), staff_member(reader_id)
    wrong: dict[str, list[str]] = {}
    if author.id == reader.id:
        wrong["reader"] = ["Choose somebody else than the author."]
    elif reader.user_id is None:
        wrong["reader"] = ["They have no account to read it with."]
    elif what is Routed.COSIGN and not reader.is_provider:
        wrong["reader"] = ["Only a provider co-signs."]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    row = NoteRoute.objects.create(author_id=author.id, reader_id=reader.id, what=what, at=clock.now(), by=actor.name)
    record("note route", row.id, what=what.value)
