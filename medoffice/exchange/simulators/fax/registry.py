"""The simulated fax line of this world, in its own time; registered at faxes."""

from io import BytesIO

from medoffice.exchange.simulators.fax import api
from medoffice.kernel import clock
from medoffice.records.faxes.api import register_fax_line
from medoffice.records.faxes.types import Call, Outcome, Told


class SimulatorLine:
    """The fax line of demo, training and test worlds."""

    key = "simulator"

    def send(self, call: Call) -> None:
        """Hand the call over, its pages counted."""
        from pypdf import PdfReader

        pages = len(PdfReader(BytesIO(call.pages)).pages)
        api.take(call.fax_id, call.attempt, call.to_number, pages, clock.now())

    def waiting(self) -> list[Told]:
        """What it tells by the world's time."""
        return [
            Told(one.key, one.fax_id, one.attempt, Outcome(one.outcome), one.pages, one.answered, one.at)
            for one in api.waiting(clock.now())
        ]

    def fetched(self, key: str) -> None:
        """Take it out of its news."""
        api.fetched(key)


register_fax_line(SimulatorLine())
