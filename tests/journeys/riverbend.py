"""A small Riverbend served on a loopback port, and a person at its keyboard."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from unittest.mock import patch

from django.conf import settings
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page

from medoffice.config.wsgi import application
from medoffice.kernel import clock
from medoffice.kernel.worlds import catalog, current
from medoffice.rehearsal.demo.api import at, open_scene, set_up_office
from medoffice.rehearsal.population.api import make_population
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place
from medoffice.security.api import add_user
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.browser import serving
from tests.made_once import clone_of

ON = date(2026, 11, 25)
ZONE = "America/Chicago"
KEY, THINK = 0.28, 1.35  # seconds
DENIED_CULTURE = line("A2", "ZZ002", "40", "0", "CO 16 40")
DENIED_SHOT = line("B2", "ZZ003", "25.05", "0", "OA 109 25.05")


# What any program answers to; every other key must stand in the list behind "?" of the page it is pressed on.
NATIVE = {"Tab", "Shift+Tab", "Enter", "Escape", "Space", "Control+a", "ArrowDown", "ArrowUp"}
LISTED = """key => {
    const at = document.activeElement, keys = document.querySelector("#keys");
    const writes = at.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if ((writes && !/^(Alt|Control)[+]/.test(key)) || !keys || keys.open) return null;
    document.querySelector("[data-shows-keys]").click();
    const range = ([first, last]) => {
        const [from, to] = [first, last || first].map((one) => one.charCodeAt(one.length - 1));
        return Array.from({length: to - from + 1}, (_, at) => first.slice(0, -1) + String.fromCharCode(from + at));
    };
    const told = [...keys.querySelectorAll("kbd")].map((one) => one.textContent);
    const listed = told.flatMap((one) => [one, ...one.split(" "), ...range(one.split("\u2013"))]);
    keys.close();
    return listed;
}"""


@contextmanager
def small_riverbend(name: str, people: int = 20) -> Iterator[str]:
    """Riverbend with few people on a Wednesday at nine, current within the block; yields its address."""
    # Playwright keeps an event loop in this thread, in which nothing of ours runs: Django may be used beside it.
    with patch.dict(os.environ, {"MEDOFFICE_WORLD": name, "DJANGO_ALLOW_ASYNC_UNSAFE": "yes"}):
        clone_of(f"tpl-riverbend-{people}", name, partial(_make_riverbend, people))
        try:
            with current.use(name), served() as address:
                yield address
        finally:
            catalog.drop(name)


def _make_riverbend(people: int, name: str) -> None:
    catalog.create(name, "demo")
    with current.use(name):
        clock.freeze(at(ON, 9, 0, ZONE))
        open_scene(7, set_up_office(7), make_population(7, people, ON), ON)


@contextmanager
def office_of_claims(name: str) -> Iterator[tuple[str, Place]]:
    """An office whose biller has two denials and two payments set aside, current within the block; and its address."""
    with patch.dict(os.environ, {"MEDOFFICE_WORLD": name, "DJANGO_ALLOW_ASYNC_UNSAFE": "yes"}):
        catalog.create(name, "demo")
        try:
            with current.use(name):
                clock.freeze(at(ON, 9, 0, ZONE))
                place = make_place()
                add_user(
                    actor=PROGRAM, username="chen", name="Wei Chen", roles=["biller"], password=settings.DEMO_PASSWORD
                )
                _make_exceptions(place)
                with served() as address:
                    yield address, place
        finally:
            catalog.drop(name)


def _make_exceptions(place: Place) -> None:
    """Claims A (denied under CO), B (denied under OA) and C; C's payment names no claim, then does not add up."""
    for services in (("visit", "culture"), ("visit", "shot"), ("visit",)):
        place.visit(*services)
    first = claim("A", "1", "190", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30") + DENIED_CULTURE)
    second = claim("B", "1", "175.05", "120", "0", line("B1", "ZZ001", "150", "120", "CO 45 30") + DENIED_SHOT)
    third = claim("C", "1", "150", "120", "0", line("C1", "ZZ001", "150", "120", "CO 45 30"))
    known = place.names()
    texts = (
        advice((first + second).format(**known), trace="T1", amount="240"),
        advice(third.format(**known | {"C": "LOST"}), trace="T2", amount="120"),
        advice(third.format(**known), trace="T3", amount="121"),
    )
    place.receive(interchange(*texts))


@contextmanager
def served() -> Iterator[str]:
    """The whole program on a loopback port, in the world that the environment names; yields its address."""
    with serving(application) as address:
        yield address.rstrip("/")


@dataclass
class Person:
    """Somebody who works with the keyboard only."""

    page: Page
    address: str

    def come_in(self, username: str, to: str = "") -> None:
        """Sign in by keyboard, whoever was signed in before, and go to an address."""
        self.page.context.clear_cookies()
        self.page.goto(f"{self.address}/security/sign-in/")
        self.tab_to("#id_username")
        self.type(username)
        self.tab_to("#id_password")
        self.type(settings.DEMO_PASSWORD)
        self.press("Enter")
        self.page.wait_for_url(lambda url: "sign-in" not in url)
        if to:
            self.page.goto(f"{self.address}{to}")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each one that the page lists under ``?``."""
        for key in keys:
            self.finds_listed(key)
            self.page.keyboard.press(key)

    def finds_listed(self, key: str) -> None:
        """A newcomer could know the key: it is one of any program's, a letter that is written, or listed."""
        listed = None if key in NATIVE else self.page.evaluate(LISTED, key)
        shown = (
            key.replace("Control+", "Ctrl ")
            .replace("ArrowRight", "\u2192")
            .replace("ArrowLeft", "\u2190")
            .replace("ArrowDown", "\u2193")
            .replace("ArrowUp", "\u2191")
            .replace("+", " ")
        )
        if listed is not None and shown.casefold() not in {one.casefold() for one in listed}:
            raise AssertionError(f"{key} is not listed under ? on {self.page.url}, which lists {listed}")

    def type(self, words: str) -> None:
        """Type into what has the focus; in a select this chooses the entry that starts so."""
        self.page.keyboard.type(words)

    def write(self, words: str) -> None:
        """Replace what stands in the focused field."""
        self.press("Control+a")
        self.type(words)

    def tab_to(self, selector: str, limit: int = 80) -> None:
        """Tab until the first thing this selects has the focus."""
        wanted = self.page.locator(selector).first
        wanted.wait_for(state="attached")
        for _ in range(limit):
            if wanted.evaluate("element => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} is not reached with {limit} tabs on {self.page.url}")

    def go(self, *keys: str) -> None:
        """Press keys, the last of which opens another page or sends a form; wait until it is there."""
        *before, last = keys
        self.press(*before)
        try:
            with self.page.expect_navigation():
                self.press(last)
            self.page.wait_for_load_state("networkidle")  # a person reads before the next key
        except PlaywrightError as error:
            focused = self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
            words = f"{last} opened nothing on {self.page.url}; the focus is on {focused}"
            raise AssertionError(words) from error

    def chooses(self, name: str) -> None:
        """Enter, once the picker of this name has marked what fits what was typed."""
        self.page.locator(f"#pick-{name}-hits [aria-selected=true]").wait_for()
        self.press("Enter")

    def looks(self) -> None:
        """Look at what has to be looked at before it is answered, until the page takes the answer."""
        self.page.locator("form[data-looked]").first.wait_for()

    def sees(self, words: str) -> Locator:
        """The words are on the page (waits for them)."""
        found = self.page.get_by_text(words).first
        found.wait_for()
        return found


@dataclass
class Counted(Person):
    """A person whose acts are counted: a key or a letter of type-ahead is one, prose for people to read is none.

    The seconds are predicted: 0.28 for each act and 1.35 for each decision.
    """

    acts: int = 0

    def press(self, *keys: str) -> None:
        """Each key is an act."""
        self.acts += len(keys)
        super().press(*keys)

    def type(self, words: str) -> None:
        """Each letter of type-ahead is an act."""
        self.acts += len(words)
        super().type(words)

    def writes(self, words: str) -> None:
        """Prose."""
        super().type(words)

    def keeps_to(self, acts: int, seconds: float, decisions: int) -> None:
        """The bar; then counting starts anew."""
        predicted = self.acts * KEY + decisions * THINK
        assert self.acts <= acts, f"{self.acts} acts, the bar is {acts}"
        assert predicted <= seconds, f"{predicted:.1f} s predicted, the bar is {seconds}"
        self.acts = 0


def starts_a_letter(writer: Person, typed: str, title: str) -> None:
    """From a patient's page: ``y``, a few letters of the template, Enter."""
    writer.go("y")
    writer.type(typed)
    writer.page.locator("#pick-key-hits [aria-selected=true]").get_by_text(title).wait_for()
    writer.go("Enter")
