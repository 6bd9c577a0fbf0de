"""The worker of the tests: the real one, with jobs that show what it does; a program that runs in MEDOFFICE_WORLD."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import django


def named_alike(beside: Callable[[str], list[str]]) -> Callable[[str], list[str]]:
    """The worlds beside one whose names begin with its name: of the same test."""
    return lambda own: [name for name in beside(own) if name.startswith(own)]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
    django.setup()

    from medoffice.config.worker import main
    from medoffice.kernel import clock
    from medoffice.kernel.facts import fact
    from medoffice.kernel.ids import new_id
    from medoffice.kernel.jobs import job
    from medoffice.kernel.models import FirstResult, OutboxFact
    from medoffice.kernel.retries import Retry
    from medoffice.kernel.worlds import catalog

    @job("test.once", retry=Retry(5, first=timedelta(0)))
    def once(key: str) -> None:
        """Two steps, each committed: a row that is there once, then, held up while a file is there, the end."""
        FirstResult.objects.get_or_create(
            key=key, defaults={"action": "test.once", "request_hash": "", "result": None, "at": clock.now()}
        )
        while Path(os.environ["MEDOFFICE_TEST_GATE"]).exists():
            pass
        OutboxFact.objects.create(
            id=new_id(), kind="Ended", subject=new_id(), body={}, published_at=clock.now(), delivered_at=clock.now()
        )

    @fact
    @dataclass(frozen=True, slots=True)
    class NobodyListens:
        """A fact without listeners."""

    with patch.object(catalog, "worlds_beside", named_alike(catalog.worlds_beside)):
        main()
