"""The wire as a door of orders."""

from medoffice.clinic.orders.api import register_lab_door
from medoffice.clinic.orders.types import Laboratory
from medoffice.exchange.lab_link.actions.speak import speak


class WireDoor:
    """Orders over the wire (MLLP), to the address of the laboratory."""

    key = "mllp"

    def send(self, laboratory: Laboratory, data: bytes) -> bytes:
        """Speak to it. Raises Refusal when it does not answer."""
        return speak(laboratory.host, laboratory.port, data)


register_lab_door(WireDoor())
