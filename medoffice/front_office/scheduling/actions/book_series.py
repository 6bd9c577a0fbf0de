"""Book a series of visits: all of its dates or none."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from medoffice.front_office.scheduling.actions.placing import Wanted, place_all
from medoffice.front_office.scheduling.models import Series
from medoffice.front_office.scheduling.rules.recurrence import MOST, OddRuleError, read_rule, write_rule
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("appointments.book")
def book_series(
    *,
    actor: Actor,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    starts: tuple[datetime, ...],
    rule: str,
    visit_type: str,
    reason: str,
    call_id: UUID | None = None,
) -> UUID:
    """Book every one of these times as visits of one series; ``rule`` is how they recur (RRULE). Returns the series.

    The times are those of the rule, or what was chosen instead of those that are not free. Raises Invalid for no time,
    too many, or no rule; Refusal (series-not-free) with every date that is not free, and then nothing is booked.
    """
    require(actor, "appointments.book", patient_id)
    if not 1 <= len(set(starts)) == len(starts) <= MOST:
        raise Invalid("odd-series", f"A series has 1 to {MOST} different times.", "Choose them again.")
    try:
        rule = write_rule(read_rule(rule))
    except OddRuleError as odd:
        raise Invalid("odd-rule", str(odd), "Say again how it recurs.") from odd
    row = Series.objects.create(patient_id=patient_id, rule=rule, made_by=actor.name, made_at=clock.now())
    first = Wanted(patient_id, provider_id, site_id, starts[0], visit_type, reason, call_id, series_id=row.id)
    place_all(actor, [replace(first, starts=at) for at in sorted(starts)])
    record("appointment_series", row.id, subjects=[patient_id], visits=len(starts))
    return row.id
