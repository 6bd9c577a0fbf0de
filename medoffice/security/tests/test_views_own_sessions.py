"""Where one is signed in; ending it; closed accounts; passwords that nobody else chose or saw."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security import throttle
from medoffice.security.api import actor_named, add_user
from medoffice.security.models import AuditEvent, PasswordCode, Session, User
from medoffice.security.sessions import forget_old
from medoffice.security.tests.makers import PASSWORD, person, sign_in, signed_in, with_app

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
WHERE, PAGE, FIRST = "/security/me/where/", "/security/users/", "/security/sign-in/code/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def elsewhere(key: str, address: str = "192.0.2.9") -> Client:
    browser = Client(REMOTE_ADDR=address, headers={"User-Agent": FIREFOX})
    browser.post("/security/sign-in/", {"username": key, "password": PASSWORD})
    return browser


def test_one_sees_where_one_is_signed_in_and_ends_one() -> None:
    here = signed_in("lind")
    there = elsewhere("lind")
    page = here.get(WHERE).content.decode()
    assert "Firefox on Windows" in page
    assert "192.0.2.9" in page
    assert page.count("this one") == 1
    assert not set(re.findall(r"[a-z0-9]{32}", page)) & set(Session.objects.values_list("session_key", flat=True))
    number = re.search(r"/me/where/([0-9a-f-]{36})/end/", page)
    assert number
    assert here.post(f"{WHERE}{number[1]}/end/").status_code == 302
    assert there.get(WHERE).status_code == 302
    assert here.get(WHERE).status_code == 200


def test_all_others_are_ended_and_this_one_stays() -> None:
    here = signed_in("lind")
    others = [elsewhere("lind", f"192.0.2.{number}") for number in range(3)]
    here.post(f"{WHERE}others/end/")
    assert [other.get(WHERE).status_code for other in others] == [302] * 3
    assert here.get(WHERE).status_code == 200


def test_another_persons_session_is_not_there_to_be_ended() -> None:
    lind, petrov = signed_in("lind"), signed_in("petrov")
    of_petrov = Session.objects.get(user__username="petrov").number
    assert lind.post(f"{WHERE}{of_petrov}/end/").status_code == 404
    assert petrov.get(PAGE).status_code == 200


def test_the_manager_ends_all_of_somebodys_but_no_owners() -> None:
    lind, owner, petrov = signed_in("lind"), signed_in("ferreira"), signed_in("petrov")
    assert petrov.post(f"{PAGE}{actor_named('lind').id}/sessions/").status_code == 302
    assert lind.get(WHERE).status_code == 302
    assert petrov.post(f"{PAGE}{actor_named('ferreira').id}/sessions/").status_code == 409
    assert owner.get(WHERE).status_code == 200


def test_an_ended_session_is_not_brought_back_by_a_request_under_way() -> None:
    lind = signed_in("lind")
    early = lind.session
    assert early["user"]
    Session.objects.all().delete()
    early["seen"] = clock.now().isoformat()
    with pytest.raises(UpdateError):
        early.save()
    assert Session.objects.count() == 0


def test_closing_an_account_on_its_screen_ends_a_live_session_at_its_next_request_fragments_and_polls_too() -> None:
    lind, petrov = signed_in("lind"), signed_in("petrov")
    assert lind.get("/work/").status_code == 200
    user_id = actor_named("lind").id
    assert petrov.post(f"{PAGE}{user_id}/roles/", {"roles": ["receptionist"]}).status_code == 302
    for headers in ({"HX-Request": "true"}, {"HX-Request": "true", "X-Poll": "1"}):
        answer = lind.post("/find/", {"q": "a"}, headers=headers)
        assert (answer.status_code, answer.content) == (204, b"")
    assert lind.get("/work/").status_code == 302
    assert "closed" in petrov.get(f"{PAGE}{user_id}/").content.decode()
    petrov.post(f"{PAGE}{user_id}/roles/", {"roles": ["receptionist"], "active": "on"})
    assert sign_in("lind").get("/work/").status_code == 200


def test_the_idle_time_is_the_owners_and_holds_from_the_next_sign_in() -> None:
    owner = signed_in("ferreira")
    form = {"idle_minutes": "2", "grace_days": "7", "version": "0"}
    assert owner.post("/security/rules/", form).status_code == 302
    for wrong in ("1", "31", "x"):
        assert owner.post("/security/rules/", {**form, "idle_minutes": wrong, "version": "1"}).status_code == 422
    stale = owner.post("/security/rules/", {**form, "idle_minutes": "9", "version": "0"})
    assert "while you were typing" in stale.content.decode()
    lind = signed_in("lind")
    assert 'data-idle="2"' in lind.get(WHERE).content.decode()
    clock.advance(timedelta(minutes=2, seconds=1))
    assert lind.get(WHERE).status_code == 302
    assert owner.get(WHERE).status_code == 200  # began under fifteen


def test_sessions_that_are_over_are_taken_out_at_night() -> None:
    signed_in("lind")
    clock.advance(timedelta(hours=11))
    signed_in("petrov")
    clock.advance(timedelta(hours=2))
    assert forget_old() == 1
    assert Session.objects.get().user == User.objects.get(username="petrov")


def code_for(key: str, by: Client) -> str:
    """The code a manager's screen shows, once."""
    address = f"{PAGE}{actor_named(key).id}/"
    page = by.post(f"{address}code/").content.decode()
    code = re.search(r'code-shown">([a-z2-9-]+)<', page)
    assert code
    assert code[1] not in by.get(address).content.decode()
    return code[1]


