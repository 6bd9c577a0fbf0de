"""The web tier: granian, with the program loaded before its processes divide, so that they share most of its memory.

Takes granian's own options.
"""

import gc
import resource

from django.urls import reverse
from granian.cli import cli

from medoffice.config import wsgi  # noqa: F401 - it sets Django up


def main() -> None:
    """Load the program, then serve until told to stop."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # a connection is a file, and who connects need not ask
    reverse("desks:home")  # loads the screens of every room
    gc.collect()
    gc.freeze()  # the collector writes into what it looks at, and what is written is no longer shared
    cli()


if __name__ == "__main__":
    main()
