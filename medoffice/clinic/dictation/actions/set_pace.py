"""Set how soon a kind of dictation is due, and how long its recordings are kept."""

from medoffice.clinic.dictation.models import DictationPace
from medoffice.clinic.dictation.queries.paces import kinds
from medoffice.clinic.dictation.types.dictations import Pace
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_HOURS, MOST_DAYS = 14 * 24, 3650


@action("dictation.set_up")
def set_pace(*, actor: Actor, pace: Pace) -> None:
    """From its day on; what waits keeps the time it has. How long recordings are kept holds for all that are there.

    Raises Invalid per field.
    """
    wrong = {
        name: [f"From 1 to {MOST_HOURS} hours."]
        for name in ("stat", "asap", "routine")
        if not 1 <= getattr(pace, name) <= MOST_HOURS
    }
    if not 1 <= pace.keep_days <= MOST_DAYS:
        wrong["keep_days"] = [f"From 1 to {MOST_DAYS} days."]
    if pace.kind not in kinds():
        wrong["kind"] = ["Choose a kind."]
    if wrong:
        raise Invalid("pace-odd", "Some fields need another look.", "", {"fields": wrong})
    DictationPace.objects.create(
        kind=pace.kind, since=pace.since, stat=pace.stat, asap=pace.asap, routine=pace.routine,
        keep_days=pace.keep_days, made_by=actor.name, made_at=clock.now(),
    )  # fmt: skip
    record("dictation_pace", of=pace.kind)
