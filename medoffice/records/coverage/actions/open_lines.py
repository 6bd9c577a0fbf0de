"""Let payers be called again whose lines were taken to be dead: a person has reason to think so."""

from medoffice.records.coverage.models import Line
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coverage.ask")
def open_lines(*, actor: Actor) -> int:
    """Open every line; one that fails again is shut again at once. Returns how many were shut."""
    opened = Line.objects.filter(shut_until__isnull=False).update(shut_until=None)
    record("eligibility_line", lines=opened)
    return opened
