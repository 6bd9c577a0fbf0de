"""The laboratory link, ready to be killed: the program is loaded once, each link is a fork of it, there in no time.

A program: ``python -m tests.faults.link_stem WORLD PORT``. For each line that it reads it starts another link and
prints its process, once it listens; the link before must be dead by then.
"""

import os
import signal
import sys
from collections.abc import Callable

from medoffice.config.server import database


def main() -> None:
    """Start a link for each line; none stays when the lines end."""
    world, port, link = sys.argv[1], int(sys.argv[2]), 0
    with database():
        for _ in sys.stdin:
            if link:
                os.waitpid(link, 0)
            link = os.fork()
            if not link:
                _listen(world, port)
                os._exit(0)
    if link:
        os.kill(link, signal.SIGTERM)
        os.waitpid(link, 0)


def _listen(world: str, port: int) -> None:
    from medoffice.exchange.lab_link.api import serve
    from medoffice.exchange.lab_link.types import Listening

    def stop(end: Callable[[], None]) -> None:
        signal.signal(signal.SIGTERM, lambda *_: end())

    serve(world, Listening(port=port), stop=stop, ready=lambda _: print(os.getpid(), flush=True))  # noqa: T201 - it is asked


if __name__ == "__main__":
    main()
