"""Add somebody who works here."""

from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.practice import models
from medoffice.practice.actions.staff_fields import refuse_taken_account, staff_columns
from medoffice.practice.rules.keys import key_for
from medoffice.practice.types import NewAccount
from medoffice.security.api import action, add_user, record
from medoffice.security.types import Actor


@action("practice.set_up")
def add_staff(
    *,
    actor: Actor,
    key: str = "",
    name: str,
    family_name: str,
    credentials: str,
    is_provider: bool,
    npi: str,
    taxonomy: str,
    site_id: UUID,
    user_id: UUID | None,
    account: NewAccount | None = None,
) -> UUID:
    """Add a staff member, with an account they have (``user_id``), with a new one (``account``), or without.

    Raises Invalid per field, or Refusal; then there is no new account either.
    """
    key = key or key_for(name, set(models.Staff.objects.values_list("key", flat=True)), "staff")
    columns = staff_columns(name, family_name, credentials, is_provider, npi, taxonomy, site_id)
    if models.Staff.objects.filter(key=key).exists():
        raise Refusal("staff-exists", f"There is a staff member {key} already.", "Choose another key.")
    refuse_taken_account(user_id)
    if account is not None:
        roles = [role.value for role in account.roles]
        user_id = add_user(actor=actor, username=account.username, name=name, roles=roles)
    row = models.Staff.objects.create(key=key, user_id=user_id, **columns)
    record("staff", row.id)
    return row.id
