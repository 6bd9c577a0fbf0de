"""Take in recordings that lie at a door."""

import hashlib

from medoffice.clinic.dictation.actions.loosen import LOOSE
from medoffice.clinic.dictation.actions.note_refused import note_refused
from medoffice.clinic.dictation.actions.rows import refuse_trouble
from medoffice.clinic.dictation.models import LooseRecording, Recording
from medoffice.clinic.dictation.offers import SoundDoor, sound_doors
from medoffice.clinic.dictation.types.dictations import LARGEST, State
from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Refusal, Unavailable
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor


def fetch_loose(*, actor: Actor) -> int:
    """Take in all that waits at all doors, each an act of its own; the door is told after it is kept. How many.

    What stands in the way of one file keeps no other from being taken, and is raised behind the last.
    """
    count, shut = 0, list[Refusal]()
    with acts_of_their_own():
        for door in sound_doors.values():
            for name, data in door.waiting():
                try:
                    count += _fetch(actor, door, name, data)
                except Refusal as refusal:
                    shut.append(refusal)
    if shut:
        raise shut[0]
    return count


def _fetch(actor: Actor, door: SoundDoor, name: str, data: bytes) -> bool:
    """Take one in; what is refused is somebody's work. What cannot be kept now stays where it lies: that raises."""
    called = "".join(filter(str.isprintable, name))
    try:
        take_loose(actor=actor, name=called, data=data)
    except Unavailable:
        raise
    except Refusal as refusal:
        words = f"{refusal.words} {refusal.fix}"
        note_refused(actor=actor, name=called, words=words)
        door.refused(name, words)
    else:
        door.destroyed(name)
    return True


@action("dictation.take_in")
def take_loose(*, actor: Actor, name: str, data: bytes) -> bool:
    """A recording waits until somebody says what visit it is about; False for one that is here already.

    Raises Refusal as ``send_dictation``, and for one that is too large.
    """
    if len(data) > LARGEST:
        raise Refusal("recording-large", f"It is larger than {LARGEST >> 20} MB.", "Send it in parts.")
    audio = refuse_trouble(data)
    digest = hashlib.sha256(data).hexdigest()
    if Recording.objects.filter(sha256=digest).exclude(dictation__state=State.REJECTED).exists():
        record("loose recording", new=False)
        return False
    row, new = LooseRecording.objects.get_or_create(
        sha256=digest,
        defaults={
            "name": name[:200], "kind": audio.kind, "media_type": audio.media_type, "size": len(data),
            "seconds": audio.seconds, "whole": audio.whole, "came_at": clock.now(),
        },
    )  # fmt: skip
    if new:
        files.store(data, audio.media_type)
        open_work(actor=actor, kind=LOOSE, title="Recording of no visit", ref=Ref(LOOSE, row.id), key=str(row.id))
    record("loose recording", row.id, new=new)
    return new
