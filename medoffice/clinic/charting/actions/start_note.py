"""Start the note of a visit."""

from uuid import UUID

from medoffice.clinic.charting.actions.rows import author_of, note_row, sign_work_title
from medoffice.clinic.charting.models import Note
from medoffice.clinic.charting.queries.templates import template_of
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, staff_member
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("notes.write")
def start_note(
    *, actor: Actor, encounter_id: UUID, text: str = "", template_key: str = "", template_version: int = 0
) -> UUID:
    """Start the visit's one note; its author is the visit's provider. If it is there already, that note is returned.

    It keeps from which version of which template it was begun. Raises NotFound for a version there is not.
    """
    visit = encounter(encounter_id)
    require(actor, "notes.write", visit.patient_id, encounter_id)
    existing = Note.objects.filter(encounter_id=encounter_id).first()
    if existing is not None:
        return existing.id
    begun = template_of(template_key, template_version) if template_key else None
    provider = staff_member(visit.provider_id)
    row = note_row(
        encounter_id=encounter_id,
        patient_id=visit.patient_id,
        author_id=provider.id,
        author=author_of(provider.name, provider.credentials),
        text=text,
        by=actor.name,
        at=clock.now(),
        template=begun,
    )
    row.save(force_insert=True)
    open_work(
        actor=actor,
        kind="note-to-sign",
        title=sign_work_title(visit.number),
        ref=Ref("note", row.id),
        patient_id=visit.patient_id,
        key=str(row.id),
    )
    told = {"template": f"{begun.key} {begun.version}"} if begun else {}
    record("note", row.id, subjects=[visit.patient_id], **told)
    return row.id
