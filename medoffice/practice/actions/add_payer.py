"""Add a payer."""

from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.practice import models
from medoffice.practice.actions.payer_fields import payer_columns
from medoffice.practice.rules.keys import key_for
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def add_payer(
    *,
    actor: Actor,
    key: str = "",
    name: str,
    number: str,
    filing_code: str,
    timely_filing_days: int,
    phone: str,
    address: Address,
) -> UUID:
    """Add a payer; its key and its number on the wire are unique. Raises Invalid per field, or Refusal."""
    key = key or key_for(name, set(models.Payer.objects.values_list("key", flat=True)), "payer")
    columns = payer_columns(name, number, filing_code, timely_filing_days, phone, address)
    if models.Payer.objects.filter(number=columns["number"]).exists() or models.Payer.objects.filter(key=key).exists():
        raise Refusal("payer-exists", f"There is a payer {key} or number {number} already.", "Look in the list.")
    row = models.Payer.objects.create(key=key, **columns)
    record("payer", row.id)
    return row.id
