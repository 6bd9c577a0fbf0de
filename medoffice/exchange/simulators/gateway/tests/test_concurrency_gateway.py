"""Many hands at one out-box, and a gateway that takes a message without saying so: each message goes once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from medoffice.exchange.simulators.gateway.api import set_mood, taken
from medoffice.exchange.simulators.gateway.tests.makers import make_visit, pass_by, remind
from medoffice.exchange.simulators.gateway.types import Mood
from medoffice.front_office.outreach.api import hand_over
from medoffice.front_office.outreach.tests.makers import state
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.worlds import current
from medoffice.security.types import PROGRAM


@pytest.mark.usefixtures("fresh_world")
def test_eight_hands_send_each_message_once_and_a_slow_gateway_has_it_once(
    fresh_world: str, django_db_blocker: DjangoDbBlocker
) -> None:
    clock.freeze(NOW)
    office = make_bookable_office()
    for n in range(4):
        remind(*make_visit(office, f"Vale {n}", f"217-555-01{n:02}", 8 + n))
    pass_by(8)

    def send(_: int) -> int:
        with current.use(fresh_world):
            try:
                return hand_over(actor=PROGRAM)
            finally:
                connections.close_all()

    clock.freeze(NOW.replace(minute=31))
    with django_db_blocker.unblock(), ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(send, range(8))) == 4
    assert [one.times for one in taken()] == [1] * 4

    late = remind(*make_visit(office, "Quist", "217-555-0177", 14))
    set_mood(Mood(slow=True))
    pass_by()
    assert state(late) == "queued"
    assert [one.times for one in taken() if one.id == late] == [1]
    set_mood(Mood())
    pass_by(600)
    pass_by()
    assert state(late) == "delivered"
    assert [one.times for one in taken() if one.id == late] in ([1], [2])
