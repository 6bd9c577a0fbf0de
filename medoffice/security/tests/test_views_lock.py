"""The quick lock: at once, on the server; no page, print or fragment until its person is back; five tries."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.worlds import current
from medoffice.security.models import AuditEvent, Session, User
from medoffice.security.sessions import UNLOCK_TRIES, SessionStore
from medoffice.security.tests.makers import PASSWORD, person, sign_in, signed_in

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
LOCKED, PAGE, PIN = "/security/locked/", "/security/users/", "90210"


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


@pytest.fixture
def petrov() -> Client:
    """A manager with a PIN, whose screen is locked."""
    browser = signed_in("petrov")
    assert browser.post("/security/me/pin/", {"pin": PIN}).status_code == 302
    answer = browser.post("/security/lock/", {"next": PAGE})
    assert answer.headers["Location"] == f"{LOCKED}?next=%2Fsecurity%2Fusers%2F"
    return browser


def open_with(browser: Client, typed: str, then: str = PAGE) -> HttpResponseBase:
    return browser.post(LOCKED, {"typed": typed, "next": then})


def test_a_locked_session_shows_nothing_whatever_it_asks_for(petrov: Client) -> None:
    for address in (PAGE, "/", "/work/", "/security/me/", "/security/audit/"):
        answer = petrov.get(address)
        assert (answer.status_code, answer.content) == (302, b"")
        assert answer.headers["Location"].startswith(f"{LOCKED}?next=")
    fragment = petrov.post("/find/", {"q": "Vale"}, headers={"HX-Request": "true", "HX-Current-URL": "http://x/work/"})
    assert (fragment.status_code, fragment.content) == (204, b"")
    assert fragment.headers["HX-Redirect"] == f"{LOCKED}?next=%2Fwork%2F"
    assert petrov.get(PAGE, headers={"X-Poll": "1"}).status_code == 302
    page = petrov.get(LOCKED).content.decode()
    assert "Locked by Irina Petrov" in page
    assert 'class="rail"' not in page


@pytest.mark.parametrize("typed", [PIN, PASSWORD])
def test_the_pin_or_the_password_opens_the_same_page(petrov: Client, typed: str) -> None:
    answer = open_with(petrov, typed)
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    assert petrov.get(PAGE).status_code == 200


def test_it_opens_inside_the_house_only(petrov: Client) -> None:
    assert open_with(petrov, PIN, "//evil.example/").headers["Location"] == "/"


def test_five_wrong_tries_end_the_session(petrov: Client) -> None:
    for _ in range(UNLOCK_TRIES - 1):
        assert open_with(petrov, "13579").status_code == 422
    assert open_with(petrov, "24680").headers["Location"].startswith("/security/sign-in/")
    assert Session.objects.filter(user__username="petrov").count() == 0
    assert open_with(petrov, PIN).headers["Location"] == "/security/sign-in/"
    assert petrov.get(PAGE).headers["Location"].startswith("/security/sign-in/")
    tries = AuditEvent.objects.filter(word="session.unlock").values_list("outcome", flat=True)
    assert list(tries) == ["refused"] * UNLOCK_TRIES


def test_tries_at_the_same_moment_are_no_more_than_five(fresh_world: str) -> None:
    petrov, start = signed_in("petrov"), Barrier(12)
    User.objects.update(pin=make_password(PIN))
    petrov.post("/security/lock/")

    def guess(number: int) -> int:
        with current.use(fresh_world):
            try:
                browser = Client()
                browser.cookies["medoffice"] = petrov.cookies["medoffice"].value
                start.wait()
                return browser.post(LOCKED, {"typed": f"{number:04d}"}).status_code
            finally:
                connection.close()

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(guess, range(2000, 2012)))
    assert AuditEvent.objects.filter(word="session.unlock").count() == UNLOCK_TRIES
    assert not Session.objects.filter(user__isnull=False).exists()


def test_a_request_from_before_the_lock_does_not_open_it(petrov: Client) -> None:
    key = petrov.cookies["medoffice"].value
    Session.objects.update(locked=False)
    early = SessionStore(key)
    assert early["user"]
    Session.objects.update(locked=True)
    early["seen"] = clock.now().isoformat()
    early.save()
    assert Session.objects.get(session_key=key).locked
    assert petrov.get(PAGE).status_code == 302


def test_a_locked_session_grows_old_all_the_same(petrov: Client) -> None:
    for _ in range(4):
        clock.advance(timedelta(minutes=4))
        petrov.get(PAGE)
    assert open_with(petrov, PIN).headers["Location"] == "/security/sign-in/"
    assert petrov.get(PAGE).headers["Location"].startswith("/security/sign-in/")


def test_a_pin_opens_the_screen_and_proves_nothing_more(petrov: Client) -> None:
    clock.advance(timedelta(minutes=6))
    open_with(petrov, PIN)
    assert "Is it you" in petrov.post("/security/me/codes/").content.decode()
    form = {"proof_for": "security.own_factors", "proof_password": PIN}
    assert "Is it you" in petrov.post("/security/me/codes/", form).content.decode()


def test_another_person_signs_in_over_a_locked_screen_and_it_is_gone(petrov: Client) -> None:
    person("lind")
    petrov.post("/security/sign-in/", {"username": "lind", "password": PASSWORD})
    assert petrov.get("/security/me/").status_code == 200
    assert petrov.get(PAGE).status_code == 404
    assert Session.objects.filter(user__username="petrov").count() == 0


def test_signing_out_of_a_locked_screen_is_written_down(petrov: Client) -> None:
    petrov.post("/security/sign-out/")
    assert AuditEvent.objects.get(word="session.end").actor_name == "Irina Petrov"


def test_the_pin_is_kept_as_a_hash_and_can_be_taken_away() -> None:
    petrov = signed_in("petrov")
    petrov.post("/security/me/pin/", {"pin": PIN})
    assert User.objects.get().pin.startswith("argon2$")
    assert petrov.post("/security/me/pin/", {"pin": "1234"}).status_code == 422
    petrov.post("/security/me/pin/", {"pin": ""})
    assert User.objects.get().pin == ""
    petrov.post("/security/lock/")
    assert open_with(petrov, PIN).status_code == 422
    assert open_with(petrov, PASSWORD).status_code == 302


def test_who_has_no_session_has_no_screen_to_lock_or_open() -> None:
    person("petrov")
    nobody = Client()
    assert nobody.post("/security/lock/", follow=True).redirect_chain[-1][0] == "/security/sign-in/"
    assert open_with(nobody, PASSWORD).headers["Location"] == "/security/sign-in/"
    assert open_with(sign_in("petrov"), PASSWORD).headers["Location"] == "/security/sign-in/"
