"""Let a room or an assistant be booked with visits."""

from uuid import UUID

from medoffice.front_office.scheduling.models import Unit
from medoffice.front_office.scheduling.types import UnitKind
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.practice.api import exam_rooms, key_for, staff
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.set_up")
def put_into_group(*, actor: Actor, site_id: UUID, unit_id: UUID, group: str) -> UUID:
    """Put a room of a site, or somebody who helps there, into the group by which kinds of visits ask for it.

    Raises NotFound for anything else, Invalid without a group.
    """
    if not group.strip():
        why = {"fields": {"group": ["This is needed."]}}
        raise Invalid("group-missing", "By which word do visits ask for it?", "Write one, such as exam.", why)
    room = next((one for one in exam_rooms(site_id) if one.id == unit_id), None)
    helper = next((one for one in staff() if one.id == unit_id and not one.is_provider), None)
    if room is None and helper is None:
        raise NotFound
    Unit.objects.update_or_create(
        id=unit_id,
        defaults={
            "kind": UnitKind.ROOM if room else UnitKind.ASSISTANT,
            "site_id": site_id,
            "room_id": unit_id if room else None,
            "staff_id": None if room else unit_id,
            "group": key_for(group, (), "group"),
        },
    )
    record("unit", unit_id)
    return unit_id
