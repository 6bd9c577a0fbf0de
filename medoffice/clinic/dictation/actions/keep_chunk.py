"""Keep the next seconds of what is recorded."""

import hashlib
from uuid import UUID

from django.db.models import Sum

from medoffice.clinic.dictation.actions.takes import own_take
from medoffice.clinic.dictation.models import DictationChunk, DictationStretch
from medoffice.clinic.dictation.types.dictations import LARGEST
from medoffice.kernel import files
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor

CHUNK_MOST = 1 << 20  # bytes; a recorder that gives five seconds gives a hundredth of it


@action("dictation.send")
def keep_chunk(*, actor: Actor, take_id: UUID, stretch: int, number: int, data: bytes, ms: int) -> int:
    """On disk before this returns, and nothing looked at; returns the number that comes next in its stretch.

    The same chunk again is the one that is there. Raises NotFound for another's take, Refusal for one that has ended,
    for a chunk that is empty, too large or other than the one of its number, Conflict if one before it is missing.
    """
    row = own_take(actor, take_id)
    within = DictationStretch.objects.filter(take=row, number=stretch).first()
    if within is None:
        raise NotFound
    if not 0 < len(data) <= CHUNK_MOST:
        raise Refusal("chunk-size", "This piece of the recording is empty or too large.", "Record it again.")
    stored = DictationChunk.objects.filter(stretch=within)
    there = stored.filter(number=number).first()
    if there is not None:
        if there.sha256 != hashlib.sha256(data).hexdigest():
            raise Refusal("chunk-other", "Another sound is kept in this place already.", "Open the page again.")
        return stored.count()
    if number != (count := stored.count()):
        raise Conflict("chunk-gap", "A piece before this one is missing.", "Send what is missing.", {"next": count})
    if (stored.aggregate(all=Sum("size"))["all"] or 0) + len(data) > LARGEST:
        raise Refusal("stretch-full", "This is as long as one recording can be.", "Send it, and record the rest anew.")
    DictationChunk.objects.create(
        stretch=within, number=number, ms=ms, size=len(data),
        sha256=files.store(data, "application/octet-stream"),
    )  # fmt: skip
    record("take", row.id, subjects=[row.encounter.patient_id])
    return number + 1
