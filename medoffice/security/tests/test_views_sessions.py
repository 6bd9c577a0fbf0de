"""Sessions through the whole stack: they begin with the right pair only, end by the clock, and belong to one world."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.contrib.auth import hashers
from django.db import OperationalError, connection
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.worlds import catalog, current
from medoffice.security import throttle
from medoffice.security.api import actor_named, add_user, any_user_exists, change_password, change_roles
from medoffice.security.models import AuditEvent, Session, User
from medoffice.security.setup_code import setup_code
from medoffice.security.tests.makers import PASSWORD, person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
DOOR = "/security/sign-in/"
WRONG_PAIR = "Sign-in name or password is not right. Try again, or ask the manager."
PAGE = "/security/users/"  # any page behind the door that Petrov may see


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


@pytest.fixture
def petrov() -> Client:
    return signed_in("petrov")


def is_in(client: Client, **headers: str) -> bool:
    """Whether the client is let in; otherwise it must be sent to the door, and shown nothing."""
    answer = client.get(PAGE, headers=headers)
    if answer.status_code == 200:
        return True
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{DOOR}?next=%2Fsecurity%2Fusers%2F")
    assert answer.content == b""
    return False


def tried(word: str = "session.begin") -> list[tuple[str, str]]:
    rows = AuditEvent.objects.filter(word=word).order_by("id")
    return [(row.outcome, str(row.detail.get("name", ""))) for row in rows]


def test_a_session_ends_after_fifteen_idle_minutes(petrov: Client) -> None:
    clock.advance(timedelta(minutes=15))
    assert is_in(petrov)
    clock.advance(timedelta(minutes=15, seconds=1))
    assert not is_in(petrov)
    assert Session.objects.count() == 0


def test_a_session_ends_after_twelve_hours_however_busy(petrov: Client) -> None:
    for _ in range(12 * 6):
        clock.advance(timedelta(minutes=10))
        assert is_in(petrov)
    clock.advance(timedelta(seconds=1))
    assert not is_in(petrov)


def test_a_page_that_asks_by_itself_does_not_keep_the_session(petrov: Client) -> None:
    for _ in range(3):
        clock.advance(timedelta(minutes=5))
        assert is_in(petrov, **{"X-Poll": "1"})
    clock.advance(timedelta(minutes=5))
    assert not is_in(petrov, **{"X-Poll": "1"})
    assert not is_in(petrov)


def test_signing_out_ends_the_session_itself(petrov: Client) -> None:
    kept = petrov.cookies[settings.SESSION_COOKIE_NAME].value
    assert Session.objects.filter(session_key=kept).exists()
    assert petrov.post("/security/sign-out/").headers["Location"] == DOOR
    assert not Session.objects.filter(session_key=kept).exists()
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert not is_in(thief)
    assert AuditEvent.objects.filter(word="session.end", outcome="done").count() == 1


def test_whoever_has_no_role_can_still_sign_out() -> None:
    nox = signed_in("nox")
    assert nox.post("/security/sign-out/").status_code == 302
    assert Session.objects.count() == 0


def test_a_closed_account_is_out_at_the_next_request(petrov: Client) -> None:
    user = actor_named("petrov")
    change_roles(actor=PROGRAM, user_id=user.id, roles=["manager"], active=False)
    assert not is_in(petrov)
    assert Session.objects.count() == 0
    assert Client().post(DOOR, {"username": "petrov", "password": PASSWORD}).status_code == 422


def test_rights_that_were_taken_are_gone_at_the_next_request(petrov: Client) -> None:
    change_roles(actor=PROGRAM, user_id=actor_named("petrov").id, roles=["nurse"])
    assert petrov.get(PAGE).status_code == 404


def test_a_new_password_ends_the_other_sessions_only() -> None:
    here = signed_in("petrov")
    elsewhere = sign_in("petrov")
    new = "eleven brass kettles sing"
    answer = here.post("/security/password/", {"present": PASSWORD, "new": new})
    assert answer.status_code == 302
    assert is_in(here)
    assert not is_in(elsewhere)
    assert Client().post(DOOR, {"username": "petrov", "password": PASSWORD}).status_code == 422
    assert sign_in("petrov", password=new).get(PAGE).status_code == 200


@pytest.mark.parametrize(
    ("present", "new"),
    [("not my password at all", "eleven brass kettles sing"), (PASSWORD, "short"), (PASSWORD, "Irina Petrov 2026")],
)
def test_a_password_is_changed_only_by_who_knows_it_and_to_a_good_one(petrov: Client, present: str, new: str) -> None:
    assert petrov.post("/security/password/", {"present": present, "new": new}).status_code == 422
    assert sign_in("petrov").get(PAGE).status_code == 200
    assert AuditEvent.objects.filter(word="security.own_password", outcome="refused").exists()


def test_the_session_cookie_is_for_this_host_and_this_browser_session_only(petrov: Client) -> None:
    cookie = petrov.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"
    assert (cookie["domain"], cookie["max-age"], cookie["expires"], cookie["path"]) == ("", "", "", "/")
    assert len(cookie.value) >= 32


def test_signing_in_gives_a_new_session_and_keeps_nothing_of_the_old_one() -> None:
    browser = Client()
    session = browser.session
    session["left"] = "by somebody"
    session.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = planted = str(session.session_key)
    person("petrov")
    browser.post(DOOR, {"username": "petrov", "password": PASSWORD})
    assert browser.cookies[settings.SESSION_COOKIE_NAME].value != planted
    assert "left" not in browser.session
    assert not Session.objects.filter(session_key=planted).exists()


def test_a_session_of_one_world_is_worth_nothing_in_a_copy(fresh_world: str) -> None:
    browser = signed_in("petrov")
    assert is_in(browser)
    row = Session.objects.get()
    copy = f"{fresh_world}-copy"
    catalog.clone(fresh_world, copy, "training")
    try:
        with current.use(copy):
            assert Session.objects.count() == 0
            assert not is_in(browser)
            row.save(force_insert=True)  # even if somebody carried the row over
            browser.cookies[settings.SESSION_COOKIE_NAME] = row.session_key
            assert not is_in(browser)
            assert sign_in("petrov").get(PAGE).status_code == 200
    finally:
        catalog.drop(copy)


@pytest.mark.parametrize(
    ("target", "lands"),
    [
        ("/work/", "/work/"),
        ("", "/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("///evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("nowhere", "/"),
        ("security:users", "/"),
        ("/\n/evil.example", "/"),
    ],
)
def test_one_lands_inside_the_house_only(target: str, lands: str) -> None:
    person("petrov")
    answer = Client().post(DOOR, {"username": "petrov", "password": PASSWORD, "next": target})
    assert (answer.status_code, answer.headers["Location"]) == (302, lands)


def _message(name: str, password: str) -> tuple[int, str]:
    """The answer to a try at the door: its status and what it says."""
    answer = Client().post(DOOR, {"username": name, "password": password})
    return answer.status_code, str(answer.context["form"].non_field_errors()[0])


def _counted(real: Callable[..., object], calls: list[str]) -> Callable[..., object]:
    def counted(*args: object, **kwargs: object) -> object:
        calls.append(real.__name__)
        return real(*args, **kwargs)

    return counted


def test_a_wrong_name_and_a_wrong_password_look_the_same_and_cost_the_same_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person("petrov")
    work: list[str] = []
    argon = hashers.Argon2PasswordHasher
    for method in ("encode", "verify"):
        monkeypatch.setattr(argon, method, _counted(getattr(argon, method), work))
    wrong = _message("petrov", "not the right one")
    assert work == ["verify"]
    unknown = _message("nobody", "not the right one")
    assert work == ["verify", "encode"]  # one hash each
    assert wrong == unknown == (422, WRONG_PAIR)
    assert tried() == [("refused", "petrov"), ("refused", "nobody")]


@pytest.mark.parametrize("name", ["petrov", "nobody"])
def test_after_ten_wrong_tries_a_name_waits_real_or_not(name: str) -> None:
    person("petrov")
    for _ in range(throttle.MAX_TRIES):
        assert _message(name, "wrong") == (422, WRONG_PAIR)
    assert _message(name, PASSWORD) == (422, "Too many wrong tries. Wait fifteen minutes.")
    assert len(tried()) == throttle.MAX_TRIES  # what is turned away leaves no rows to fill the disk with
    clock.advance(throttle.WINDOW + timedelta(seconds=1))
    answer = Client().post(DOOR, {"username": name, "password": PASSWORD})
    assert answer.status_code == (302 if name == "petrov" else 422)


def test_a_strangers_tries_do_not_shut_out_the_person_at_their_own_desk() -> None:
    person("petrov")
    far = Client(REMOTE_ADDR="10.0.0.66")
    for _ in range(throttle.MAX_TRIES + 1):
        far.post(DOOR, {"username": "petrov", "password": "wrong"})
    assert far.post(DOOR, {"username": "petrov", "password": PASSWORD}).status_code == 422
    assert sign_in("petrov").get(PAGE).status_code == 200


def test_a_hundred_tries_from_many_places_close_the_name_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "MAX_FROM_EVERYWHERE", 12)
    person("petrov")
    for number in range(12):
        Client(REMOTE_ADDR=f"10.0.0.{number}").post(DOOR, {"username": "petrov", "password": "wrong"})
    assert Client().post(DOOR, {"username": "petrov", "password": PASSWORD}).status_code == 422


def test_coming_going_and_failing_are_written_down_with_name_and_place() -> None:
    browser = signed_in("petrov")
    browser.post("/security/sign-out/")
    Client(REMOTE_ADDR="10.0.0.66").post(DOOR, {"username": "petrov", "password": "wrong"})
    rows = AuditEvent.objects.filter(word__startswith="session.").order_by("id")
    told = [(row.word, row.outcome, row.detail.get("from", "")) for row in rows]
    assert told == [
        ("session.begin", "done", "127.0.0.1"),
        ("session.end", "done", ""),
        ("session.begin", "refused", "10.0.0.66"),
    ]
    assert {row.actor_id for row in rows} == {actor_named("petrov").id}


def test_passwords_are_kept_as_argon2id_only() -> None:
    person("petrov")
    assert User.objects.get().password.startswith("argon2$argon2id$")
    assert settings.PASSWORD_HASHERS == ["medoffice.config.passwords.OfficePasswords"]


OWNER = {"name": "Ana Ferreira", "username": "ferreira", "password": PASSWORD}


def test_a_new_office_has_no_account_and_asks_for_the_code() -> None:
    assert not any_user_exists()
    for name, password in [("admin", "admin"), ("owner", settings.DEMO_PASSWORD), ("ferreira", PASSWORD)]:
        answer = Client().post(DOOR, {"username": name, "password": password})
        assert (answer.status_code, answer.headers["Location"]) == (302, "/security/set-up/")
    answer = Client().post("/security/set-up/", {**OWNER, "code": "00000000"})
    assert answer.status_code == 422
    assert not any_user_exists()
    assert tried("security.set_up") == [("refused", "set-up code")]


def test_the_code_works_once() -> None:
    code = setup_code(settings.SECRET_KEY)
    first = Client()
    assert first.post("/security/set-up/", {**OWNER, "code": code}).headers["Location"] == "/"
    assert is_in(first)
    again = Client().post("/security/set-up/", {**OWNER, "username": "second", "code": code})
    assert again.status_code == 404
    assert Client().get("/security/set-up/").status_code == 404
    assert User.objects.count() == 1


def test_the_code_cannot_be_guessed_by_trying() -> None:
    for number in range(throttle.MAX_TRIES):
        Client().post("/security/set-up/", {**OWNER, "code": f"{number:08}"})
    answer = Client().post("/security/set-up/", {**OWNER, "code": setup_code(settings.SECRET_KEY)})
    assert answer.status_code == 422
    assert not any_user_exists()


def test_the_demo_password_is_offered_and_taken_in_a_demo_only(monkeypatch: pytest.MonkeyPatch) -> None:
    person("petrov")
    assert settings.DEMO_PASSWORD not in Client().get(DOOR).content.decode()
    monkeypatch.setattr(current, "kind", lambda: "practice")
    assert settings.DEMO_PASSWORD not in Client().get(DOOR).content.decode()
    with pytest.raises(Exception, match="public password"):
        add_user(actor=PROGRAM, username="x", name="X", roles=["nurse"], password=settings.DEMO_PASSWORD)
    with pytest.raises(Exception, match="public password"):
        change_password(actor=actor_named("petrov"), present=PASSWORD, new=settings.DEMO_PASSWORD)
    monkeypatch.setattr(current, "kind", lambda: "demo")
    page = Client().get(DOOR).content.decode()
    assert f'name="password" value="{settings.DEMO_PASSWORD}"' in page


def test_the_demo_offers_first_whoever_has_most_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "kind", lambda: "demo")
    everything = ["nurse", "biller", "coder"]
    for username, name, roles in (
        ("nox", "Nox", []),
        ("chen", "Wei Chen", ["biller"]),
        ("vega", "Sol Vega", everything),
    ):
        add_user(actor=PROGRAM, username=username, name=name, roles=roles, password=PASSWORD)
    page = Client().get(DOOR).content.decode()
    assert re.findall(r'name="username" value="([^"]+)"', page) == ["vega", "chen", "nox"]
    assert re.search(r'<input[^>]*name="username"[^>]*autofocus', page)


def test_a_form_without_its_token_does_nothing(petrov: Client) -> None:
    petrov.handler.enforce_csrf_checks = True
    before = User.objects.count()
    form = {"name": "Eve", "username": "eve", "roles": ["owner"], "password": PASSWORD}
    assert petrov.post(PAGE, form).status_code == 403
    assert User.objects.count() == before


def test_the_account_of_an_unknown_id_is_not_found(petrov: Client) -> None:
    assert petrov.post(f"/security/users/{UUID(int=7)}/roles/", {"roles": ["nurse"]}).status_code == 404


def test_a_character_that_is_no_text_is_refused_in_words() -> None:
    person("chen")
    answer = sign_in("chen").post("/find/", {"q": "Va\x00le"})
    assert answer.status_code == 422
    assert "character that is no text" in answer.content.decode()


@pytest.mark.parametrize("key", ['"abcdefgh\\000ijkl"', "a" * 4000, '"\\303\\250bcdefghij"', "", "' OR 1=1 --"])
def test_a_cookie_that_can_be_no_session_leads_to_the_door(key: str) -> None:
    client = Client(headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}={key}"})
    assert not is_in(client)


@pytest.mark.parametrize("fragment", [False, True])
def test_while_the_database_is_away_people_are_told_to_try_again(petrov: Client, fragment: bool) -> None:
    def away(*_: object) -> None:
        raise OperationalError("the server closed the connection unexpectedly")

    petrov.raise_request_exception = False
    headers = {"HX-Request": "true"} if fragment else {}
    with connection.execute_wrapper(away):
        answer = petrov.get("/", headers=headers)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
    assert b"nothing is stored twice" in answer.content
    assert (answer.headers.get("HX-Reswap") == "none") is fragment, "a page that stands there stays"


def test_a_database_that_goes_away_after_the_act_is_not_told_as_a_request_that_changed_nothing(
    petrov: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise OperationalError("the server closed the connection unexpectedly")

    petrov.raise_request_exception = False
    elsewhere = sign_in("petrov")
    monkeypatch.setattr(Session, "save", away)
    answer = petrov.post("/security/me/where/others/end/")
    monkeypatch.undo()
    assert not is_in(elsewhere), "it was done"
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
    assert b"nothing is stored twice" in answer.content
