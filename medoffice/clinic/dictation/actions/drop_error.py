"""Take back that something is an error."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import held_review
from medoffice.clinic.dictation.actions.score_error import refuse_scoring
from medoffice.clinic.dictation.models import DictationError
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.grade")
def drop_error(*, actor: Actor, review_id: UUID, error_id: UUID) -> None:
    """It counts no more; the row stays. Raises Refusal as ``score_error``."""
    row = held_review(actor, review_id, "dictation.grade")
    refuse_scoring(actor, row)
    found = DictationError.objects.filter(id=error_id, review=row, dropped_at=None).first()
    if found is None:
        raise NotFound
    found.dropped_at = clock.now()
    found.save(update_fields=["dropped_at"])
    record("dictation_review", row.id, subjects=[row.draw.dictation.patient_id], error="taken back")
