"""Thirty-two hands reach for two rooms and one machine in the same moment: never more than there are (P12, P16)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection, connections
from pytest_django.plugin import DjangoDbBlocker

from medoffice.front_office.scheduling.api import book, set_rule
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_working_provider
from medoffice.front_office.scheduling.tests.test_actions_resources import make_clinic
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM

HANDS = 32
MOST_AT_ONCE = (
    "SELECT max(n) FROM (SELECT count(*) AS n FROM appointment_holding a JOIN appointment_holding b"
    " ON a.unit_id = b.unit_id AND a.live AND b.live AND lower(a.during) <@ b.during AND a.unit_id = ANY(%s)"
    " GROUP BY a.id) AS counts"
)


@pytest.mark.usefixtures("fresh_world")
def test_thirty_two_never_exceed_what_there_is(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> None:
    clock.freeze(NOW)
    clinic = make_clinic()
    people = [make_patient("Quist", f"Otto {number}") for number in range(HANDS)]
    who = [
        clinic.office.provider_id,
        clinic.vega,
        *(make_working_provider(clinic.office.site_id, f"P{n}") for n in range(6)),
    ]
    set_rule(actor=PROGRAM, unit_id=clinic.vega, at_once=3)
    start = Barrier(HANDS, timeout=60)

    def want(number: int) -> UUID | str:
        """Overlapping times, with and without the machine, of eight providers at once."""
        with current.use(fresh_world):
            try:
                start.wait()
                return book(
                    actor=PROGRAM,
                    patient_id=people[number],
                    provider_id=who[number % len(who)],
                    site_id=clinic.office.site_id,
                    starts=local(24, 10) + timedelta(minutes=10 * (number % 3)),
                    visit_type="heart" if number % 2 else "exam",
                    reason="at once",
                )
            except Refusal as refusal:
                return refusal.code
            finally:
                connections.close_all()

    with django_db_blocker.unblock(), ThreadPoolExecutor(HANDS) as pool:
        results = list(pool.map(want, range(HANDS)))
        won = [one for one in results if isinstance(one, UUID)]
        most = {}
        for name, ids in (
            ("rooms", clinic.rooms),
            ("machine", [clinic.ecg]),
            ("helper", [clinic.helper]),
            ("people", who),
        ):
            with connection.cursor() as cursor:
                cursor.execute(MOST_AT_ONCE, [list(ids)])
                most[name] = cursor.fetchone()[0]
    assert 2 <= len(won) <= 4
    assert {one for one in results if isinstance(one, str)} <= {"slot-taken", "unit-taken"}
    assert (most["rooms"], most["helper"] or 0, most["machine"] or 0) <= (1, 1, 1)
    assert most["people"] == 1
