"""Add a payer."""

from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.practice import models
from medoffice.practice.types import Address
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def add_payer(
    *,
    actor: Actor,
    key: str,
    name: str,
    number: str,
    filing_code: str,
    timely_filing_days: int,
    phone: str,
    address: Address,
) -> UUID:
    """Add a payer; its key and its number on the wire are unique. Raises Refusal."""
    if models.Payer.objects.filter(number=number).exists() or models.Payer.objects.filter(key=key).exists():
        raise Refusal("payer-exists", f"There is a payer {key} or number {number} already.", "Look in the list.")
    row = models.Payer.objects.create(
        key=key,
        name=name,
        number=number,
        filing_code=filing_code,
        timely_filing_days=timely_filing_days,
        phone=phone,
        line1=address.line1,
        line2=address.line2,
        city=address.city,
        state=address.state,
        zip=address.zip,
    )
    record("payer", row.id)
    return row.id
