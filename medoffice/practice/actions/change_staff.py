"""Correct what is said about somebody who works here."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.practice import models
from medoffice.practice.actions.staff_fields import staff_columns
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def change_staff(
    *,
    actor: Actor,
    staff_id: UUID,
    name: str,
    family_name: str,
    credentials: str,
    is_provider: bool,
    npi: str,
    taxonomy: str,
    site_id: UUID,
) -> None:
    """Correct a staff member; the key and the account stay. Raises Invalid per field."""
    columns = staff_columns(name, family_name, credentials, is_provider, npi, taxonomy, site_id)
    if not models.Staff.objects.filter(id=staff_id).update(**columns):
        raise NotFound
    record("staff", staff_id)
