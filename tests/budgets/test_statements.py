"""Every main screen stays within its budget of statements, on a small demo office; the bench measures the whole one.

Counts do not depend on the machine. ``bench/budgets.toml`` holds them.
"""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from bench.screens import Screen, ask, browser, screens, things
from medoffice.kernel.worlds import catalog, current
from medoffice.rehearsal.demo.api import make_demo_world


@pytest.fixture(scope="module")
def office(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, str]]:
    """A demo office with two weeks behind it, so that payers have paid, and the ids of things in it."""
    name = f"budgets-{worker_id}"
    with django_db_blocker.unblock():
        make_demo_world(name, print, weeks=2, people=100)
        with current.use(name):
            yield things()
        catalog.drop(name)


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.name)
def test_a_screen_stays_within_its_statements(
    office: dict[str, str], screen: Screen, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock():
        client = browser(screen.who)
        ask(client, screen, office)
        asked = ask(client, screen, office)
    assert 0 < asked <= screen.statements


def test_every_room_with_screens_has_one_with_a_budget() -> None:
    rooms = {screen.path.split("/")[1] for screen in screens()}
    assert rooms >= {"front", "scheduling", "charting", "coding", "claims", "billing", "books", "ledger", "follow"}
