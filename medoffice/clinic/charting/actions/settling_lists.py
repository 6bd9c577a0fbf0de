"""The work of looking at what a changed note put on the lists, where it is known to be done."""

from uuid import UUID

from medoffice.clinic.charting.models import IncomingEntry
from medoffice.clinic.charting.queries.noted import noted_at
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.types import PROGRAM, Actor

NOTE_LISTS = "note-lists"


def settle_lists(actor: Actor, encounter_id: UUID) -> None:
    """Nothing that holds on the lists is from words the visit's note says no more: then nobody has to look."""
    found = noted_at(PROGRAM, encounter_id)
    if found.note is not None and not found.gone:
        ref = Ref("note", found.note.id)
        finish_work_about(actor=actor, ref=ref, outcome="nothing left on the lists", kind=NOTE_LISTS)


def settle_lists_of(actor: Actor, entry_id: UUID) -> None:
    """The same of each visit whose note put this entry on its list."""
    kept = IncomingEntry.objects.filter(entry_id=entry_id, encounter__isnull=False)
    for encounter_id in set(kept.values_list("encounter_id", flat=True)):
        settle_lists(actor, encounter_id)
