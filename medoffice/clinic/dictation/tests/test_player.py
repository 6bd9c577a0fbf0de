"""The player by its keys and by a pedal: one's own keys, held and let go, back a little, at one's own speed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from medoffice.clinic.dictation.tests.player_page import AUTOPLAY, open_player
from medoffice.clinic.dictation.types.hands import USUAL, Act, Hand
from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS

pytestmark = pytest.mark.journey
PEDAL = Hand({**USUAL, Act.PLAY: "Ctrl+F1", Act.HOLD: "F13", Act.LOOP: ""}, back_ms=500, percent=120)
PLAYS = "!document.querySelector('audio').paused"
SEND = """([what, key, more]) =>
  document.dispatchEvent(new KeyboardEvent(what, { key, code: key, bubbles: true, ...more }))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium that plays what nobody pressed."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, AUTOPLAY])
        yield chromium
        chromium.close()


def key(page: Page, what: str, name: str, **more: bool | str) -> None:
    page.evaluate(SEND, [what, name, more])


def at(page: Page) -> float:
    return float(page.evaluate("document.querySelector('audio').currentTime"))


def test_a_pedal_plays_while_it_is_held_and_goes_back_a_little_when_it_goes_on(browser: Browser) -> None:
    page = open_player(browser, PEDAL)
    key(page, "keydown", "F13")
    page.wait_for_function("document.querySelector('audio').currentTime > 1")
    for _ in range(3):
        key(page, "keydown", "F13", repeat=True)
    assert page.evaluate(PLAYS)
    key(page, "keyup", "F2")
    assert page.evaluate(PLAYS)
    key(page, "keyup", "F13")
    assert not page.evaluate(PLAYS)
    stood = at(page)
    key(page, "keydown", "F13")
    assert stood - 0.6 < at(page) < stood - 0.3
    page.evaluate("window.dispatchEvent(new Event('blur'))")
    assert not page.evaluate(PLAYS)


def test_each_works_by_their_own_keys_at_their_own_speed(browser: Browser) -> None:
    page = open_player(browser, PEDAL)
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.2
    assert page.locator("[data-shows=speed]").text_content() == "1.2×"
    key(page, "keydown", "F4")
    key(page, "keydown", "F7")
    assert not page.evaluate(PLAYS)
    key(page, "keydown", "F1", ctrlKey=True)
    assert page.evaluate(PLAYS)
    key(page, "keydown", "F1", ctrlKey=True, repeat=True)
    assert page.evaluate(PLAYS)
    key(page, "keydown", " ", ctrlKey=True, code="Space")
    assert not page.evaluate(PLAYS)
    key(page, "keydown", "F3")
    assert at(page) >= 3
    key(page, "keydown", "F5")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 1.1
    assert page.locator("[data-do=play] kbd").text_content() == "Ctrl+F1"
    assert page.locator("[data-do=loop] kbd").count() == 0


def test_a_page_that_is_locked_is_silent(browser: Browser) -> None:
    page = open_player(browser, PEDAL)
    page.evaluate("window.box = document.querySelector('[data-player]'); window.box.remove()")
    for name in ("F13", "F3"):
        key(page, "keydown", name)
    key(page, "keydown", " ", ctrlKey=True, code="Space")
    page.evaluate("window.box.dispatchEvent(new CustomEvent('hear', { detail: { from: 0, to: 900 } }))")
    assert page.evaluate("window.box.querySelector('audio').paused")
    assert page.evaluate("window.box.querySelector('audio').currentTime") == 0


def test_the_last_phrase_is_heard_again_and_stops(browser: Browser) -> None:
    page = open_player(browser, Hand(USUAL))
    page.evaluate("document.querySelector('audio').currentTime = 5")
    page.wait_for_function("Number(document.querySelector('[data-player]').dataset.at) === 5000")
    key(page, "keydown", "F7")
    page.wait_for_function(PLAYS)
    assert 0.9 < at(page) < 2.5
    page.wait_for_function("document.querySelector('audio').paused", timeout=8000)
    assert 4.9 < at(page) < 5.6


HEAR = """([from, to]) => document.querySelector('[data-player]').dispatchEvent(
  new CustomEvent('hear', { detail: { from, to } }))"""
PACE = "document.querySelector('[data-player]').dispatchEvent(new CustomEvent('speed', { detail: 175 }))"
PAUSED = "document.querySelector('audio').paused"


def test_a_stretch_ends_where_it_ends_also_when_it_is_fast(browser: Browser) -> None:
    """A browser says four times a second where it is: by that alone it ends up to half a second of sound later."""
    page = open_player(browser, Hand(USUAL))
    page.evaluate(PACE)
    assert page.locator("[data-shows=speed]").text_content() == "1.75\u00d7"
    for begin in (2000, 4030, 6060, 8090):
        page.evaluate(HEAR, [begin, begin + 900])
        page.wait_for_function(PAUSED)
        assert begin / 1000 + 0.9 <= at(page) < begin / 1000 + 1.05
    page.evaluate("document.querySelector('[data-player]').dispatchEvent(new CustomEvent('speed', { detail: 900 }))")
    assert page.evaluate("document.querySelector('audio').playbackRate") == 2


def test_a_stretch_over_the_end_of_a_part_goes_on_in_the_next_and_ends_there(browser: Browser) -> None:
    page = open_player(browser, Hand(USUAL), begins=(0, 99_999))
    long = round(1000 * float(page.evaluate("document.querySelector('audio').duration")))
    page.evaluate("(long) => { document.querySelectorAll('[data-part]')[1].dataset.begins = long; }", long)
    page.evaluate(HEAR, [long - 400, long + 700])
    page.wait_for_function("document.querySelectorAll('[data-part]')[1].getAttribute('aria-pressed') === 'true'")
    page.wait_for_function(f"{PAUSED} && document.querySelector('audio').currentTime > 0.5")
    assert 0.7 <= at(page) < 0.85
    for _ in range(4):
        page.evaluate(HEAR, [long - 400, long])
        page.wait_for_function(f"{PAUSED} && document.querySelector('audio').currentTime > {long / 1000 - 0.2}")
        page.wait_for_timeout(100)
        assert page.evaluate(PAUSED)
        assert page.locator("[data-part]").first.get_attribute("aria-pressed") == "true"
