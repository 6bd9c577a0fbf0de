"""Drop a favourite of the office."""

from uuid import UUID

from medoffice.clinic.prescriptions.models import Favourite
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.favour")
def drop_favourite(*, actor: Actor, favourite_id: UUID) -> None:
    """It is offered no more; what was prescribed by it stays. One that is gone already is gone."""
    Favourite.objects.filter(id=favourite_id).update(used=False)
    record("prescription_favourite", favourite_id)
