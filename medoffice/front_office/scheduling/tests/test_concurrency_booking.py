"""Sixteen people want one time: one gets it, the others are told in words what is free."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from medoffice.front_office.scheduling.api import appointment, appointments_of
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM

THREADS = 16


@pytest.mark.usefixtures("fresh_world")
def test_one_of_sixteen_wins_a_time(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> None:
    clock.freeze(NOW)
    office = make_bookable_office()
    people = [make_patient("Quist", f"Otto {number}") for number in range(THREADS)]
    start = Barrier(THREADS, timeout=60)

    def want(number: int) -> UUID | Refusal:
        """Times that overlap: every second one begins ten minutes later."""
        with current.use(fresh_world):
            try:
                start.wait()
                return make_appointment(office, people[number], local(24, 10, 10 * (number % 2)))
            except Refusal as refusal:
                return refusal
            finally:
                connections.close_all()

    with django_db_blocker.unblock(), ThreadPoolExecutor(THREADS) as pool:
        results = list(pool.map(want, range(THREADS)))
    lost = [result for result in results if isinstance(result, Refusal)]
    (won,) = [appointment(result) for result in results if isinstance(result, UUID)]
    assert len(lost) == THREADS - 1
    for refusal in lost:
        free = refusal.detail["free"]
        assert (refusal.code, len(free)) == ("slot-taken", 3)
        assert all(slot.ends <= won.starts or won.ends <= slot.starts for slot in free)
    assert sum(len(appointments_of(PROGRAM, who)) for who in people) == 1
