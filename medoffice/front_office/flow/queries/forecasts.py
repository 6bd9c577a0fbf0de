"""When those who wait will be seen, from the day as its log tells it and what the last thirty days teach."""

from collections.abc import Sequence
from datetime import date, timedelta

from medoffice.front_office.flow.rules.forecast import forecast, learn
from medoffice.front_office.flow.types import Forecast, PastVisit
from medoffice.front_office.scheduling.api import appointments_on, missed_share, planned
from medoffice.front_office.scheduling.types import OPEN
from medoffice.kernel import clock
from medoffice.practice.api import office_zone
from medoffice.records.encounters.api import stage_times
from medoffice.security.types import PROGRAM

BEHIND = timedelta(days=30)


def past_visits(first: date, last: date) -> list[PastVisit]:
    """The visits of some days as a forecast asks about them; no patient is named. Two queries."""
    times = stage_times(first, last)
    kinds = planned([one.cause for one in times])
    return [
        PastVisit(
            encounter_id=one.encounter_id,
            provider_id=one.provider_id,
            kind=kinds[one.cause][0],
            starts=kinds[one.cause][1],
            arrived=one.arrived,
            roomed=one.roomed,
            entered=one.entered,
            done=one.done,
            ended=one.ended,
        )
        for one in times
        if one.cause in kinds
    ]


def forecasts() -> list[Forecast]:
    """For everybody who waits now; nothing before the office has a past to learn from. Nine queries."""
    zone = office_zone()
    today = clock.today(zone)
    learned = learn(past_visits(today - BEHIND, today - timedelta(days=1)), missed_share(today - BEHIND))
    return forecast(past_visits(today, today), _due(today), learned, clock.now()) if learned else []


def _due(today: date) -> Sequence[PastVisit]:
    """Who is booked today and has not come."""
    booked = [one for one in appointments_on(PROGRAM, None, today, office_zone().key) if one.state in OPEN]
    return [PastVisit(one.id, one.provider_id, one.visit_type, one.starts, one.starts) for one in booked]
