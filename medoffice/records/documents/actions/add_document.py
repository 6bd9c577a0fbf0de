"""Keep a document of a patient."""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Invalid
from medoffice.records.documents.models import Document
from medoffice.records.documents.rules.images import LARGEST, image_of
from medoffice.records.documents.types import DocumentKind
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("documents.add")
def add_document(*, actor: Actor, patient_id: UUID, kind: DocumentKind, data: bytes) -> UUID:
    """Keep an image as it came. Raises Invalid for what is no PNG or JPEG of a sensible size."""
    require(actor, "documents.add", patient_id)
    image = image_of(data)
    if image is None:
        words = f"This is no photograph or scan that can be kept: PNG or JPEG, at most {LARGEST >> 20} MB."
        raise Invalid("not-an-image", words, "Take the picture again.", {"fields": {"front": [words]}})
    row = Document.objects.create(
        patient_id=patient_id,
        kind=kind,
        sha256=files.store(data, image.media_type),
        media_type=image.media_type,
        size=len(data),
        added_at=clock.now(),
        added_by=actor.name,
    )
    record("document", row.id, subjects=[patient_id], side=kind)
    return row.id
