"""Put somebody outside into the directory."""

from uuid import UUID

from medoffice.front_office.referrals.actions.performer_fields import columns_of
from medoffice.front_office.referrals.models import Performer
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("referrals.set_up")
def add_performer(
    *,
    actor: Actor,
    name: str,
    specialty: str,
    practice: str = "",
    npi: str = "",
    phone: str = "",
    fax: str = "",
    address: Address,
) -> UUID:
    """Add a provider whom patients are sent to, or who sends them. Raises Invalid per field, also for an NPI twice."""
    columns = columns_of(
        None, name=name, specialty=specialty, practice=practice, npi=npi, phone=phone, fax=fax, address=address
    )
    row = Performer.objects.create(**columns)
    record("outside provider", row.id)
    return row.id
