"""What rang and was not taken becomes work."""

from datetime import timedelta

from medoffice.front_office.calls.models import Call, Ring
from medoffice.front_office.calls.queries.door import unanswered
from medoffice.front_office.calls.rules.ringing import untaken
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, record
from medoffice.security.types import Actor

WORK = "missed-ring"
BEFORE = timedelta(minutes=2)


@action("calls.ring")
def miss_rings(*, actor: Actor) -> int:
    """Somebody is to call back whoever rang and was not taken, once for a number while it is open; returns how many.

    A call that was taken without saying which ring it was counts by its number.
    """
    rings = unanswered()
    if not rings:
        return 0
    since = Call.objects.filter(started_at__gte=min(one.at for one in rings) - BEFORE)
    phones = {one.id: one.phone for one in rings}
    missed = untaken(rings, since.values_list("phone", "started_at"))
    for number, ids in missed.items():
        open_work(
            actor=actor, kind=WORK, title=f"Call back {phones[ids[0]]}", ref=Ref("ring", ids[0]), priority=1, key=number
        )
    Ring.objects.filter(id__in=phones).update(seen_to=True)
    record("ring", rings=len(rings), missed=len(missed))
    return len(missed)
