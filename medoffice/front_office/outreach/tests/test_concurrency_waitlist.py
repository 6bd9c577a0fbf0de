"""Thirty-two people are offered one time and all say yes at once: one has it, nobody twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from medoffice.front_office.outreach.api import accept_offer, add_to_waitlist
from medoffice.front_office.outreach.tests.makers import make_offers, the_offers, who_waits
from medoffice.front_office.scheduling.api import appointments_of, hold_time
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_bookable_office, who_holds
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM

RACERS = 32


@pytest.mark.usefixtures("fresh_world")
def test_of_thirty_two_who_accept_one_wins(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> None:
    clock.freeze(NOW)
    office, starts = make_bookable_office(), local(25, 9)
    until = clock.now() + timedelta(minutes=30)
    hold = hold_time(
        actor=PROGRAM,
        kind="sick",
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts,
        until=until,
        says="offered",
    )
    people = [make_patient(f"Racer {n}", phone=f"217-555-01{n:02}") for n in range(RACERS)]
    waiters = [add_to_waitlist(actor=PROGRAM, patient_id=who, kind="sick") for who in people]
    offers = make_offers(hold, waiters, office.provider_id, office.site_id, starts)
    start = Barrier(RACERS, timeout=60)

    def accept(number: int) -> UUID | Refusal:
        with current.use(fresh_world):
            try:
                start.wait()
                return accept_offer(actor=PROGRAM, offer_id=offers[number])
            except Refusal as refusal:
                return refusal
            finally:
                connections.close_all()

    with django_db_blocker.unblock(), ThreadPoolExecutor(RACERS) as pool:
        results = list(pool.map(accept, range(RACERS)))
    (won,) = [one for one in results if isinstance(one, UUID)]
    lost = [one for one in results if isinstance(one, Refusal)]
    assert {refusal.code for refusal in lost} == {"offer-over"}
    assert len(lost) == RACERS - 1
    assert sum(len(appointments_of(PROGRAM, who)) for who in people) == 1
    assert who_holds() == [won]
    assert sorted(one.state for one in the_offers()) == ["accepted", *["too_late"] * (RACERS - 1)]
    assert sum(who_waits(one).state == "booked" for one in waiters) == 1
