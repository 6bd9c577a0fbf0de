"""Enter or correct the legal office that bills."""

from uuid import UUID

from medoffice.kernel.ids import npi_is_valid
from medoffice.kernel.refusals import Invalid
from medoffice.practice import models
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def set_up_practice(
    *, actor: Actor, name: str, npi: str, tax_id: str, taxonomy: str, phone: str, address: Address
) -> UUID:
    """Create the practice, or correct it. Raises Invalid for an NPI whose check digit is wrong."""
    if not npi_is_valid(npi):
        raise Invalid("npi-check-digit", f"{npi} is not a valid NPI.", "Compare it with the letter from NPPES.")
    row = models.Practice.objects.select_for_update().first() or models.Practice()
    row.name, row.npi, row.tax_id, row.taxonomy, row.phone = name, npi, tax_id, taxonomy, phone
    row.line1, row.line2, row.city = address.line1, address.line2, address.city
    row.state, row.zip = address.state, address.zip
    row.save()
    record("practice", row.id)
    return row.id
