"""Add somebody who works here."""

from uuid import UUID

from medoffice.kernel.ids import npi_is_valid
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice import models
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def add_staff(
    *,
    actor: Actor,
    key: str,
    name: str,
    family_name: str,
    credentials: str,
    is_provider: bool,
    npi: str,
    taxonomy: str,
    site_id: UUID,
    user_id: UUID | None,
) -> UUID:
    """Add a staff member; a provider needs a valid NPI. Raises Invalid or Refusal."""
    if (is_provider or npi) and not npi_is_valid(npi):
        raise Invalid("npi-check-digit", f"{npi} is not a valid NPI.", "Compare it with the letter from NPPES.")
    if models.Staff.objects.filter(key=key).exists():
        raise Refusal("staff-exists", f"There is a staff member {key} already.", "Choose another key.")
    row = models.Staff.objects.create(
        key=key,
        name=name,
        family_name=family_name,
        credentials=credentials,
        is_provider=is_provider,
        npi=npi,
        taxonomy=taxonomy,
        site_id=site_id,
        user_id=user_id,
    )
    record("staff", row.id)
    return row.id
