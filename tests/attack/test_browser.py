"""Programs left in every text, then every page opened in a real browser: none of them runs, none becomes an element."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

from medoffice.config.wsgi import application
from medoffice.kernel import clock
from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS, PATIENCE
from medoffice.ui.tests.browser import serving
from tests.attack.test_access import PROGRAM_LEFT, addresses, everybody, leave_programs
from tests.figures import figure
from tests.policy.office import NOON, make_world

pytestmark = [
    pytest.mark.soak,
    pytest.mark.journey,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"there is no {CHROMIUM}"),
]
HOOK = "window.ran = 0; window.hit = () => { window.ran += 1; }; window.alert = window.hit;"
LEFT = "[...document.querySelectorAll('img[src=\"x\"], svg[onload]')].length"


@pytest.fixture(autouse=True)
def _loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright keeps an event loop in this thread; the office is made in it all the same."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def hooked(browser: Browser) -> Page:
    """A page that counts what runs in it."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(HOOK)
    return page


def test_no_program_that_was_left_runs_on_any_page(
    fresh_world: str, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDOFFICE_WORLD", fresh_world)
    clock.freeze(NOON)
    world, client = make_world(), everybody()
    stands = leave_programs(client, world, 1)
    client = client if client.get("/front/").status_code == 200 else everybody()
    page, ran, opened = hooked(browser), [], 0
    with serving(application) as where:
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": where}])
        for address in addresses(world.ids):
            answer = client.get(address)  # one without a body is shown as the browser's own page
            if answer.content and answer.headers.get("Content-Type", "").startswith("text/html"):
                page.goto(f"{where}{address[1:]}")
                opened += 1
                ran += [address] if page.evaluate("window.ran") or page.evaluate(LEFT) else []
    figure("programs left in texts", f"in {stands} columns, {opened} pages opened, {len(ran)} ran", "0 ran")
    assert ran == []
    assert (stands > 5, opened > 25) == (True, True)


def test_the_hook_counts_what_runs(browser: Browser) -> None:
    page = hooked(browser)
    page.goto("about:blank")
    page.set_content(f"<p>{PROGRAM_LEFT}</p>")
    page.wait_for_function("window.ran > 0")
    assert page.evaluate(LEFT) == 2
