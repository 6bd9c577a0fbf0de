"""Every screen in a real browser: axe finds nothing, light and dark; the policy complains of nothing; no other host; no
key stands for two things."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from playwright.sync_api import Browser, Page

from medoffice.config.wsgi import application
from medoffice.kernel.certificates import issued
from medoffice.kernel.ids import new_id
from medoffice.kernel.tests.chromium import CHROMIUM, PATIENCE
from medoffice.security.tests.makers import PASSWORD
from medoffice.ui.tests.browser import axe, serving
from tests.journeys.keys import Keys
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
    "desks:day-lines",
    "dictation:loose-sound",
    "dictation:sound",
    "dictation:take-sound",
    "results:whose",
    "documents:page",
    "documents:file",
    "documents:cover",
    "downtime:pdf",
    "letters:draft",
    "orders:labels",
    "orders:paper",
    "coding:defence",
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
# All colours are the design system's: of the screens a quarter is looked at in each scheme here, all in `make soak`.
SCHEMES = "light", "dark"
TURNS = ("light",), (), ("dark",), ()
# Opened before anybody is signed in.
BEFORE = ("desks:trust", "security:sign-in", "security:first-password")


# Who opens the screens, a test each.
PEOPLE = "abara", "chen", "ferreira", "haddad", "helper", "lind", "moreau", "okafor", "petrov", "ruiz", "vega"


@dataclass(frozen=True)
class Office:
    """The product as the server runs it, with a browser at it, and what it said while it was empty."""

    browser: Browser
    address: str
    screens: Screens
    said_empty: list[str]


@pytest.fixture(scope="module")
def office(world_of_file: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A small office in a world of this file's own, opened once before it was set up."""
    # Playwright keeps an event loop in this thread; the office is made in it all the same, before the browser asks.
    about = {"MEDOFFICE_WORLD": world_of_file, "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
    authority = str(issued(tmp_path_factory.mktemp("tls"), ["office.lan"], [], MORNING).authority)
    tls = patch.object(settings, "TLS_AUTHORITY", authority)
    with patch.dict(os.environ, about), tls, serving(application) as address:
        page, complaints = _page(browser)
        page.goto(f"{address}security/set-up/")
        said_empty = _faults(page, "set-up", complaints)
        page.close()
        yield Office(browser, address, make_small_office(), said_empty)


@pytest.fixture
def seen(office: Office) -> Iterator[tuple[Page, list[str]]]:
    """A page of a browser that knows nobody yet, and what it complains of."""
    page, complaints = _page(office.browser)
    yield page, complaints
    page.context.close()


def _page(browser: Browser) -> tuple[Page, list[str]]:
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 1366, "height": 768}, color_scheme="light", reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if _is_elsewhere(asked.url) else None)
    return page, complaints


def _is_elsewhere(url: str) -> bool:
    return urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname != "127.0.0.1"


def _faults(page: Page, where: str, complaints: list[str], contrast: tuple[str, ...] = SCHEMES) -> list[str]:
    """What is wrong with the page that is open; contrast, half of the work, in these schemes."""
    wide, high = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    found = [*complaints, *axe(page, without=() if "light" in contrast else ("color-contrast",))]
    found += (
        ["the page scrolls, not its panes"] if page.locator(".frame").count() and (wide, high) > (1366, 768) else []
    )
    if "dark" in contrast:
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {fault}" for fault in axe(page, "color-contrast")]
        page.emulate_media(color_scheme="light")
    complaints.clear()
    return [f"{where} {fault}" for fault in found]


def _sign_in(page: Page, address: str, who: str) -> None:
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


def test_every_screen_is_opened_here_by_somebody_who_may(office: Office) -> None:
    assert _not_opened(office.screens) == set(), "these screens are not opened by this test: add them to the office"
    assert tuple(sorted({who for who, _ in office.screens.all})) == PEOPLE
    assert len(office.screens.all) > 45


def test_what_is_shown_before_anybody_signed_in_is_clean(office: Office, seen: tuple[Page, list[str]]) -> None:
    page, complaints = seen
    faults = office.said_empty
    for route in BEFORE:
        page.goto(f"{office.address}{reverse(route)[1:]}")
        faults += _faults(page, route, complaints)
    assert "\n".join(faults) == ""


@pytest.mark.parametrize("who", PEOPLE)
def test_every_screen_is_clean_in_light_and_dark(office: Office, seen: tuple[Page, list[str]], who: str) -> None:
    _clean(office, seen, who, office.screens.firsts, TURNS)


@pytest.mark.soak
@pytest.mark.parametrize("who", PEOPLE)
def test_every_state_of_a_screen_is_clean_too(office: Office, seen: tuple[Page, list[str]], who: str) -> None:
    """Empty and full, refused, for another person: all that are known, each in both schemes."""
    _clean(office, seen, who, office.screens.all, (SCHEMES,))


def _clean(
    office: Office,
    seen: tuple[Page, list[str]],
    who: str,
    screens: list[tuple[str, str]],
    turns: tuple[tuple[str, ...], ...],
) -> None:
    page, complaints = seen
    _sign_in(page, office.address, who)
    complaints.clear()
    faults = []
    for (whose, path), schemes in zip(screens, cycle(turns), strict=False):
        if whose != who:
            continue
        answer = page.goto(f"{office.address}{path[1:]}")
        assert answer is not None
        faults += [f"{path} answers {answer.status}"] if answer.status != 200 else []
        faults += [f"{path} offers twice {key}" for key in Keys(answer.text()).twice]
        faults += _faults(page, path, complaints, schemes)
    faults += [f"kept in the browser: {kept}" for kept in page.evaluate(KEPT)]
    assert "\n".join(faults) == ""


def test_what_is_forbidden_is_as_clean_and_looks_as_if_it_were_not_there(
    office: Office, seen: tuple[Page, list[str]]
) -> None:
    page, _ = seen
    _sign_in(page, office.address, "nox")
    faults = []
    for path in ("claims/", "nothing/here/"):
        answer = page.goto(f"{office.address}{path}")
        assert answer is not None
        assert answer.status == 404
        faults += _faults(page, f"nox {path}", [])
    assert "\n".join(faults) == ""
