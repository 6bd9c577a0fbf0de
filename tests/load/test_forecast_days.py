"""The wait forecast on whole simulated days of Riverbend, learned from other weeks than it is held against."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.front_office.flow.api import past_visits
from medoffice.front_office.flow.rules.forecast import forecast, learn
from medoffice.front_office.flow.tests.test_rules_forecast import as_it_stood
from medoffice.kernel import clock
from medoffice.kernel.worlds import catalog, current
from medoffice.practice.api import office_zone
from medoffice.rehearsal.demo.api import make_demo_world
from tests.figures import figure

pytestmark = pytest.mark.soak
EVERY = timedelta(minutes=10)


def test_the_forecast_s_span_on_held_out_days_of_another_seed(
    worker_id: str, django_db_blocker: DjangoDbBlocker
) -> None:
    visits = {}
    with django_db_blocker.unblock():
        for seed in (7, 8):
            name = f"waits-{seed}-{worker_id}"
            make_demo_world(name, print, weeks=3, people=100, seed=seed)
            with current.use(name):
                today = clock.today(office_zone())
                visits[seed] = past_visits(today - timedelta(days=30), today - timedelta(days=1))
            catalog.drop(name)
    learned = learn(visits[7], missed=0.05)
    assert learned is not None
    held, told = 0, 0
    for on in {one.arrived.date() for one in visits[8]}:
        day = [one for one in visits[8] if one.arrived.date() == on]
        truth = {one.encounter_id: one.entered for one in day}
        now = datetime(on.year, on.month, on.day, 13, tzinfo=UTC)
        while now.date() == on and now.hour < 24:
            come, due = as_it_stood(day, now)
            for one in forecast(come, due, learned, now):
                entered = truth[one.encounter_id]
                if entered is not None:
                    told += 1
                    held += one.low <= entered <= one.high
            now += EVERY
    share = held / told
    figure("wait forecast, 80 % span on held-out days", f"{share:.0%} of {told} forecasts held", "70 to 90 %")
    assert told > 200
    assert 0.70 <= share <= 0.90, f"{held} of {told}"
