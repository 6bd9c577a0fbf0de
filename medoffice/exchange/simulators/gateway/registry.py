"""The door to the simulated gateway of this world, in its own time; registered at the door that outreach keeps."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from medoffice.exchange.simulators.gateway import api
from medoffice.front_office.outreach.api import register_gateway
from medoffice.front_office.outreach.types.messages import Letter, TellKind, Told
from medoffice.kernel import clock
from medoffice.kernel.worlds import current


class SimulatorGateway:
    """The gateway of demo, training and test worlds."""

    key = "simulator"

    def send(self, letter: Letter) -> None:
        """Hand the message over. One that is slow has it for good before the office gives up waiting."""
        if api.mood().slow:
            _apart(letter)
            api.slow_answer()
        api.take(letter.id, letter.channel.value, letter.to, letter.body, clock.now())

    def waiting(self) -> list[Told]:
        """What it tells by the world's time."""
        return [
            Told(one.key, TellKind(one.kind), one.message_id, one.sender, one.text, one.at)
            for one in api.waiting(clock.now())
        ]

    def fetched(self, key: str) -> None:
        """Take it out of its news."""
        api.fetched(key)


def _apart(letter: Letter) -> None:
    """In a transaction of its own, as a counterpart elsewhere would."""
    world = current.name()

    def take() -> None:
        with current.use(world):
            try:
                api.take(letter.id, letter.channel.value, letter.to, letter.body, clock.now())
            finally:
                connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(take).result()


register_gateway(SimulatorGateway())
