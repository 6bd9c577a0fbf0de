"""A dictation is recorded in the browser, by keyboard, with the browser's made-up microphone, which beeps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, sync_playwright

from medoffice.clinic.dictation.api import dictations_of_visit, open_take, recordings_of
from medoffice.clinic.dictation.types.dictations import State
from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS, PATIENCE
from medoffice.practice.tests.makers import work
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted
from tests.journeys.test_dictation import look, until, visit_of

pytestmark = pytest.mark.journey
AT = "document.querySelector('[data-player]').dataset.at >= {}"
HEARD = "document.querySelector('[data-shows=time]').textContent >= '{}'"
KEPT = "document.querySelector('[data-shows=kept]').textContent === 'kept'"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium with a microphone of its own making."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no {CHROMIUM}")
    made_up = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *made_up])
        yield chromium
        chromium.close()


@pytest.fixture
def okafor(browser: Browser, address: str) -> Iterator[Counted]:
    """Dr Okafor, who may open a further window; an error of a script fails the test."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(PATIENCE)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield Counted(context.new_page(), address)
    context.close()
    assert errors == []


def seconds_of(made: list[float | None]) -> list[float]:
    assert all(made)
    return [one for one in made if one]


def test_p47_a_note_is_dictated_paused_and_sent_from_the_visit_by_keyboard(okafor: Counted) -> None:
    visit = visit_of("Vale")
    okafor.come_in("okafor", f"/dictation/send/{visit}/")
    look(okafor, "recorder")
    okafor.acts = 0
    okafor.press("r")
    until(okafor, HEARD.format("0:02"))
    look(okafor, "recording")
    okafor.press("p")
    until(okafor, "document.querySelector('[data-shows=says]').textContent === 'Paused.'")
    okafor.page.wait_for_timeout(3000)
    okafor.press("p")
    until(okafor, HEARD.format("0:03"))
    okafor.go("s")
    okafor.sees("Recorded, not sent yet")
    look(okafor, "recorded")
    assert len(work("dictation-unsent")) == 1
    okafor.go("Control+Enter")
    okafor.keeps_to(6, 45, decisions=3)
    (one,) = dictations_of_visit(PROGRAM, visit)
    assert one.state is State.QUEUED
    (seconds,) = seconds_of([each.seconds for each in recordings_of(one.id)])
    assert 2.5 <= seconds <= 5.5  # the three seconds that were paused are not in it
    assert work("dictation-unsent") == []


def test_of_a_tab_that_is_killed_at_most_five_seconds_are_lost_and_it_is_gone_on_with(okafor: Counted) -> None:
    visit = visit_of("Vale")
    okafor.come_in("okafor", f"/dictation/send/{visit}/")
    okafor.press("r")
    until(okafor, HEARD.format("0:07"))
    context = okafor.page.context
    okafor.page.close(run_before_unload=False)
    kept = open_take(actor_named("okafor"), visit)
    assert kept is not None
    assert kept.stretches[0].ms >= 2000
    okafor.page = context.new_page()
    okafor.page.goto(f"{okafor.address}/dictation/send/{visit}/")
    okafor.sees("Recorded, not sent yet")
    okafor.press("r")
    until(okafor, HEARD.format("0:02"))
    okafor.go("s")
    okafor.go("Control+Enter")
    (one,) = dictations_of_visit(PROGRAM, visit)
    first, second = seconds_of([each.seconds for each in recordings_of(one.id)])
    assert first >= 7 - 5
    assert second >= 1.5


def test_what_is_said_while_the_screen_is_locked_is_kept(okafor: Counted) -> None:
    visit = visit_of("Vale")
    okafor.come_in("okafor", f"/dictation/send/{visit}/")
    okafor.press("r")
    until(okafor, HEARD.format("0:02"))
    okafor.press("Alt+l")
    okafor.sees("Locked by")
    okafor.page.wait_for_timeout(4000)
    okafor.type(settings.DEMO_PASSWORD)
    okafor.press("Enter")
    okafor.page.locator("[data-recorder]").wait_for()
    until(okafor, HEARD.format("0:07"))
    until(okafor, KEPT)
    okafor.go("s")
    okafor.go("Control+Enter")
    (one,) = dictations_of_visit(PROGRAM, visit)
    (seconds,) = seconds_of([each.seconds for each in recordings_of(one.id)])
    assert seconds >= 6


def test_words_are_put_in_and_spoken_over_and_what_is_typed_from_plays_and_goes_back(okafor: Counted) -> None:
    visit = visit_of("Vale")
    okafor.come_in("okafor", f"/dictation/send/{visit}/")
    okafor.press("r")
    until(okafor, HEARD.format("0:06"))
    okafor.go("s")
    for key, at in (("i", 2000), ("o", 4000)):
        okafor.press("F4")
        until(okafor, AT.format(at))
        okafor.press("F4")
        okafor.press(key)
        until(okafor, HEARD.format("0:01"))
        okafor.go("s")
    look(okafor, "in-pieces")
    take = open_take(actor_named("okafor"), visit)
    assert take is not None
    assert [one.stretch for one in take.spans] in ([1, 2, 1, 3, 1], [1, 2, 3, 1])
    okafor.go("Control+Enter")
    (one,) = dictations_of_visit(PROGRAM, visit)
    parts = seconds_of([each.seconds for each in recordings_of(one.id)])
    assert len(parts) == len(take.spans)
    assert 6 <= sum(parts) <= 10
    typist = Counted(okafor.page, okafor.address)
    typist.come_in("moreau", f"/dictation/{one.id}/")
    assert typist.page.evaluate("(async () => { const audio = document.querySelector('audio'); "
        "if (audio.readyState < 1) await new Promise((done) => audio.addEventListener('loadedmetadata', done)); "
        "return Number.isFinite(audio.duration); })()")  # fmt: skip
    typist.press("F4")
    until(typist, "document.querySelector('audio').currentTime > 1.5")
    typist.press("F4", "F2")
    assert typist.page.evaluate("document.querySelector('audio').currentTime") < 0.1


def test_without_a_network_what_is_said_waits_in_the_page_and_nothing_is_lost(okafor: Counted) -> None:
    visit = visit_of("Vale")
    okafor.come_in("okafor", f"/dictation/send/{visit}/")
    okafor.page.route("**/chunk/", lambda route: route.abort())
    okafor.press("r")
    until(okafor, "document.querySelector('[data-shows=kept]').textContent.includes('does not answer')")
    look(okafor, "unanswered")
    until(okafor, HEARD.format("0:05"))
    okafor.page.unroute("**/chunk/")
    until(okafor, KEPT)
    okafor.go("s")
    okafor.go("Control+Enter")
    (one,) = dictations_of_visit(PROGRAM, visit)
    (seconds,) = seconds_of([each.seconds for each in recordings_of(one.id)])
    assert seconds >= 4.5


def test_another_window_is_told_and_what_is_thrown_away_is_gone(okafor: Counted) -> None:
    visit = visit_of("Vale")
    okafor.come_in("okafor", f"/dictation/send/{visit}/")
    okafor.press("r")
    until(okafor, HEARD.format("0:01"))
    second = Counted(okafor.page.context.new_page(), okafor.address)
    second.page.goto(f"{okafor.address}/dictation/send/{visit}/")
    second.press("r")
    second.sees("This is being recorded in another window of this browser")
    second.page.close()
    okafor.go("s")
    okafor.press("x")
    okafor.tab_to("details button")
    okafor.go("Enter")
    okafor.sees("Or send a file")
    assert open_take(actor_named("okafor"), visit) is None
    assert dictations_of_visit(PROGRAM, visit) == []
