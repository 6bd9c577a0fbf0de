"""Have the recogniser hear what it is tried with, and keep what came of it."""

import time
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

from medoffice.clinic.dictation.actions.asking import heard_by
from medoffice.clinic.dictation.actions.server_key import with_key
from medoffice.clinic.dictation.actions.take_try import take_try
from medoffice.clinic.dictation.models import DictationHearingTry
from medoffice.clinic.dictation.queries.drafts import hearing
from medoffice.clinic.dictation.queries.practicum import practice_sound
from medoffice.clinic.dictation.queries.tries import open_tries
from medoffice.clinic.dictation.rules.trying import HINTS, NO_WORDS, SAMPLE, what_to_do
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.dictated.transcribing import transcript


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a try: the words, or the trouble."""

    text: str = ""
    unsure: bool = False
    trouble: str = ""


def hear_tries(*, actor: Actor) -> int:
    """Hear each try that is open, outside of any transaction, as recordings are heard; returns how many were."""
    count = 0
    for try_id in open_tries():
        if take_try(actor=actor, try_id=try_id):
            began = time.monotonic()
            tried = _tried()
            keep_try(actor=actor, try_id=try_id, tried=tried, seconds=round(time.monotonic() - began, 2))
            count += 1
    return count


def _tried() -> Tried:
    try:
        heard = heard_by(with_key(hearing()), BytesIO(practice_sound(SAMPLE)), HINTS)
    except Refusal as refusal:
        return Tried(trouble=f"{refusal.words} {what_to_do(refusal.code, refusal.fix)}".strip())
    made = transcript(heard, HINTS)
    unsure = any(word.confidence is None for word in made.words)
    return Tried(made.text, unsure) if made.text else Tried(trouble=NO_WORDS)


@action("dictation.draft")
def keep_try(*, actor: Actor, try_id: UUID, tried: Tried, seconds: float) -> None:
    """What came of a try; one that has ended meanwhile stays as it is."""
    del actor
    row = DictationHearingTry.objects.select_for_update().get(id=try_id)
    if row.ended_at is None:
        row.ended_at, row.seconds, row.unsure = clock.now(), seconds, tried.unsure
        row.text, row.trouble = tried.text[:600], tried.trouble[:400]
        row.save()
    record("dictation_hearing_try", row.id, heard=not tried.trouble)
