"""Second factors through the screens: after the password alone nothing opens; each code works once; losing one."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings

from medoffice.kernel import clock
from medoffice.kernel.worlds import current
from medoffice.security import sessions, throttle
from medoffice.security.api import actor_named
from medoffice.security.factors import reseal
from medoffice.security.models import AuditEvent, Session, User
from medoffice.security.tests.makers import PASSWORD, code_now, person, sign_in, signed_in, with_app

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
DOOR, SECOND, ME, PAGE = "/security/sign-in/", "/security/sign-in/second/", "/security/me/", "/security/users/"


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def half_in(key: str = "petrov") -> Client:
    """A browser in which the password was right and the second proof is due."""
    browser = Client()
    answer = browser.post(DOOR, {"username": key, "password": PASSWORD, "next": "/work/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{SECOND}?next=%2Fwork%2F")
    return browser


def is_in(browser: Client) -> bool:
    return browser.get(PAGE).status_code == 200


def prove(browser: Client, code: str) -> int:
    return browser.post(SECOND, {"code": code, "next": "/work/"}).status_code


def test_the_password_alone_opens_nothing_and_the_code_does() -> None:
    person("petrov")
    secret = with_app("petrov")
    browser = half_in()
    assert not is_in(browser)
    assert browser.get(ME).status_code == 302
    assert "Last used" not in browser.get(SECOND).content.decode()
    assert prove(browser, "000000") == 422
    assert not is_in(browser)
    answer = browser.post(SECOND, {"code": code_now(secret, 1), "next": "/work/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/work/")
    assert is_in(browser)
    told = [(e.word, e.outcome) for e in AuditEvent.objects.filter(word__startswith="session.").order_by("id")]
    assert told == [("session.password", "done"), ("session.begin", "refused"), ("session.begin", "done")]


def test_a_code_is_taken_once_also_in_another_browser_and_another_process() -> None:
    person("petrov")
    secret = with_app("petrov")
    code = code_now(secret, 1)
    first, second = half_in(), half_in()
    assert prove(first, code) == 302
    assert prove(second, code) == 422  # kept in the row, not in the memory of a process
    assert prove(second, code_now(secret)) == 422  # and none before it
    assert is_in(first)
    assert not is_in(second)


def test_the_code_that_added_the_app_does_not_sign_in() -> None:
    petrov = signed_in("petrov")
    secret = re.search(r'class="mono">([A-Z2-7]{32})<', petrov.get("/security/me/app/").content.decode())
    assert secret
    code = code_now(secret[1])
    assert petrov.post("/security/me/app/", {"code": "12345"}).status_code == 422
    page = petrov.post("/security/me/app/", {"code": code})
    assert "Recovery codes" in page.content.decode()
    assert prove(half_in(), code) == 422


def recovery_codes(browser: Client) -> list[str]:
    """Make new ones and read them from the page."""
    return re.findall(r"<li>(\d-[a-z2-9-]+)</li>", browser.post("/security/me/codes/").content.decode())


def test_ten_recovery_codes_work_once_each_and_new_ones_replace_them() -> None:
    petrov = signed_in("petrov")
    with_app("petrov")
    old, new = recovery_codes(petrov), recovery_codes(petrov)
    assert [len(old), len(new), len({*old, *new})] == [10, 10, 20]
    assert prove(half_in(), old[0]) == 422
    assert prove(half_in(), new[0].upper().replace("-", " ")) == 302
    assert prove(half_in(), new[0]) == 422
    assert [prove(half_in(), code) for code in new[1:]] == [302] * 9
    assert "0 recovery codes left" in petrov.get(ME).content.decode()


def test_a_made_up_code_is_answered_in_words() -> None:
    person("petrov")
    with_app("petrov")
    browser = half_in()
    for typed in ("²34567", "0", "9-", "\u0661\u0662", "x" * 40, "-" * 39):
        assert prove(browser, typed) == 422


def test_secrets_are_kept_encrypted_and_codes_hashed() -> None:
    petrov = signed_in("petrov")
    secret = with_app("petrov")
    codes = recovery_codes(petrov)
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(f::text, ' ') FROM mfa_authenticator f")
        (kept,) = cursor.fetchone()
    assert "argon2id" in kept
    for told in (secret, *codes, *(code.replace("-", "") for code in codes)):
        assert told not in kept


def test_a_rotated_key_opens_the_app_as_before() -> None:
    person("petrov")
    secret = with_app("petrov")
    ring = settings.KEYS.with_new_key()
    assert [reseal(ring), reseal(ring)] == [1, 0]
    with override_settings(KEYS=ring.with_newest_only()):
        assert prove(half_in(), code_now(secret, 1)) == 302


def test_codes_cannot_be_guessed_by_trying_from_many_places() -> None:
    person("petrov")
    secret = with_app("petrov")
    for number in range(throttle.MAX_TRIES):
        browser = half_in()
        browser.defaults["REMOTE_ADDR"] = f"203.0.113.{number}"
        assert prove(browser, "000000") == 422
    browser = half_in()
    assert prove(browser, code_now(secret, 1)) == 422
    assert not is_in(browser)
    clock.advance(throttle.WINDOW + timedelta(seconds=1))
    assert prove(half_in(), code_now(secret, 1)) == 302


def test_half_a_sign_in_is_over_after_five_minutes_and_with_another_password() -> None:
    person("petrov")
    secret = with_app("petrov")
    late = half_in()
    clock.advance(sessions.HALF + timedelta(seconds=1))
    assert prove(late, code_now(secret, 1)) == 302
    assert not is_in(late)
    stale = half_in()
    user = User.objects.get(username="petrov")
    user.set_password("another one altogether")
    user.save()
    prove(stale, code_now(secret, 1))
    assert not is_in(stale)


def test_the_second_proof_gives_a_new_session() -> None:
    person("petrov")
    secret = with_app("petrov")
    browser = half_in()
    before = browser.cookies["medoffice"].value
    assert prove(browser, code_now(secret, 1)) == 302
    assert browser.cookies["medoffice"].value != before
    assert not Session.objects.filter(session_key=before).exists()


def test_a_factor_of_another_person_is_none() -> None:
    person("petrov")
    person("lind")
    with_app("petrov")
    other = with_app("lind")
    assert prove(half_in(), code_now(other, 1)) == 422
    lind = Client()
    lind.post(DOOR, {"username": "lind", "password": PASSWORD})
    lind.post(SECOND, {"code": code_now(other, 1)})
    of_petrov = Authenticator.objects.get(user__username="petrov").pk
    assert lind.post(f"/security/me/factor/{of_petrov}/off/").status_code == 404
    assert Authenticator.objects.filter(pk=of_petrov).exists()


def test_the_manager_takes_a_lost_factor_off_and_the_person_is_told() -> None:
    lind, petrov = signed_in("lind"), signed_in("petrov")
    lind.post("/security/sign-out/")
    with_app("lind")
    user_id = actor_named("lind").id
    assert "authenticator app" in petrov.get(f"/security/users/{user_id}/").content.decode()
    clock.advance(timedelta(minutes=1))
    petrov.post(f"/security/users/{user_id}/factors/")
    assert not Authenticator.objects.filter(user_id=user_id).exists()
    event = AuditEvent.objects.filter(word="security.manage_users", object_id=user_id, outcome="done").latest("id")
    assert (event.actor_name, event.detail["did"]) == ("Irina Petrov", "second factors taken off")
    back = Client()
    back.post(DOOR, {"username": "lind", "password": PASSWORD})
    page = back.get(ME).content.decode()
    assert "Irina Petrov changed your account: second factors taken off." in page
    assert "Irina Petrov: second factors taken off" in page
    again = sign_in("lind")
    assert "changed your account" not in again.get(ME).content.decode()  # said once; the list stays
    assert "Irina Petrov: second factors taken off" in again.get(ME).content.decode()


def test_a_manager_takes_nothing_off_an_owner_nor_off_themselves() -> None:
    person("ferreira")
    petrov = signed_in("petrov")
    for key in ("ferreira", "petrov"):
        with_app(key)
        answer = petrov.post(f"/security/users/{actor_named(key).id}/factors/")
        assert answer.status_code == 409
    assert Authenticator.objects.count() == 2


def test_taking_the_last_factor_off_takes_the_recovery_codes_too() -> None:
    petrov = signed_in("petrov")
    with_app("petrov")
    recovery_codes(petrov)
    app = Authenticator.objects.get(type="totp").pk
    assert petrov.post(f"/security/me/factor/{app}/off/").status_code == 302
    assert not Authenticator.objects.exists()
    assert petrov.post("/security/me/codes/").status_code == 409
    assert is_in(sign_in("petrov"))


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> Client:
    """The owner's browser, in a practice where every account needs a second factor within three days."""
    owner = signed_in("ferreira")
    monkeypatch.setattr(current, "kind", lambda: "practice")
    form = {"idle_minutes": "15", "factor_required": "on", "grace_days": "3", "version": "0"}
    assert owner.post("/security/rules/", form).status_code == 302
    return owner


