"""The office and the browser that journeys share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS, PATIENCE
from medoffice.revenue.claims.tests.makers import Place
from tests.journeys.riverbend import Counted, Person, office_of_claims, small_riverbend


@pytest.fixture(scope="module")
def address(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A small office, current for the tests of a module."""
    with django_db_blocker.unblock(), small_riverbend(f"j-{worker_id}") as where:
        yield where


@pytest.fixture(scope="module")
def claims_office(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, Place]]:
    """An office whose biller has exceptions to work, current for the tests of a module, with its address."""
    with django_db_blocker.unblock(), office_of_claims(f"b-{worker_id}") as made:
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium; where there is none, the journeys say so and are skipped."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def person(browser: Browser, address: str) -> Iterator[Person]:
    """Somebody at a keyboard; a complaint of the browser fails the test."""
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(address) else None)
    yield Person(page, address)
    page.close()
    assert complaints == []


@pytest.fixture
def lind(person: Person) -> Counted:
    """Receptionist Lind at her desk, her acts counted."""
    found = Counted(person.page, person.address)
    found.come_in("lind", "/front/")
    found.acts = 0
    return found
