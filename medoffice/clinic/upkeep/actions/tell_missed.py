"""Make work of what was not logged by its time."""

from datetime import datetime
from uuid import UUID

from medoffice.clinic.upkeep.actions.keeping import MISSED, locked
from medoffice.clinic.upkeep.models import MissedEntry
from medoffice.clinic.upkeep.queries import equipment, missed_now, zone_of
from medoffice.clinic.upkeep.rules.judging import DUE, WHAT_WORDS
from medoffice.kernel import clock
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor


def tell_missed(*, actor: Actor) -> int:
    """Tell of each time that passed without its entry, once; returns how many."""
    with acts_of_their_own():
        return sum(tell_one(actor=actor, equipment_id=one.id, due=due) for one, due in missed_now(clock.now()))


@action("upkeep.tell")
def tell_one(*, actor: Actor, equipment_id: UUID, due: datetime) -> bool:
    """Note that it was missed and make work of it; False if it was told before. One item waits for each thing."""
    locked(equipment_id)
    fresh = not MissedEntry.objects.filter(equipment_id=equipment_id, due=due).exists()
    if fresh:
        one = equipment(equipment_id)
        new_row(MissedEntry, equipment_id=equipment_id, due=due, told_at=clock.now()).save(force_insert=True)
        what = WHAT_WORDS[DUE[one.kept.kind]]
        title = f"{one.kept.name}: no {what} by {due.astimezone(zone_of(one)):%m/%d/%Y %I:%M %p}"
        open_work(
            actor=actor, kind=MISSED, title=title, ref=Ref("upkeep_equipment", equipment_id), key=str(equipment_id)
        )
    record("upkeep_equipment", equipment_id, missed=fresh)
    return fresh
