"""Correct what is said about a payer."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice import models
from medoffice.practice.actions.payer_fields import payer_columns
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def change_payer(
    *,
    actor: Actor,
    payer_id: UUID,
    name: str,
    number: str,
    filing_code: str,
    timely_filing_days: int,
    phone: str,
    address: Address,
) -> None:
    """Correct a payer; its key stays. Raises Invalid per field, or Refusal if another payer has the number."""
    columns = payer_columns(name, number, filing_code, timely_filing_days, phone, address)
    other = models.Payer.objects.filter(number=columns["number"]).exclude(id=payer_id).first()
    if other is not None:
        raise Refusal("payer-exists", f"{other.name} has the number {other.number}.", "Look in the list.")
    if not models.Payer.objects.filter(id=payer_id).update(**columns):
        raise NotFound
    record("payer", payer_id)
