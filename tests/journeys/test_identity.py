"""Passkeys, the second proof and the lock in a real browser, with an authenticator that Chromium plays itself."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from medoffice.config.wsgi import application
from medoffice.kernel import clock
from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS, PATIENCE
from medoffice.security.api import change_roles, users
from medoffice.security.models import AuditEvent, Session
from medoffice.security.tests.makers import PASSWORD, person
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.browser import axe, serving

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"there is no {CHROMIUM}"),
]
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
PLAYED = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


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


@pytest.fixture
def address(fresh_world: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The product, in a world of this test's own, under the one name over http that browsers let have passkeys."""
    monkeypatch.setenv("MEDOFFICE_WORLD", fresh_world)
    with serving(application) as where:
        yield where.replace("127.0.0.1", "localhost")


@pytest.fixture
def page(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    return page


def _plays(page: Page) -> tuple[Any, str]:
    """An authenticator in this browser; what it is spoken to by, and its id."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": PLAYED})
    return devtools, made["authenticatorId"]


def _sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}security/sign-in/")
    page.get_by_label("Sign-in name").fill("petrov")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def _clean(page: Page) -> list[str]:
    """What axe finds, light and dark."""
    found = axe(page)
    page.emulate_media(color_scheme="dark")
    found += axe(page, "color-contrast")
    page.emulate_media(color_scheme="light")
    return [f"{page.url} {fault}" for fault in found]


def _out(page: Page) -> None:
    page.context.clear_cookies()
    Session.objects.all().delete()


def test_a_passkey_is_the_second_proof_and_signs_in_alone_and_a_copy_of_it_does_not(address: str, page: Page) -> None:
    person("petrov")
    devtools, key = _plays(page)
    _sign_in(page, address)
    page.goto(f"{address}security/me/")
    page.get_by_label("Called").fill("key on my ring")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert page.locator("ol.codes li").count() == 10
    faults = _clean(page)
    _out(page)

    _sign_in(page, address)
    page.get_by_role("heading", name="One more proof").wait_for()
    faults += _clean(page)
    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    _out(page)

    page.goto(f"{address}security/sign-in/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    _out(page)
    entered = AuditEvent.objects.filter(word="session.begin", outcome="done").order_by("id")
    assert [event.detail["by"] for event in entered] == ["password", "passkey", "passkey"]

    (credential,) = devtools.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]
    devtools.send("WebAuthn.clearCredentials", {"authenticatorId": key})
    devtools.send("WebAuthn.addCredential", {"authenticatorId": key, "credential": {**credential, "signCount": 0}})
    page.goto(f"{address}security/sign-in/")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("The passkey did not answer as expected").wait_for()
    assert not Session.objects.filter(user__isnull=False).exists()
    assert faults == []


def test_an_answer_is_taken_once_and_only_to_its_question(address: str, page: Page) -> None:
    person("petrov")
    _plays(page)
    _sign_in(page, address)
    page.goto(f"{address}security/me/")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    _out(page)
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.post_data or "") if asked.url.endswith("passkey/") else None)
    page.goto(f"{address}security/sign-in/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    _out(page)
    answer = re.search(r"passkey=([^&]+)", sent[0])
    assert answer
    page.goto(f"{address}security/sign-in/")
    page.evaluate(
        """(told) => { const form = document.querySelector('form[data-passkey]');
        form.querySelector('[name=passkey]').value = decodeURIComponent(told); form.submit(); }""",
        answer[1].replace("+", " "),
    )
    page.get_by_text("The passkey did not answer as expected").wait_for()
    assert not Session.objects.filter(user__isnull=False).exists()


def test_one_key_covers_the_screen_and_the_same_page_comes_back(address: str, page: Page) -> None:
    person("petrov")
    _sign_in(page, address)
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"{address}security/users/")
    page.keyboard.press("Alt+l")
    page.get_by_role("heading", name="Locked by Irina Petrov").wait_for()
    faults = _clean(page)
    page.go_back()
    page.get_by_role("heading", name="Locked by Irina Petrov").wait_for()
    page.goto(f"{address}work/")
    page.get_by_label("PIN or password").fill("wrong one")
    page.get_by_role("button", name="Open").click()
    page.get_by_text("neither the PIN nor the password").wait_for()
    page.get_by_label("PIN or password").fill(PASSWORD)
    page.get_by_role("button", name="Open").click()
    page.wait_for_url(lambda url: url.endswith("/work/"))
    assert faults == []


def test_what_is_wrong_at_the_lock_is_said_and_five_times_end_the_session(address: str, page: Page) -> None:
    person("petrov")
    _sign_in(page, address)
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"{address}security/users/")
    page.get_by_label("Name", exact=True).fill("Typed before the lock")
    page.keyboard.press("Alt+l")
    for _ in range(4):
        page.get_by_label("PIN or password").fill("wrong one")
        page.keyboard.press("Enter")
        expect(page.get_by_label("PIN or password")).to_have_value("")
        page.get_by_text("neither the PIN nor the password").wait_for()
    faults = _clean(page)
    page.get_by_label("PIN or password").fill("wrong one")
    page.keyboard.press("Enter")
    page.get_by_text("Five tries were wrong").wait_for()
    assert page.url.startswith(f"{address}security/sign-in/")
    assert faults == []


def test_who_may_no_longer_see_a_page_does_not_find_it_behind_the_lock(address: str, page: Page) -> None:
    petrov = person("petrov")
    person("haddad")
    _sign_in(page, address)
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"{address}security/users/")
    page.keyboard.press("Alt+l")
    page.get_by_role("heading", name="Locked by Irina Petrov").wait_for()
    change_roles(actor=PROGRAM, user_id=petrov.id, roles=["nurse"])
    page.get_by_label("PIN or password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_text("What your job does not show looks the same").wait_for()
    assert "Leila Haddad" not in page.content()


def test_a_passkey_is_a_fresh_proof_and_what_was_typed_goes_on(address: str, page: Page) -> None:
    person("petrov")
    clock.freeze(NOON)
    _plays(page)
    _sign_in(page, address)
    page.goto(f"{address}security/me/")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    page.goto(f"{address}security/users/")
    page.get_by_label("Name", exact=True).fill("Rosa Bell & Söhne")
    page.get_by_label("Sign-in name").fill("bell")
    page.get_by_label("nurse").check()
    clock.advance(timedelta(minutes=6))
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("heading", name="Is it you, Irina Petrov?").wait_for()
    faults = _clean(page)
    page.get_by_role("button", name="Use my passkey").click()
    page.get_by_role("heading", name="Rosa Bell & Söhne").wait_for()
    assert [user.name for user in users() if user.username == "bell"] == ["Rosa Bell & Söhne"]
    proof = AuditEvent.objects.get(word="session.proof")
    assert (proof.outcome, proof.detail["by"]) == ("done", "passkey")
    assert faults == []


def test_a_page_nobody_uses_goes_from_the_screen_when_its_session_is_over_and_not_before(
    address: str, page: Page
) -> None:
    person("petrov")
    clock.freeze(NOON)
    page.clock.install()
    _sign_in(page, address)
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"{address}security/users/")
    page.get_by_label("Name", exact=True).fill("Typed by nobody")
    clock.advance(timedelta(minutes=14))  # somebody works in another tab: the session lives
    with page.expect_response(f"{address}security/users/"):
        page.clock.fast_forward("15:03")
    assert page.get_by_label("Name", exact=True).input_value() == "Typed by nobody"
    clock.advance(timedelta(minutes=2))
    page.clock.fast_forward("01:01")
    page.wait_for_url(lambda url: "sign-in" in url)
    page.get_by_role("heading", name="Sign in", exact=True).wait_for()
    assert "Irina Petrov" not in page.content()
