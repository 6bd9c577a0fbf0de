"""The way out: which gateway is in use, how it stands, and what is done when it fails or works again."""

from datetime import timedelta
from uuid import UUID

from medoffice.front_office.outreach.models import Door
from medoffice.front_office.outreach.offers import gateways
from medoffice.front_office.outreach.queries.set_up import gateway_goes, settings
from medoffice.front_office.outreach.types.messages import DOWN_AFTER, Gateway
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.retries import Retry
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds import current
from medoffice.practice.api import finish_work_about, open_work
from medoffice.security.types import Actor

DOOR = Ref("gateway", UUID(int=1))
_RETRY = Retry(1_000_000, first=timedelta(seconds=15), longest=timedelta(minutes=15))


def gateway() -> Gateway:
    """The simulator in demo, training and test worlds, the folder in a practice's own. Raises Refusal without one."""
    door = gateways.get("folder" if current.kind() == "practice" else "simulator")
    if door is None or not gateway_goes(settings()):
        raise Refusal("no-gateway", "Texts and e-mails are switched off.", "Switch them on under Outreach, Settings.")
    return door


def note_failure(actor: Actor, why: str) -> None:
    """The way out failed: it rests, longer each time; from the third time on a person knows."""
    now = clock.now()
    row, _ = Door.objects.select_for_update().get_or_create(only=True)
    row.failures, row.since, row.why = row.failures + 1, row.since or now, why[:200]
    row.try_at = now + (_RETRY.wait_after(row.failures) or timedelta())
    row.save()
    if row.failures >= DOWN_AFTER:
        title = f"Texts and e-mails do not go out: {why} They wait and are tried again by themselves."
        open_work(actor=actor, kind="gateway-down", title=title, ref=DOOR, priority=1, key="gateway")


def note_success(actor: Actor) -> None:
    """The way out works; whoever was told it does not is told so. One query if it did before."""
    row = Door.objects.first()
    if row is None:
        Door.objects.get_or_create(only=True, defaults={"worked_at": clock.now()})
    elif row.failures:
        row.failures, row.since, row.why, row.try_at, row.worked_at = 0, None, "", None, clock.now()
        row.save()
        finish_work_about(actor=actor, ref=DOOR, outcome="works again")
