"""Go on with a note under another template."""

from uuid import UUID

from medoffice.clinic.charting.actions.locking import lock_draft
from medoffice.clinic.charting.queries.templates import begun_for, template_in_use, template_of
from medoffice.clinic.charting.rules.sections import carried
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("notes.write")
def change_note_template(*, actor: Actor, note_id: UUID, key: str, seen_version: int) -> int:
    """The note has the sections of this template from now on, and every word that was written; its new version.

    Raises NotFound for a template that is not in use, Refusal for a signed note, Conflict if somebody wrote meanwhile.
    """
    row = lock_draft(actor, "notes.write", note_id, seen_version)
    new = template_in_use(key)
    if new.retired:
        raise NotFound
    if (row.template_key, row.template_version) != (new.key, new.version):
        old = template_of(row.template_key, row.template_version) if row.template_key else None
        about = (row.patient_id, row.encounter_id)
        before = begun_for(actor, old, *about) if old else ()
        row.text = carried(row.text, before, begun_for(actor, new, *about))
        row.template_key, row.template_version = new.key, new.version
        row.version, row.changed_at, row.changed_by = row.version + 1, clock.now(), actor.name
        row.save(update_fields=["text", "template_key", "template_version", "version", "changed_at", "changed_by"])
    record("note", row.id, subjects=[row.patient_id], template=f"{new.key} {new.version}")
    return row.version
