"""Add a place where patients are seen."""

from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.practice import models
from medoffice.practice.actions.site_fields import site_columns
from medoffice.practice.rules.keys import key_for
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def add_site(
    *,
    actor: Actor,
    key: str = "",
    name: str,
    zone: str,
    phone: str,
    address: Address,
    npi: str,
    place_of_service: str = "11",
) -> UUID:
    """Add a site; ``zone`` is an IANA name. Raises Invalid per field, or Refusal if the key is taken."""
    key = key or key_for(name, set(models.Site.objects.values_list("key", flat=True)), "site")
    columns = site_columns(name, zone, phone, address, npi, place_of_service)
    if models.Site.objects.filter(key=key).exists():
        raise Refusal("site-exists", f"There is a site {key} already.", "Choose another key.")
    row = models.Site.objects.create(key=key, **columns)
    record("site", row.id)
    return row.id
