"""Go on with what was recorded and not sent."""

from collections.abc import Mapping
from dataclasses import astuple
from uuid import UUID

from medoffice.clinic.dictation.actions.takes import own_take
from medoffice.clinic.dictation.models import DictationStretch
from medoffice.clinic.dictation.queries.takes import sound_of_span, stretches_of
from medoffice.clinic.dictation.rules.takes import ahead_of, anchor_of, as_seen, spans_of
from medoffice.clinic.dictation.rules.webm import piece
from medoffice.clinic.dictation.types.takes import Way
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.send")
def go_on_take(
    *, actor: Actor, take_id: UUID, way: Way = Way.ON, at_ms: int = 0, seen: Mapping[int, int] | None = None
) -> int:
    """The recorder begins a further stretch, whose number is returned: behind all, or at a time of what is heard.

    ``seen``: how much of each stretch the page knew by which the time is said; None for all that is there. A window
    that records the stretch before is told so with its next chunk, which is kept, and moves nothing that was put at a
    time. Raises Refusal for one that has ended, and for a time within sound that cannot be cut (a browser that
    writes no WebM).
    """
    row = own_take(actor, take_id)
    stretches = stretches_of(row.id)
    spans = spans_of(stretches)
    sounds = (sound_of_span(row.id, one, stretches) for one in spans) if way is not Way.ON else ()
    if any(sound and piece(sound) is None for sound in sounds):
        words = "What this browser records cannot be cut, so nothing is put in between or over it."
        raise Refusal("take-uncut", words, "Go on at its end, or throw it away and record it anew.")
    number = len(stretches) + 1
    known = spans if seen is None else spans_of(as_seen(stretches, seen))
    put = way is not Way.ON
    of, at = anchor_of(known, at_ms) if put else (None, 0)
    ahead = [astuple(one) for one in ahead_of(known, at_ms)] if put else None
    DictationStretch.objects.create(take=row, number=number, way=way, of=of, at_ms=at, ahead=ahead)
    row.told_at = None  # somebody works on it: what nobody sends is told anew
    row.save(update_fields=["told_at"])
    record("take", row.id, subjects=[row.encounter.patient_id], stretch=number, way=way.value)
    return number