def test_a_new_person_sets_a_password_that_nobody_else_chose_or_saw() -> None:
    petrov = signed_in("petrov")
    form = {"name": "Nora New", "username": "nora", "roles": ["nurse"], "password": "chosen by the manager"}
    assert petrov.post(PAGE, form).status_code == 302
    for password in ("", "chosen by the manager"):
        assert Client().post("/security/sign-in/", {"username": "nora", "password": password}).status_code == 422
    code = code_for("nora", petrov)
    new = {"username": "nora", "code": code.upper().replace("-", " "), "new": "nine tin drums beat"}
    assert Client().post(FIRST, {**new, "new": "short"}).status_code == 422
    assert Client().post(FIRST, new).status_code == 302
    assert Client().post(FIRST, {**new, "new": "ten tin drums beat on"}).status_code == 422  # once
    assert sign_in("nora", password="nine tin drums beat").get(WHERE).status_code == 200
    assert not PasswordCode.objects.exists()
    with pytest.raises(Refusal, match="own password"):
        add_user(actor=actor_named("petrov"), username="x", name="X", roles=["nurse"], password=PASSWORD)


def test_a_code_is_kept_as_a_hash_ends_after_three_days_and_is_replaced_by_a_new_one() -> None:
    person("lind")
    petrov = signed_in("petrov")
    first = code_for("lind", petrov)
    second = code_for("lind", petrov)
    assert PasswordCode.objects.get().code.startswith("argon2$")
    form = {"username": "lind", "new": "nine tin drums beat"}
    assert Client().post(FIRST, {**form, "code": first}).status_code == 422
    clock.advance(timedelta(hours=72, seconds=1))
    assert Client().post(FIRST, {**form, "code": second}).status_code == 422
    assert sign_in("lind").get(WHERE).status_code == 200


def test_a_code_does_not_go_around_a_second_factor() -> None:
    person("lind")
    with_app("lind")
    code = code_for("lind", signed_in("petrov"))
    browser = Client()
    browser.post(FIRST, {"username": "lind", "code": code, "new": "nine tin drums beat"})
    answer = browser.post("/security/sign-in/", {"username": "lind", "password": "nine tin drums beat"})
    assert answer.headers["Location"] == "/security/sign-in/second/"


def test_nobody_gives_a_code_to_themselves_an_owner_or_a_closed_account() -> None:
    person("ferreira")
    petrov = signed_in("petrov")
    for key in ("petrov", "ferreira"):
        assert petrov.post(f"{PAGE}{actor_named(key).id}/code/").status_code == 409
    user_id = person("lind").id
    petrov.post(f"{PAGE}{user_id}/roles/", {"roles": ["receptionist"]})
    assert petrov.post(f"{PAGE}{user_id}/code/").status_code == 409


def test_codes_tell_nothing_of_who_has_an_account_and_cannot_be_tried_for_ever() -> None:
    petrov = signed_in("petrov")
    person("nox")
    code_for("nox", petrov)
    form = {"code": "abcd-efgh-jkmn", "new": "nine tin drums beat"}
    told = [Client().post(FIRST, {**form, "username": name}) for name in ("nox", "nobody")]
    assert {(page.status_code, b"The sign-in name or the code is not right" in page.content) for page in told} == {
        (422, True)
    }
    for _ in range(throttle.MAX_TRIES):
        page = Client().post(FIRST, {**form, "username": "petrov"})
    code = code_for("nox", petrov)
    assert b"not right" in page.content
    page = Client().post(FIRST, {**form, "username": "petrov"})
    assert b"Too many wrong tries" in page.content
    refused = AuditEvent.objects.filter(word="security.own_password", outcome="refused").count()
    assert refused == throttle.MAX_TRIES + 2
    assert code
