"""Fetch what waits at the clearinghouse: store, act, and only then say it was fetched."""

from uuid import UUID

from medoffice.revenue.claims.actions.door import clearinghouse
from medoffice.revenue.claims.actions.receive_file import receive_file
from medoffice.security.api import acts_of_their_own
from medoffice.security.types import Actor


def fetch_files(*, actor: Actor) -> list[UUID]:
    """Receive every waiting file; returns the inbound files. Each one is an act of its own, committed before it is

    acknowledged; a crash in between makes the file come again, and the same bytes do nothing twice.
    """
    door, received = clearinghouse(), []
    with acts_of_their_own():
        for waiting in door.waiting():
            received.append(receive_file(actor=actor, name=waiting.name, data=waiting.data))
            door.fetched(waiting.name)
    return received
