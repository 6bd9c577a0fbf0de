"""The doors to the simulated payers of this world, in its own time; registered where claims and coverage keep them."""

from medoffice.exchange.simulators.payer import api
from medoffice.kernel import clock
from medoffice.records.coverage.api import register_eligibility_door
from medoffice.revenue.claims.api import register_clearinghouse
from medoffice.revenue.claims.types import WireFile


class SimulatorDoor:
    """The clearinghouse of demo, training and test worlds."""

    key = "simulator"

    def send(self, name: str, data: bytes) -> None:  # noqa: ARG002 - payers do not see our file names
        """Hand the file over."""
        api.receive(data, clock.now())

    def waiting(self) -> list[WireFile]:
        """What the payers have ready by the world's time."""
        return [WireFile(name, data) for name, data in api.waiting(clock.now())]

    def fetched(self, name: str) -> None:
        """Take it out of the mail."""
        api.fetched(name)


class SimulatorEligibility:
    """The payers' line for eligibility questions in demo, training and test worlds."""

    key = "simulator"

    def ask(self, name: str, data: bytes) -> bytes | None:  # noqa: ARG002 - payers do not see our file names
        """Ask, and wait for the answer."""
        return api.ask(data, clock.now())


register_clearinghouse(SimulatorDoor())
register_eligibility_door(SimulatorEligibility())
