"""Say how long documents are kept, from a day on, and by which law or decision."""

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.sources import is_named
from medoffice.records.documents.models import OfficeKeeping
from medoffice.records.documents.queries.kinds import keepings
from medoffice.records.documents.types.keeping import Keeping
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST = 100  # years


@action("documents.set_up")
def set_keeping(*, actor: Actor, rule: Keeping) -> None:
    """From its day on these documents are kept so long. What came with the program is unverified until this is said.

    Raises Invalid for a rule that is none, more than a hundred years, or no source.
    """
    wrong: dict[str, list[str]] = {}
    if rule.key not in keepings():
        wrong["key"] = ["Choose from the list."]
    for name in ("years", "years_after_18"):
        if not 0 <= getattr(rule, name) <= MOST:
            wrong[name] = [f"From 0 to {MOST} years."]
    source = rule.source.strip()
    if not is_named(source) or len(source) > 200:
        wrong["source"] = ["Say by which law or decision of the office."]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    row = OfficeKeeping.objects.create(
        key=rule.key,
        since=rule.since,
        years=rule.years,
        years_after_18=rule.years_after_18,
        source=source,
        made_by=actor.name,
        made_at=clock.now(),
    )
    record("document keeping", row.id, rule=rule.key)
