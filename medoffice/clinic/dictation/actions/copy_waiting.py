"""Make copies that are played, of recordings that browsers cannot play or find no second of."""

from medoffice.clinic.dictation.models import LooseRecording, PlayingCopy, Recording
from medoffice.clinic.dictation.queries.playing import OPUS, waiting_contents
from medoffice.kernel import clock, files, hearing
from medoffice.kernel.heard import Copied
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_ELSEWHERE = "Ask whoever sent it for WAV or MP3."


def copy_waiting(*, actor: Actor) -> int:
    """Make a copy of everything that waits, one recording at a time, outside of any transaction; returns how many.

    Of what cannot be read the reason is kept. Raises Refusal where copies are not made here.
    """
    count = 0
    while (content := next(waiting_contents(), None)) is not None:
        made, trouble = _copied(content)
        keep_playing(actor=actor, content=content, made=made, trouble=trouble)
        count += 1
    return count


def _copied(content: str, *, again: bool = True) -> tuple[Copied | None, str]:
    """The copy, or why there is none; where making it broke it is tried once more: the machine may have been busy."""
    try:
        with files.reading(content) as sound:
            return hearing.copy_of(sound), ""
    except Refusal as refusal:
        if refusal.code == "hearing.no-copier":
            raise
        if refusal.code == "hearing.broke" and again:
            return _copied(content, again=False)
        return None, f"{refusal.words} {_ELSEWHERE}"


@action("dictation.draft")
def keep_playing(*, actor: Actor, content: str, made: Copied | None, trouble: str) -> None:
    """The copy of a recording, or why there is none; made twice, the first stays. What went meanwhile gets none.

    A recording of which it was not known that its end is missing says so from now on.
    """
    del actor
    there = list(Recording.objects.select_for_update().filter(sha256=content))
    loose = list(LooseRecording.objects.select_for_update().filter(sha256=content))
    if (not there and not loose) or PlayingCopy.objects.filter(original=content).exists():
        return
    kept = files.store(made.sound, OPUS) if made else ""
    PlayingCopy.objects.create(
        original=content, sha256=kept, size=len(made.sound) if made else 0, made_at=clock.now(),
        seconds=made.audio_seconds if made else None, whole=made.whole if made else True, trouble=trouble[:300],
    )  # fmt: skip
    if made and not made.whole:
        for rows in (Recording.objects, LooseRecording.objects):
            rows.filter(sha256=content).update(whole=False)
    subjects = [one.dictation.patient_id for one in there]
    record("recording", there[0].id if there else loose[0].id, subjects=subjects, copied=bool(made))
