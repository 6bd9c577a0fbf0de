"""Enter or correct the legal office that bills."""

from uuid import UUID

from medoffice.practice import models
from medoffice.practice.actions.refusing import needed, refuse_wrong
from medoffice.practice.actions.site_fields import address_columns
from medoffice.practice.rules.identifiers import npi_words, tax_id_words, taxonomy_words
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def set_up_practice(
    *, actor: Actor, name: str, npi: str, tax_id: str, taxonomy: str, phone: str, address: Address
) -> UUID:
    """Create the practice, or correct it. Raises Invalid per field, such as an NPI whose check digit is wrong."""
    refuse_wrong(
        "practice-incomplete",
        name=needed(name),
        npi=npi_words(npi),
        tax_id=tax_id_words(tax_id),
        taxonomy=taxonomy_words(taxonomy),
    )
    columns = {"name": name.strip(), "npi": npi, "tax_id": tax_id, "taxonomy": taxonomy, "phone": phone}
    row, _ = models.Practice.objects.update_or_create(only=True, defaults={**columns, **address_columns(address)})
    record("practice", row.id)
    return row.id
