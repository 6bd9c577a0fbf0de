"""Find claims nobody answered in time."""

from datetime import timedelta

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.api import action, record
from medoffice.security.types import Actor

# How long an answer may take before somebody asks: two business days (four with a weekend) for the acceptance of a
# claim, thirty days for its payment. The office's own habit; no law says so.
WAITS = {ClaimState.SENT: timedelta(days=4), ClaimState.ACCEPTED: timedelta(days=30)}


@action("claims.work")
def chase_overdue(*, actor: Actor) -> int:
    """Open a work item for every overdue claim, once; returns how many are overdue."""
    now, overdue = clock.now(), 0
    for state, wait in WAITS.items():
        for claim in (
            Claim.objects.select_related("payer").filter(state=state, sent_at__lt=now - wait).order_by("sent_at", "id")
        ):
            overdue += 1
            since = claim.answered_at or claim.sent_at
            if claim.events.filter(tone="warn", words__startswith="Overdue", at__gt=since).exists():
                continue
            tell(actor, claim, f"Overdue: {claim.payer.name} has not answered since {since:%m/%d/%Y}.", "warn")
            open_work(
                actor=actor,
                kind="claim-overdue",
                title=f"Claim {claim.number}: no answer from {claim.payer.name}",
                ref=Ref("claim", claim.id),
                patient_id=claim.patient_id,
                visit_id=claim.encounter_id,
                key=str(claim.id),
            )
    record("claim", None, overdue=overdue)
    return overdue
