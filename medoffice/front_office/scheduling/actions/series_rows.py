"""The visits of a series that a change is about."""

from medoffice.front_office.scheduling.models import Appointment
from medoffice.front_office.scheduling.types import OPEN, Scope
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal


def standing(row: Appointment, scope: Scope) -> list[Appointment]:
    """Those that still stand, by start: this one, this and the later ones, or all that are to come.

    Raises Refusal for a visit of no series, and where nothing is left.
    """
    if scope is Scope.THIS:
        return [row]
    if row.series_id is None:
        raise Refusal("no-series", "This visit belongs to no series.", "Change it by itself.")
    rows = Appointment.objects.select_for_update().filter(series_id=row.series_id, state__in=OPEN)
    first = row.during.lower if scope is Scope.FOLLOWING else clock.now()
    found = list(rows.filter(during__startswith__gte=first).order_by("during"))
    if not found:
        raise Refusal("series-over", "No visit of this series is to come.", "Book a new one.")
    return found
