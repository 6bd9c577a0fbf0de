"""What waits for the biller: in which groups, how much, in which order."""

from uuid import UUID

from medoffice.practice.api import refs_waiting, waits_for_somebody
from medoffice.revenue.claims import models
from medoffice.revenue.claims.queries.claims import counted
from medoffice.revenue.claims.types import ClaimState, FileState, Group
from medoffice.security.api import permitted
from medoffice.security.types import Actor

STATE_OF = {Group.SEND: ClaimState.READY, Group.HELD: ClaimState.HELD, Group.REJECTED: ClaimState.REJECTED}
WORKED = 1000  # how much of a group is looked at to say what comes next; the rest comes up as it is worked off
WORK_OF = {Group.NO_ANSWER: "claim-overdue", Group.DENIED: "denial"}


def waiting_counts(actor: Actor, most: int) -> dict[Group, int]:
    """How much waits for the biller in each group; ``most`` stands for so many or more.

    What is kept from the actor is not counted. Four queries, and one for each group of work in which something waits.
    """
    claims = counted(actor, {group.value: [state] for group, state in STATE_OF.items()}, most)
    found = {group: claims.get(group.value, 0) for group in Group}
    found |= {group: len(waiting(actor, group, most)) for group in WORK_OF}
    return found | {Group.ASIDE: models.Remittance.objects.filter(state=FileState.QUARANTINED).count()}


def waiting(actor: Actor, group: Group, limit: int = WORKED) -> list[UUID]:
    """What waits for the biller in a group, in the order it is worked: claims, or payments set aside.

    The first so many, of which those kept from the actor are left out. At most two queries.
    """
    if group is Group.ASIDE:
        aside = models.Remittance.objects.filter(state=FileState.QUARANTINED).order_by("date", "id")
        return list(aside.values_list("id", flat=True)[:limit])
    if kind := WORK_OF.get(group):
        refs = [ref for _, ref in refs_waiting(kind, limit=limit)]
        if not refs:
            return []
        allowed = set(
            permitted(actor, "claims.read", models.Claim.objects.filter(id__in=refs)).values_list("id", flat=True)
        )
        return [ref for ref in refs if ref in allowed]
    rows = permitted(actor, "claims.read", models.Claim.objects.filter(state=STATE_OF[group]))
    return list(rows.order_by("date", "id").values_list("id", flat=True)[:limit])


def denial_waits(claim_id: UUID) -> bool:
    """Whether a denial of this claim waits for a person. One query."""
    return waits_for_somebody(WORK_OF[Group.DENIED], claim_id)
