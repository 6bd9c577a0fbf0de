"""Keep pages the office made itself, filed as they are."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.practice.api import today_here
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.actions.writing import note
from medoffice.records.documents.models import Document, PageText, PaperFile
from medoffice.records.documents.types.papers import Door, FileState, Made, State
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("documents.add")
def keep_document(*, actor: Actor, patient_id: UUID, door: Door, made: Made) -> UUID:
    """A PDF of our own on a patient's chart, with its words; nothing of it has to be read or filed by anybody."""
    require(actor, "documents.add", patient_id)
    kept = take_in(actor=actor, door=door, name="", data=made.data)
    now, key = clock.now(), new_id()
    told = {"kind": "pdf", "pages": len(made.texts), "read_to": len(made.texts), "state": FileState.READ}
    if PaperFile.objects.filter(id=kept.file_id, state=FileState.NEW).update(**told):
        PageText.objects.bulk_create(
            PageText(file_id=kept.file_id, page=page, how="own", text=text) for page, text in enumerate(made.texts, 1)
        )
    row = Document.objects.create(
        id=key,
        file_id=kept.file_id,
        last=len(made.texts),
        patient_id=patient_id,
        encounter_id=made.encounter_id,
        about_id=made.encounter_id or key,
        kind=made.kind,
        title=made.title[:120],
        dated=today_here(),
        state=State.FILED,
        added_at=now,
        added_by=actor.name,
        filed_at=now,
        filed_by=actor.name,
    )
    note(actor, row, "made by the office", before={})
    record("document", row.id, subjects=[patient_id], made=made.kind)
    return row.id
