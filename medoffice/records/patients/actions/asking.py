"""Pairs of records that may be one person's: what was said of them, and the one item of work that waits."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, refs_waiting
from medoffice.records.patients.models import MaybeSame
from medoffice.records.patients.queries.asked import waiting
from medoffice.security.api import require
from medoffice.security.types import Actor

WORK = "duplicates"


def pair_to_decide(actor: Actor, pair_id: UUID) -> MaybeSame:
    """The pair, held, if the actor may see both. Raises NotFound."""
    row = MaybeSame.objects.select_for_update().filter(id=pair_id, different=False).first()
    if row is None:
        raise NotFound
    for one in (row.one, row.other):
        require(actor, "patients.tell_apart", one)
    return row


def remember_different(actor: Actor, one: UUID, other: UUID) -> None:
    """The two are two people: they are not asked about again."""
    low, high = sorted((one, other))
    now = clock.now()
    said = {"different": True, "later_until": None, "decided_at": now, "decided_by": actor.name}
    MaybeSame.objects.update_or_create(one=low, other=high, defaults=said, create_defaults={**said, "found_at": now})


def tell_of_pairs(actor: Actor) -> int:
    """One item of work waits while pairs do, and none afterwards; returns how many pairs wait now."""
    left = list(waiting().values_list("id", flat=True))
    if left:
        open_work(actor=actor, kind=WORK, title="Who may be registered twice", ref=Ref("pair", left[0]), key=WORK)
    else:
        for _, first in refs_waiting(WORK):
            finish_work_about(actor=actor, ref=Ref("pair", first), outcome="all are decided", kind=WORK)
    return len(left)
