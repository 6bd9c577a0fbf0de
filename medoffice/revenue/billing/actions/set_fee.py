"""Set the office's fee for a service code from a date on."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid
from medoffice.revenue.billing.models import Fee
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("fees.set")
def set_fee(*, actor: Actor, code: str, amount: Money, valid_from: date, valid_to: date | None = None) -> UUID:
    """Set a fee; an open earlier one ends the day before. Where two are in force, the later beginning counts.

    Raises Invalid unless it is positive and does not end before it begins.
    """
    if amount.cents <= 0:
        raise Invalid("fee-not-positive", "A fee is more than nothing.", "", {"fields": {"amount": ["More than 0."]}})
    if valid_to is not None and valid_to < valid_from:
        raise Invalid("fee-ends-early", "A fee ends after it begins.", "", {"fields": {"valid_to": ["Too early."]}})
    Fee.objects.filter(code=code, valid_to=None, valid_from__lt=valid_from).update(
        valid_to=valid_from - timedelta(days=1)
    )
    row, _ = Fee.objects.update_or_create(
        code=code, valid_from=valid_from, defaults={"cents": amount.cents, "valid_to": valid_to}
    )
    record("fee", row.id, code=code, cents=amount.cents)
    return row.id
