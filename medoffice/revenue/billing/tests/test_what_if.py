"""What a changed week is worth: what past visits were charged, on average by kind, and to nobody else."""

from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.front_office.scheduling.api import define_visit_type, mark_arrived, what_if
from medoffice.front_office.scheduling.tests.makers import MORNING, local, make_appointment, make_hours
from medoffice.front_office.scheduling.types import Block
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.queries.charges import charge, charged
from medoffice.revenue.billing.tests.makers import make_charges, make_office
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
ONLY_MONDAYS = (Block(0, *MORNING),)


def test_what_the_visits_behind_were_charged_tells_what_another_week_is_worth() -> None:
    """Two visits of $150 and $190 on Tuesday and one that was not charged: $170 each; on Mondays all find a time."""
    with clock.frozen(local(20, 8)):
        office = make_office()
        make_hours(office.provider_id, office.site_id)
        define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
        visits = [make_appointment(office, make_patient(), local(24, hour)) for hour in (9, 10, 14)]
    made: list[UUID] = []
    for number, services in enumerate((("visit",), ("visit", "culture"))):
        with clock.frozen(local(24, 9) + timedelta(hours=number)):
            mark_arrived(actor=PROGRAM, appointment_id=visits[number])
            made += make_charges(office, make_patient(), *services, cause=Ref("appointment", visits[number]))
    with clock.frozen(local(24, 14)):
        mark_arrived(actor=PROGRAM, appointment_id=visits[2])
    with clock.frozen(local(25, 8)):
        told = what_if(PROGRAM, office.provider_id, office.site_id, ONLY_MONDAYS)
        closed = what_if(PROGRAM, office.provider_id, office.site_id, ())
        charged_visits = {found for one in made if (found := charge(one).encounter_id)}
        assert sorted(charged(PROGRAM, charged_visits).values()) == [Money(15_000), Money(19_000)]
        assert charged(person("nox"), charged_visits) == {}
    assert told is not None
    assert closed is not None
    assert (told.charged, told.money_before, told.money_after) == (2, Money(51_000), Money(51_000))
    assert (told.placed.moved, told.placed.other_day) == (0, 3)
    assert (closed.money_before, closed.money_after, len(closed.placed.lost)) == (Money(51_000), Money(0), 3)
