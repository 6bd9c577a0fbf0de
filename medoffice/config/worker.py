"""The worker: what happens without anybody clicking - facts delivered, audit sealed, files fetched, nightly proofs.

Every duty is idempotent and an act of its own; a failure is logged and tried again in the next round.
"""

import logging
import os
import time
from collections.abc import Callable

log = logging.getLogger("medoffice.worker")
ROUND_SECONDS = 2.0


def main() -> None:
    """Work in the world the environment names until the process is ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
    import django

    django.setup()
    from medoffice.kernel.worlds import current

    world = os.environ.get("MEDOFFICE_WORLD", "practice")
    due: dict[str, float] = {}
    while True:
        for name, every, duty in _duties():
            if time.monotonic() >= due.get(name, 0.0):
                due[name] = time.monotonic() + every
                with current.use(world):
                    _try(name, duty)
        time.sleep(ROUND_SECONDS)


def _duties() -> list[tuple[str, float, Callable[[], object]]]:
    """What to do and how often (seconds)."""
    from medoffice.kernel.facts import deliver
    from medoffice.revenue.claims.api import chase_overdue, fetch_files, transmit_files
    from medoffice.security.api import seal
    from medoffice.security.types import PROGRAM

    return [
        ("facts", 2.0, deliver),
        ("seal", 5.0, seal),
        ("transmit", 30.0, lambda: transmit_files(actor=PROGRAM)),
        ("fetch", 60.0, lambda: fetch_files(actor=PROGRAM)),
        ("overdue", 3600.0, lambda: chase_overdue(actor=PROGRAM)),
    ]


def _try(name: str, duty: Callable[[], object]) -> None:
    try:
        duty()
    except Exception as error:  # noqa: BLE001 - one duty's failure must not stop the others; it is logged and retried
        log.error("duty %s failed: %s", name, type(error).__name__)


if __name__ == "__main__":
    main()
