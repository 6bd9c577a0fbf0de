"""The simulated laboratory of this world, in its own time: a door of orders and a source of results."""

from medoffice.clinic.orders.api import register_lab_door
from medoffice.clinic.orders.types import Laboratory
from medoffice.clinic.results.api import register_result_source
from medoffice.clinic.results.types import Arrived
from medoffice.exchange.simulators.lab import api
from medoffice.kernel import clock


class SimulatorDoor:
    """The laboratory of demo, training and test worlds, as orders see it."""

    key = "simulator"

    def send(self, laboratory: Laboratory, data: bytes) -> bytes:  # noqa: ARG002 - there is one
        """Give an order over."""
        return api.take(data, clock.now())


class SimulatorSource:
    """The same, as results see it."""

    key = "simulator"

    def waiting(self) -> list[tuple[str, Arrived]]:
        """What it tells by the world's time."""
        found = api.waiting(clock.now())
        return [(one.key, Arrived(one.data, "simulator", "unfinished" if one.broken else "")) for one in found]

    def fetched(self, key: str, answer: bytes) -> None:  # noqa: ARG002 - it does not say anything again
        """Take it out of what it has to tell."""
        api.told(key)


register_lab_door(SimulatorDoor())
register_result_source(SimulatorSource())
