"""The link as a door of dictation."""

from collections.abc import Sequence
from typing import BinaryIO

from medoffice.clinic.dictation.api import register_hearing_door
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.exchange.hearing_link.actions.hear import hear
from medoffice.exchange.hearing_link.rules.places import checked
from medoffice.kernel.heard import Heard


class ServerDoor:
    """A server in the office's network, by the wire of many such servers."""

    def checked(self, server: HearingServer) -> HearingServer:
        """As it is kept. Raises Refusal for one that may not be asked."""
        return checked(server)

    def hear(self, recording: BinaryIO, hints: Sequence[str], server: HearingServer) -> Heard:
        """What it hears. Raises Refusal (``hearing.*``)."""
        return hear(recording, hints, server)


register_hearing_door(Recogniser.SERVER, ServerDoor())