def test_where_the_office_asks_for_it_nothing_opens_without_a_factor_once_the_grace_is_over(strict: Client) -> None:
    assert "no second factor" in strict.get("/security/rules/").content.decode()
    person("petrov")
    assert "Add a second factor by 11/27/2026" in sign_in("petrov").get(ME).content.decode()
    assert is_in(sign_in("petrov"))
    clock.advance(timedelta(days=3, seconds=1))
    held = sign_in("petrov")
    answer = held.get(PAGE)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{ME}?next=%2Fsecurity%2Fusers%2F")
    fragment = held.post("/find/", {"q": "x"}, headers={"HX-Request": "true", "HX-Current-URL": "http://x/work/"})
    assert (fragment.status_code, fragment.headers["HX-Redirect"]) == (204, f"{ME}?next=%2Fwork%2F")
    page = held.get(ME).content.decode()
    assert "the time to add it is over" in page
    assert 'class="rail"' not in page
    secret = re.search(r'class="mono">([A-Z2-7]{32})<', held.get("/security/me/app/").content.decode())
    assert secret
    assert held.post("/security/me/app/", {"code": code_now(secret[1])}).status_code == 200
    assert is_in(held)


def test_the_rule_does_not_hold_in_a_demo(strict: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert strict.get("/security/rules/").status_code == 200
    person("petrov")
    monkeypatch.setattr(current, "kind", lambda: "demo")
    clock.advance(timedelta(days=30))
    assert is_in(sign_in("petrov"))


def test_a_short_password_does_not_outlive_its_second_factor() -> None:
    person("petrov")
    secret = with_app("petrov")
    browser = half_in()
    prove(browser, code_now(secret, 1))
    short = "heron wade qu"
    assert browser.post("/security/password/", {"present": PASSWORD, "new": short}).status_code == 302
    Authenticator.objects.all().delete()
    held = sign_in("petrov", password=short)
    assert held.get(PAGE).headers["Location"].startswith("/security/password/")
    assert held.get(ME).status_code == 302
    form = {"present": short, "new": "heron wade quietly on"}
    assert held.post("/security/password/", form).status_code == 302
    assert is_in(held)
