"""Keep a picture of a patient that was taken at a desk: an insurance card. It is filed as it is taken."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.actions.writing import note
from medoffice.records.documents.models import Document, PaperFile
from medoffice.records.documents.rules.images import LARGEST, image_of
from medoffice.records.documents.types.papers import Door, FileState, State
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("documents.add")
def add_document(*, actor: Actor, patient_id: UUID, kind: str, data: bytes) -> UUID:
    """Keep an image as it came. Raises Invalid for what is no PNG or JPEG of a sensible size."""
    require(actor, "documents.add", patient_id)
    image = image_of(data)
    if image is None:
        words = f"This is no photograph or scan that can be kept: PNG or JPEG, at most {LARGEST >> 20} MB."
        raise Invalid("not-an-image", words, "Take the picture again.", {"fields": {"front": [words]}})
    kept = take_in(actor=actor, door=Door.DESK, name="", data=data)
    now, key = clock.now(), new_id()
    told = {"kind": image.media_type.removeprefix("image/"), "pages": 1, "read_to": 1, "state": FileState.READ}
    PaperFile.objects.filter(id=kept.file_id, state=FileState.NEW).update(**told)
    row = Document.objects.create(
        id=key,
        file_id=kept.file_id,
        patient_id=patient_id,
        kind=kind,
        about_id=key,
        dated=now.date(),
        state=State.FILED,
        added_at=now,
        added_by=actor.name,
        filed_at=now,
        filed_by=actor.name,
    )
    note(actor, row, "taken at a desk", before={})
    record("document", row.id, subjects=[patient_id], side=kind)
    return row.id
