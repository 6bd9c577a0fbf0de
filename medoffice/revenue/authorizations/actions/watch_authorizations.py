"""Put what is overdue, and what ends, before the people who follow it."""

from medoffice.practice.api import today_here
from medoffice.revenue.authorizations.actions.rows import ENDING, TO_ASK, open_about, stands
from medoffice.revenue.authorizations.models import Authorization
from medoffice.revenue.authorizations.queries.authorizations import to_authorization
from medoffice.revenue.authorizations.rules.clocks import SENT, ends_soon
from medoffice.revenue.authorizations.types import State
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("authorizations.follow")
def watch_authorizations(*, actor: Actor) -> int:
    """Work for every request whose payer is silent past its day, and once for every approval that ends soon;

    an approval whose last day is over has expired. Returns how many need somebody.
    """
    today, count = today_here(), 0
    rows = Authorization.objects.select_for_update(of=("self",)).select_related("policy__payer").order_by("id")
    for row in rows.filter(due_on__lt=today, state__in=[one.value for one in SENT]):
        open_about(actor, row, TO_ASK, "The payer is silent")
        count += 1
    for row in rows.filter(state=State.APPROVED.value):
        approved = to_authorization(row).approved
        assert approved is not None  # noqa: S101 - a constraint of the table
        if approved.ends < today:
            stands(actor, row, State.EXPIRED, f"{approved.number} held to {approved.ends:%m/%d/%Y}")
        elif ends_soon(approved.ends, today) and not _next_there(row):
            _tell_ending(actor, row)
            count += 1
    record("authorization", count=count)
    return count


def _tell_ending(actor: Actor, row: Authorization) -> None:
    """Work about an approval that ends on this day: what was finished is not opened again."""
    if row.told_ending != row.approved_to:
        row.told_ending = row.approved_to
        row.save(update_fields=["told_ending"])
        open_about(actor, row, ENDING, f"The approval ends {row.approved_to:%m/%d/%Y}")


def _next_there(row: Authorization) -> bool:
    """Whether the payer was asked anew meanwhile, or has allowed it for longer."""
    same = Authorization.objects.filter(
        patient_id=row.patient_id, policy_id=row.policy_id, medicine__iexact=row.medicine
    )
    later = same.exclude(id=row.id)
    return later.filter(due_on__isnull=False).exists() or later.filter(approved_to__gt=row.approved_to).exists()
