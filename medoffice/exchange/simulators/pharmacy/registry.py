"""The simulated pharmacy of this world, in its own time: a line of prescriptions."""

from medoffice.clinic.prescriptions.api import register_pharmacy_line
from medoffice.clinic.prescriptions.types.wire import Incoming, Outgoing
from medoffice.exchange.pharmacy_link.api import read, write
from medoffice.exchange.simulators.pharmacy import api
from medoffice.kernel import clock


class SimulatorLine:
    """The pharmacies of demo, training and test worlds."""

    key = "simulator"

    def write(self, told: Outgoing) -> bytes:
        """As the wire writes it."""
        return write(told)

    def read(self, data: bytes) -> Incoming:
        """As the wire reads it. Raises Refusal for what is no message to this office."""
        return read(data)

    def send(self, name: str, data: bytes) -> None:  # noqa: ARG002 - its number is in it
        """Give a message over."""
        api.take(data, clock.now())

    def waiting(self) -> list[tuple[str, bytes]]:
        """What it tells by the world's time."""
        return api.waiting(clock.now())

    def fetched(self, name: str) -> None:
        """Take it out of what it has to tell."""
        api.told(name)


register_pharmacy_line(SimulatorLine())
