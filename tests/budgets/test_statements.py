"""Every main screen stays within its budget of statements, on a small demo office; the bench measures the whole one.

Counts do not depend on the machine. ``bench/budgets.toml`` holds them.
"""

import pytest

from bench.screens import Screen, ask, browser, screens, things


@pytest.fixture(scope="module")
def office(demo: str) -> dict[str, str]:  # noqa: ARG001 - the demo office, for its effect
    """The ids of things in a demo office with two weeks behind it, so that payers have paid."""
    return things()


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.name)
def test_a_screen_stays_within_its_statements(office: dict[str, str], screen: Screen) -> None:
    client = browser(screen.who)
    ask(client, screen, office)
    asked = ask(client, screen, office)
    assert 0 < asked <= screen.statements


def test_every_room_with_screens_has_one_with_a_budget() -> None:
    rooms = {screen.path.split("/")[1] for screen in screens()}
    assert rooms >= {"front", "scheduling", "charting", "coding", "claims", "billing", "books", "ledger", "follow"}
