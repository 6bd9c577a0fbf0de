"""Correct what is said about a site."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.practice import models
from medoffice.practice.actions.site_fields import site_columns
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def change_site(
    *,
    actor: Actor,
    site_id: UUID,
    name: str,
    zone: str,
    phone: str,
    address: Address,
    npi: str,
    place_of_service: str,
) -> None:
    """Correct a site; its key stays. Raises Invalid per field."""
    columns = site_columns(name, zone, phone, address, npi, place_of_service)
    if not models.Site.objects.filter(id=site_id).update(**columns):
        raise NotFound
    record("site", site_id)
