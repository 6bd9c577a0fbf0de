"""What the command line may use of the laboratory link."""

import ssl
from collections.abc import Callable, Sequence

from medoffice.clinic.results.api import receive
from medoffice.clinic.results.types import Arrived
from medoffice.exchange.lab_link.actions.listen import listen
from medoffice.exchange.lab_link.actions.speak import speak
from medoffice.exchange.lab_link.types import Listening
from medoffice.kernel.worlds import current
from medoffice.security.types import PROGRAM

__all__ = ["serve", "speak"]


def serve(
    world: str,
    how: Listening,
    *,
    stop: Callable[[Callable[[], None]], None],
    ready: Callable[[int], None],
    tls: ssl.SSLContext | None = None,
) -> None:
    """Take in, in one world, what laboratories send, until stopped. Raises OSError for an address that is not free."""

    def keep(arrived: Sequence[Arrived]) -> list[bytes]:
        from django.db import connections

        with current.use(world):
            try:
                return receive(actor=PROGRAM, arrived=tuple(arrived))
            except Exception:
                connections.close_all()
                raise

    listen(how, keep, stop, ready, tls)
