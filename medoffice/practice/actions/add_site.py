"""Add a place where patients are seen."""

from uuid import UUID
from zoneinfo import available_timezones

from medoffice.kernel.ids import npi_is_valid
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice import models
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def add_site(
    *,
    actor: Actor,
    key: str,
    name: str,
    zone: str,
    phone: str,
    address: Address,
    npi: str,
    place_of_service: str = "11",
) -> UUID:
    """Add a site; ``zone`` is an IANA name. Raises Invalid or Refusal."""
    if zone not in available_timezones():
        raise Invalid("unknown-zone", f"{zone} is not a time zone.", "Choose one such as America/Chicago.")
    if not npi_is_valid(npi):
        raise Invalid("npi-check-digit", f"{npi} is not a valid NPI.", "Compare it with the letter from NPPES.")
    if models.Site.objects.filter(key=key).exists():
        raise Refusal("site-exists", f"There is a site {key} already.", "Choose another key.")
    row = models.Site.objects.create(
        key=key,
        name=name,
        zone=zone,
        phone=phone,
        npi=npi,
        place_of_service=place_of_service,
        line1=address.line1,
        line2=address.line2,
        city=address.city,
        state=address.state,
        zip=address.zip,
    )
    record("site", row.id)
    return row.id
