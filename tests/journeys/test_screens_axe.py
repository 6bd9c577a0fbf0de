"""Every screen in a real browser: axe finds nothing, light and dark; the policy complains of nothing; no other host."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from playwright.sync_api import Browser, Page, sync_playwright

from medoffice.config.wsgi import application
from medoffice.kernel.certificates import issued
from medoffice.kernel.ids import new_id
from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS
from medoffice.security.tests.makers import PASSWORD
from medoffice.ui.tests.browser import axe, serving
from tests.journeys.screens import MORNING, Screens, make_small_office

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"there is no {CHROMIUM}"),
]
# Not screens of an office that runs: home leads on, set-up is for an empty office, the rest are files.
# Whoever is half in, or has locked the screen, is in test_identity.
ELSEWHERE = {"desks:home", "security:set-up", "billing:statement", "desks:trust-certificate", "scheduling:feed"} | {
    "forms:paper",
    "patients:label",
    "patients:photo-file",
    "desks:board",
    "documents:page",
    "documents:file",
    "documents:cover",
    "downtime:pdf",
    "letters:draft",
    "letters:merge-labels",
    "letters:merge-pages",
    "letters:merge-sheets",
    "letters:paper",
    "letters:word-file",
    "faxes:pages",
    "releases:page",
    "releases:packet",
    "security:second",
    "security:locked",
    "calls:promise",
    "calls:ringing",
}
# What a page leaves in the browser beside its cookies.
KEPT = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(window.caches ? await caches.keys() : []), ...(await indexedDB.databases()).map((one) => one.name)]"""
# Opened before anybody is signed in.
BEFORE = ("desks:trust", "security:sign-in", "security:first-password")


@pytest.fixture(autouse=True)
def _loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright keeps an event loop in this thread; the office is made in it all the same, before the browser asks."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def address(fresh_world: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The product itself, as the server runs it, in a world of this test's own."""
    monkeypatch.setenv("MEDOFFICE_WORLD", fresh_world)
    with serving(application) as where:
        yield where


def _page(browser: Browser, complaints: list[str]) -> Page:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, color_scheme="light", reduced_motion="reduce")
    page.set_default_timeout(15000)
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if _is_elsewhere(asked.url) else None)
    return page


def _is_elsewhere(url: str) -> bool:
    return urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname != "127.0.0.1"


def _faults(page: Page, where: str, complaints: list[str]) -> list[str]:
    """What is wrong with the page that is open, light and dark."""
    wide, high = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    found = [*complaints, *axe(page)]
    found += (
        ["the page scrolls, not its panes"] if page.locator(".frame").count() and (wide, high) > (1366, 768) else []
    )
    found += [f"kept in the browser: {kept}" for kept in page.evaluate(KEPT)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {fault}" for fault in axe(page, "color-contrast")]
    page.emulate_media(color_scheme="light")
    complaints.clear()
    return [f"{where} {fault}" for fault in found]


def _sign_in(page: Page, address: str, who: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{address}security/sign-in/")
    page.get_by_label("Sign-in name").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()


def _routes(patterns: list[URLPattern | URLResolver], room: str = "") -> Iterator[tuple[str, int]]:
    """Every named address of the product, with how many ids it needs."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else room)
        elif pattern.name:
            yield f"{room}{pattern.name}", len(pattern.pattern.converters)


def _answers_get(route: str, ids: int) -> bool:
    """Whether an address is a screen: what only takes forms says so before it looks at anything else."""
    known: dict[str, list[object]] = {"desks:follow": ["claim", new_id()], "ledger:account": ["1110"]}
    known["security:factor-off"] = ["7"]
    known["documents:page"] = [new_id(), "1"]
    known["releases:page"] = [new_id(), "note", "1"]
    known["dashboard:report"] = known["dashboard:take"] = ["site"]
    known["scheduling:change"] = [new_id(), "confirm"]
    args = known.get(route) or [new_id() for _ in range(ids)]
    return Client().get(reverse(route, args=args)).status_code != 405


def _not_opened(screens: Screens) -> set[str]:
    known = screens.by_route.keys() | ELSEWHERE | set(BEFORE)
    return {
        route for route, ids in _routes(get_resolver().url_patterns) if route not in known and _answers_get(route, ids)
    }


def test_every_screen_is_clean_in_light_and_dark(
    address: str, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "TLS_AUTHORITY", str(issued(tmp_path, ["office.lan"], [], MORNING).authority))
    complaints: list[str] = []
    page = _page(browser, complaints)
    page.goto(f"{address}security/set-up/")
    faults = _faults(page, "set-up", complaints)
    screens = make_small_office()
    assert _not_opened(screens) == set(), "these screens are not opened by this test: add them to the small office"
    for route in BEFORE:
        page.goto(f"{address}{reverse(route)[1:]}")
        faults += _faults(page, route, complaints)
    for who, found in groupby(screens.all, key=lambda one: one[0]):
        _sign_in(page, address, who)
        complaints.clear()
        for _, path in found:
            answer = page.goto(f"{address}{path[1:]}")
            assert answer is not None
            faults += [f"{path} answers {answer.status}"] if answer.status != 200 else []
            faults += _faults(page, f"{who} {path}", complaints)
            complaints.clear()
    for path in ("claims/", "nothing/here/"):
        _sign_in(page, address, "nox")
        answer = page.goto(f"{address}{path}")
        assert answer is not None
        assert answer.status == 404, "what is forbidden looks as if it were not there"
        faults += _faults(page, f"nox {path}", [])
        complaints.clear()
    assert "\n".join(faults) == ""
    assert len(screens.all) > 45
