"""Switch the what-if of scores on or off for the office."""

from medoffice.kernel import clock
from medoffice.revenue.recapture.models import ScoreSwitch
from medoffice.revenue.recapture.queries.marks import score_state
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("recapture.set_up")
def switch_score(*, actor: Actor, on: bool) -> None:
    """It is off until somebody switches it on. As it stands already, nothing changes, and the trail says so."""
    changed = score_state().on is not on
    if changed:
        ScoreSwitch.objects.create(on=on, by=actor.name, at=clock.now())
    record("recapture_score", on=on, changed=changed)
