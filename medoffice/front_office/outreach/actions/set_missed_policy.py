"""Decide what is done about missed visits."""

from datetime import date
from uuid import UUID

from medoffice.front_office.outreach.models import MissedPolicy
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST = Money(50_000)


@action("outreach.set_up")
def set_missed_policy(
    *,
    actor: Actor,
    valid_from: date,
    no_show_fee: Money,
    late_fee: Money,
    free_times: int = 0,
    tells: bool = False,
    spared: tuple[UUID, ...] = (),
) -> UUID:
    """From a day on; visits before keep what held then. Raises Invalid per field.

    ``spared``: payers whose members are asked nothing. Whether a fee may be asked, and from whom, is the payers'
    contracts' and each state's to say: the office decides.
    """
    wrong = {
        name: [f"From nothing to {MOST}."]
        for name, fee in (("no_show_fee", no_show_fee), ("late_fee", late_fee))
        if not ZERO <= fee <= MOST
    }
    if not 0 <= free_times <= 20:
        wrong["free_times"] = ["0 to 20."]
    if wrong:
        raise Invalid("odd-policy", "Some fields need another look.", "Correct them.", {"fields": wrong})
    row, _ = MissedPolicy.objects.update_or_create(
        valid_from=valid_from,
        defaults={
            "no_show_cents": no_show_fee.cents,
            "late_cents": late_fee.cents,
            "free_times": free_times,
            "tells": tells,
            "spared": sorted(spared),
            "set_by": actor.name,
        },
    )
    record("outreach_missed_policy", row.id)
    return row.id
