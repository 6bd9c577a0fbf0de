"""Who enters a room is told if somebody is in it already."""

from uuid import UUID

from django.db import connection

from medoffice.kernel.refusals import Refusal
from medoffice.records.encounters.api import encounter, rooms_taken
from medoffice.security.api import require
from medoffice.security.types import Actor


def refuse_taken(actor: Actor, encounter_id: UUID, room: str = "") -> None:
    """Raises Refusal if another patient is in a room, the visit's own if none is named; until the action ends nobody
    else enters it. Who is in it already may stay.
    """
    visit = encounter(encounter_id)
    require(actor, "check_in.room", visit.patient_id)
    wanted = room or visit.room
    if not wanted or visit.in_room == wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{visit.site_id} {wanted}"])
    if wanted in rooms_taken(visit.site_id, visit.date, but_for=visit.id):
        fix = "Choose another room, or share it: a family may be seen together."
        raise Refusal("room-taken", f"Somebody is in {wanted}.", fix)
