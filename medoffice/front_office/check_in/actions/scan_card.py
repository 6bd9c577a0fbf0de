"""Keep both sides of an insurance card, with what was read on it."""

from uuid import UUID

from medoffice.front_office.check_in.models import Card
from medoffice.front_office.check_in.rules.card_fields import read_card
from medoffice.kernel import clock
from medoffice.kernel.recognize import read_lines
from medoffice.kernel.text_lines import TextLine
from medoffice.practice.api import payers
from medoffice.records.documents.api import add_document
from medoffice.records.documents.types.papers import CARD_BACK, CARD_FRONT
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("documents.add")
def keep_card(*, actor: Actor, patient_id: UUID, front: bytes, back: bytes, lines: list[TextLine] | None) -> UUID:
    """The images as they came, and suggestions from the lines read on them; an empty ``back`` is none.

    Nothing is entered anywhere: a person confirms. Raises Invalid for what is no image.
    """
    require(actor, "documents.add", patient_id)
    kept = [
        add_document(actor=actor, patient_id=patient_id, kind=kind, data=data)
        for kind, data in ((CARD_FRONT, front), (CARD_BACK, back))
        if data or kind == CARD_FRONT
    ]
    row = Card.objects.create(
        patient_id=patient_id,
        front_id=kept[0],
        back_id=kept[1] if len(kept) > 1 else None,
        suggested=read_card(lines or [], [payer.name for payer in payers()]),
        read=lines is not None,
        scanned_at=clock.now(),
        scanned_by=actor.name,
    )
    record("card", row.id, subjects=[patient_id], read=row.read)
    return row.id


def scan_card(*, actor: Actor, patient_id: UUID, front: bytes, back: bytes = b"") -> UUID:
    """Read the card, outside any transaction, then keep it. Where nothing can be read, people type."""
    require(actor, "documents.add", patient_id)
    return keep_card(actor=actor, patient_id=patient_id, front=front, back=back, lines=read_lines(front))
