"""Correct somebody in the directory."""

from uuid import UUID

from medoffice.front_office.referrals.actions.performer_fields import columns_of
from medoffice.front_office.referrals.models import Performer
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.versions import save_changes
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("referrals.set_up")
def change_performer(
    *,
    actor: Actor,
    performer_id: UUID,
    seen_version: int,
    name: str,
    specialty: str,
    practice: str,
    npi: str,
    phone: str,
    fax: str,
    address: Address,
    used: bool,
) -> None:
    """What is true of them from now on; ``used``: whether they are still offered. What was sent to them stays.

    Raises Conflict if somebody changed the same meanwhile, Invalid per field.
    """
    row = Performer.objects.filter(id=performer_id).first()
    if row is None:
        raise NotFound
    columns = columns_of(
        row.id, name=name, specialty=specialty, practice=practice, npi=npi, phone=phone, fax=fax, address=address
    )
    _, changed = save_changes(row, columns | {"used": used}, seen_version=seen_version, by=actor.name)
    record("outside provider", row.id, changed=changed)
