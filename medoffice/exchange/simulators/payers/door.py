"""The door to the simulated payers of this world, in its own time."""

from medoffice.exchange.simulators.payers import api as simulator
from medoffice.kernel import clock
from medoffice.revenue.claims.types import WireFile


class SimulatorDoor:
    """The simulated payers of this world, in its own time."""

    key = "simulator"

    def send(self, name: str, data: bytes) -> None:  # noqa: ARG002 - payers do not see our file names
        """Hand the file over."""
        simulator.receive(data, clock.now())

    def waiting(self) -> list[WireFile]:
        """What the payers have ready by the world's time."""
        return [WireFile(name, data) for name, data in simulator.waiting(clock.now())]

    def fetched(self, name: str) -> None:
        """Take it out of the mail."""
        simulator.fetched(name)
