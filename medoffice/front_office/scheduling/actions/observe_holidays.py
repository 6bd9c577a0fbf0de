"""Close every site on holidays."""

from datetime import date

from medoffice.front_office.scheduling.queries.holidays import holidays_ahead
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import close_site, sites
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def observe_holidays(*, actor: Actor, on: tuple[str, ...], today: date) -> int:
    """Close all sites on these holidays (ISO dates) of those ahead; returns how many days. Booked visits stay booked.

    Raises Invalid for a day that is no holiday ahead.
    """
    names = {one.on.isoformat(): one.name for one in holidays_ahead(today)}
    if not set(on) <= names.keys():
        raise Invalid("no-holiday", "One of these days is no holiday ahead.", "Choose from the list.")
    for day in on:
        for place in sites():
            close_site(actor=actor, site_id=place.id, on=date.fromisoformat(day), reason=names[day])
    record("closure", None, days=list(on))
    return len(on)
