"""The recorder's page alone, with an office that answers as the test says: nothing that was said is lost in silence."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, Playwright, Request, Route, sync_playwright

from medoffice.clinic.dictation.tests.player_page import SCRIPT, STATIC
from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS

pytestmark = pytest.mark.journey
HOME, VISIT = "http://localhost/", UUID(int=7)
MICROPHONE = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
HEARD = "AnalyserNode.prototype.getFloatTimeDomainData = (samples) => samples.forEach((_, at) => { %s });"
SILENCE = HEARD % "samples[at] = 0"
HUM = HEARD % "samples[at] = 0.3 * Math.sin(at / 48000 * 2 * Math.PI * 120) + 0.2 * (Math.random() * 2 - 1)"
SPEECH = HEARD % (  # syllables of a fifth of a second, each at another pitch
    "const of = Math.floor(new Date() / 200); const hz = 100 + 10 * (of % 7);"
    "const wave = (h) => Math.sin(at / 48000 * 2 * Math.PI * hz * h);"
    "samples[at] = of % 2 ? 0 : 0.2 * (wave(1) + wave(2) + wave(3))"
)
SAYS, KEPT = "[data-shows=says]", "document.querySelector('[data-shows=kept]').textContent === 'kept'"
Answer = Callable[[Route, dict[str, str]], None]


@pytest.fixture
def player() -> Iterator[Playwright]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_playwright() as player:
        yield player


def launched(player: Playwright) -> Browser:
    return player.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *MICROPHONE])


@pytest.fixture
def browser(player: Playwright) -> Iterator[Browser]:
    """A Chromium with a microphone of its own making; one for each test, so that none waits for another's."""
    chromium = launched(player)
    yield chromium
    chromium.close()


def recording(browser: Browser, answer: Answer, room: str = "") -> Page:
    """A page that records in a room; each piece is answered as is said."""
    page = browser.new_page()
    if room:
        page.add_init_script(room)
    tokens = iter(["first", *["second"] * 9])

    def office(route: Route) -> None:
        name = route.request.url.removeprefix(HOME)
        if name.startswith("static/"):
            route.fulfill(path=STATIC / name.removeprefix("static/").partition("?")[0], content_type=SCRIPT)
        elif name.endswith("/record/"):
            route.fulfill(json={"take": str(VISIT), "stretch": 1})
        elif name.endswith("/chunk/"):
            answer(route, fields(route.request))
        else:
            told = {"visit": {"id": VISIT}, "csrf_token": next(tokens)}
            body = render_to_string("dictation/_recorder.html", told) + '<div data-shows="rest"></div>'
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route("**/*", office)
    page.goto(HOME)
    page.locator("[data-do=record]").click()
    return page


def fields(request: Request) -> dict[str, str]:
    """What a form says, but for its file."""
    told = (request.post_data_buffer or b"").decode("latin-1")
    return dict(re.findall(r'name="(\w+)"\r\n\r\n([^\r]*)\r\n', told))


def taken(route: Route, said: dict[str, str]) -> None:
    route.fulfill(json={"next": int(said["number"]) + 1, "here": True})


def test_whoever_signed_in_again_has_another_token_and_no_piece_is_missing(browser: Browser) -> None:
    kept: list[str] = []

    def answer(route: Route, said: dict[str, str]) -> None:
        if said["csrfmiddlewaretoken"] != "second":
            route.fulfill(status=403, body="<p>Sign in again</p>", content_type="text/html")
            return
        kept.append(said["number"])
        taken(route, said)

    page = recording(browser, answer)
    page.wait_for_function(KEPT, timeout=15_000)
    assert kept == [str(number) for number in range(len(kept))] != []
    page.close()


def test_that_it_is_not_kept_is_spoken_and_it_is_sent_again(browser: Browser) -> None:
    shut, kept = [True], list[str]()

    def answer(route: Route, said: dict[str, str]) -> None:
        if shut:
            route.abort()
            return
        kept.append(said["number"])
        taken(route, said)

    page = recording(browser, answer)
    page.wait_for_function("document.querySelector('[data-shows=says]').textContent.includes('waits in this page')")
    assert page.locator(SAYS).get_attribute("role") == "status"  # a screen reader speaks it
    assert "does not answer" in (page.locator("[data-shows=kept]").text_content() or "")
    shut.clear()
    page.wait_for_function(KEPT, timeout=15_000)
    page.wait_for_function("document.querySelector('[data-shows=says]').textContent === 'Recording.'")
    assert kept[0] == "0"
    page.close()


def test_where_a_piece_is_missing_what_follows_is_kept_behind_it_and_it_is_said(browser: Browser) -> None:
    sent: list[str] = []

    def answer(route: Route, said: dict[str, str]) -> None:
        sent.append(said["number"])
        if len(sent) == 3:
            route.fulfill(status=409, json={"words": "A piece before this one is missing.", "next": 1})
        else:
            taken(route, said)

    page = recording(browser, answer)
    page.wait_for_function("!document.querySelector('[data-shows=trouble]').hidden", timeout=15_000)
    assert "did not reach the office" in (page.locator("[data-shows=trouble]").text_content() or "")
    page.wait_for_function(KEPT, timeout=15_000)
    assert sent[:4] == ["0", "1", "2", "1"]
    page.close()


def test_who_speaks_or_presses_a_key_stays_signed_in_and_a_room_keeps_nobody_so(player: Playwright) -> None:
    rooms = [(SPEECH, False, True), (HUM, True, True), (HUM, False, False), (SILENCE, False, False)]
    polls: list[list[bool]] = [[] for _ in rooms]

    def answer(at: int) -> Answer:
        def answered(route: Route, said: dict[str, str]) -> None:
            polls[at].append("x-poll" in route.request.headers)
            taken(route, said)

        return answered

    pages = [recording(launched(player), answer(at), room) for at, (room, _, _) in enumerate(rooms)]
    pages[0].wait_for_timeout(8_000)
    for page, (_, presses, _) in zip(pages, rooms, strict=True):
        if presses:
            page.keyboard.press("Shift")
    pages[0].wait_for_timeout(5_500)
    assert [(told[0], told[-1]) for told in polls] == [(False, not there) for _, _, there in rooms]
