"""Take in what has come to the doors: committed before the door is told, and what comes again does nothing twice."""

from medoffice.kernel.papers import LARGEST, TROUBLES, Busy
from medoffice.kernel.refusals import Refusal, Unavailable
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.offers import IntakeDoor, intake_doors
from medoffice.records.documents.types.papers import Arrived
from medoffice.security.api import acts_of_their_own
from medoffice.security.types import Actor


def fetch_all(*, actor: Actor) -> int:
    """Take in everything that waits at all doors; returns how many. A door that is shut keeps what it has."""
    taken = 0
    with acts_of_their_own():
        for door in intake_doors.values():
            for arrived in door.waiting():
                _take(actor, door, arrived)
                taken += 1
    return taken


def _take(actor: Actor, door: IntakeDoor, arrived: Arrived) -> None:
    if not 0 < len(arrived.data) <= LARGEST:
        door.refused(arrived.key, " ".join(TROUBLES["too-large" if arrived.data else "empty"]))
        return
    try:
        kept = take_in(actor=actor, door=door.kind, name=arrived.name, data=arrived.data, sender=arrived.sender)
        trouble = look_into(actor=actor, file_id=kept.file_id)
    except Busy:
        trouble = ""  # it is kept; the next look opens it
    except Unavailable:
        raise  # nothing can be kept now: it stays where it lies
    except Refusal as refusal:
        door.refused(arrived.key, f"{refusal.words} {refusal.fix}")
        return
    if trouble:
        door.refused(arrived.key, " ".join(TROUBLES[trouble]))
    else:
        door.taken(arrived.key)
