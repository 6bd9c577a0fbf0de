"""A gateway that dies, is slow, or says everything twice, in any order: no message is lost, none doubled."""

import random
from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.exchange.simulators.gateway.api import set_mood, taken
from medoffice.exchange.simulators.gateway.tests.makers import make_visit, pass_by, remind
from medoffice.exchange.simulators.gateway.types import Mood
from medoffice.front_office.outreach.api import door_state, outreach_figures
from medoffice.front_office.outreach.tests.makers import state, the_check
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_bookable_office
from medoffice.kernel import clock
from tests.figures import figure

pytestmark = pytest.mark.soak
MESSAGES, ROUNDS, SEED = 160, 60, 7
MOODS = (Mood(), Mood(dead=True), Mood(slow=True), Mood(doubled=True), Mood(dead=True))


@pytest.mark.usefixtures("fresh_world")
def test_nothing_is_lost_or_doubled_whatever_the_gateway_does() -> None:
    clock.freeze(NOW)
    office, chance = make_bookable_office(), random.Random(SEED)
    visits = [make_visit(office, f"Vale {n}", f"217-555-01{n:02}", 8 + n) for n in range(4)]
    clock.freeze(local(24, 9))
    sent: list[UUID] = []
    told = 0
    for _ in range(ROUNDS):
        set_mood(chance.choice(MOODS))
        for _ in range(chance.randint(0, 6)):
            if len(sent) < MESSAGES:
                who, visit = visits[len(sent) % len(visits)]
                sent.append(remind(who, visit, f"reminder {len(sent)}"))
        pass_by(chance.choice((15, 60, 400)))
        told += door_state().down and not the_check().ok
    set_mood(Mood())
    while len(sent) < MESSAGES:
        who, visit = visits[len(sent) % len(visits)]
        sent.append(remind(who, visit, f"reminder {len(sent)}"))
    for _ in range(6):
        pass_by(1_000)
    states = [state(message) for message in sent]
    at_gateway = {one.id for one in taken()}
    lost = sum(one not in at_gateway for one in sent)
    assert outreach_figures().due == 0
    assert told > 0, "the gateway was never down for long enough to be told"
    assert (lost, len(at_gateway), set(states)) == (0, MESSAGES, {"delivered"})
    words = f"{MESSAGES} messages, {ROUNDS} rounds, {lost} lost, {len(taken()) - len(at_gateway)} doubled"
    figure("messages through a failing gateway", words, "0 lost, 0 doubled")
    assert clock.now() - NOW < timedelta(days=1)
