"""When the office is open: some provider is there by their week, at a site that is not closed."""

from datetime import date, time
from itertools import pairwise

import pytest

from medoffice.front_office.scheduling.api import open_spans
from medoffice.front_office.scheduling.tests.makers import (
    AFTERNOON,
    MORNING,
    local,
    make_bookable_office,
    make_working_provider,
)
from medoffice.practice.api import close_site
from medoffice.practice.tests.makers import make_office
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


def test_closed_days_and_nights_and_weekends_are_not_in_it() -> None:
    office = make_bookable_office()
    make_working_provider(office.site_id, "Vega", stretches=((time(10), time(14)),))
    close_site(actor=PROGRAM, site_id=office.site_id, on=date(2026, 11, 26), reason="Thanksgiving")
    found = open_spans(date(2026, 11, 25), date(2026, 11, 29))
    assert found == [(local(25, 8), local(25, 17)), (local(27, 8), local(27, 17))]
    assert MORNING[1] < AFTERNOON[0]


def test_a_break_of_everybody_is_no_open_time_and_nothing_is_counted_twice() -> None:
    make_bookable_office()
    found = open_spans(date(2026, 11, 24), date(2026, 11, 24))
    assert found == [(local(24, 8), local(24, 12)), (local(24, 13), local(24, 17))]
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_before_anybody_has_a_week_it_is_the_usual_one() -> None:
    make_office()
    assert open_spans(date(2026, 11, 27), date(2026, 11, 28)) == [(local(27, 9), local(27, 17))]
