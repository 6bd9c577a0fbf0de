"""Add a device that is booked with visits."""

from uuid import UUID

from medoffice.front_office.scheduling.models import Unit
from medoffice.front_office.scheduling.types import UnitKind
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import key_for, site
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.set_up")
def add_device(*, actor: Actor, site_id: UUID, name: str, group: str) -> UUID:
    """Add a device of a group, by which kinds of visits ask for it. Raises Invalid without a name, Refusal if taken."""
    wrong = {field: ["This is needed."] for field, text in (("name", name), ("group", group)) if not text.strip()}
    if wrong:
        raise Invalid("device-missing", "Some fields need another look.", "Correct them.", {"fields": wrong})
    place = site(site_id)
    if Unit.objects.filter(site_id=site_id, kind=UnitKind.DEVICE, name=name.strip()).exists():
        raise Refusal("device-exists", f"{place.name} has a {name.strip()} already.", "Choose another name.")
    row = Unit.objects.create(
        kind=UnitKind.DEVICE, site_id=site_id, name=name.strip()[:60], group=key_for(group, (), "device")
    )
    record("unit", row.id)
    return row.id
