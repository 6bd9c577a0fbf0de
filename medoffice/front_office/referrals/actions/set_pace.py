"""Set when each step of a referral is due."""

from medoffice.front_office.referrals import models
from medoffice.front_office.referrals.types import Pace
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST = 365  # days


@action("referrals.set_up")
def set_pace(*, actor: Actor, pace: Pace) -> None:
    """From its day on these steps are due in so many days; what is under way keeps the days it has.

    Raises Invalid for more than a year.
    """
    days = {name: getattr(pace, name) for name in ("send", "acknowledge", "schedule", "report", "review")}
    wrong = {name: [f"From 0 to {MOST} days."] for name, count in days.items() if not 0 <= count <= MOST}
    if wrong:
        raise Invalid("pace-odd", "Some fields need another look.", "", {"fields": wrong})
    row = models.Pace.objects.create(
        priority=pace.priority, since=pace.since, made_by=actor.name, made_at=clock.now(), **days
    )
    record("referral pace", row.id, priority=pace.priority.value)
