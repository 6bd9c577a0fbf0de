"""No note is begun from a template any more."""

from medoffice.clinic.charting.models import PublishedTemplate
from medoffice.clinic.charting.queries.templates import versions_of
from medoffice.clinic.charting.types import NoteSection
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("notes.set_up")
def retire_note_template(*, actor: Actor, key: str) -> None:
    """From now on; notes that were begun from it stay as they are. Again changes nothing. Raises NotFound."""
    now = next(iter(versions_of(key)), None)
    if now is None:
        raise NotFound
    if now.retired:
        return
    row = PublishedTemplate.objects.create(
        key=key,
        version=now.version + 1,
        title=now.title,
        sections=to_json(now.sections, tuple[NoteSection, ...]),
        kinds=now.kinds,
        classes=now.classes,
        specialty=now.specialty,
        retired=True,
        made_by=actor.name,
        made_at=clock.now(),
    )
    record("note template", row.id, template=key, version=row.version, retired="yes")
