"""Takes as the verbs write them: one's own, locked; how they end."""

from uuid import UUID

from medoffice.clinic.dictation.models import Dictation, DictationChunk, DictationTake
from medoffice.kernel import clock, files
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import require
from medoffice.security.types import Actor

UNSENT, UNSENT_LONG = "dictation-unsent", "dictation-unsent-long"


def own_take(actor: Actor, take_id: UUID) -> DictationTake:
    """An open take of the actor's, locked. Raises NotFound for another's, Refusal for one that has ended."""
    rows = DictationTake.objects.select_for_update(of=("self",)).select_related("encounter", "dictation")
    row = rows.filter(id=take_id, by_id=actor.id).first()
    if row is None:
        raise NotFound
    require(actor, "dictation.send", row.encounter.patient_id, row.encounter_id)
    if row.ended_at is not None:
        words = f"This recording was sent as {row.dictation.number}." if row.dictation else "It was thrown away."
        raise Refusal("take-ended", words, "Open the page again to record anew.")
    return row


def ended(actor: Actor, row: DictationTake, outcome: str, dictation: Dictation | None = None) -> None:
    """It is over: its chunks are destroyed, unless something else is made of the very same bytes."""
    chunks = DictationChunk.objects.filter(stretch__take=row)
    digests = set(chunks.values_list("sha256", flat=True))
    chunks.delete()
    kept = files.named_by_others(digests, DictationChunk)
    kept |= set(DictationChunk.objects.filter(sha256__in=digests).values_list("sha256", flat=True))
    for digest in digests - kept:
        files.forget(digest)
    row.ended_at, row.dictation = clock.now(), dictation
    row.save(update_fields=["ended_at", "dictation"])
    for kind in (UNSENT, UNSENT_LONG):
        finish_work_about(actor=actor, ref=Ref(kind, row.id), outcome=outcome)
