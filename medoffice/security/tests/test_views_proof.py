"""Step-up: acts that matter ask for a fresh proof, by whatever door; nothing typed is lost; nothing goes around it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import get_resolver

from medoffice.kernel import clock
from medoffice.security import throttle
from medoffice.security.acting import action, actions
from medoffice.security.api import actor_named, change_roles
from medoffice.security.models import AuditEvent, User
from medoffice.security.proofs import FRESH, Proof, ProofNeeded, need_proof, present, words_that_ask
from medoffice.security.tests.makers import PASSWORD, code_now, person, sign_in, signed_in, with_app
from medoffice.security.types import PROGRAM, Actor
from medoffice.security.words import WORDS

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
NEW: dict[str, object] = {"name": "Ñu <b>Vega</b> & Söhne", "username": "nu", "roles": ["nurse", "coder"], "once": "k"}
USERS = "/security/users/"


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


@pytest.fixture
def petrov() -> Client:
    """A manager who signed in longer ago than a proof is fresh."""
    browser = signed_in("petrov")
    clock.advance(FRESH + timedelta(seconds=1))
    return browser


def carried(page: str) -> dict[str, list[str]]:
    """The hidden fields of a page, as a browser would send them again."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page):
        if name != "csrfmiddlewaretoken":
            found.setdefault(name, []).append(unescape(value))
    return found


def test_which_words_ask_is_declared_and_each_is_a_word_with_actions() -> None:
    wanted = {
        "calls.triage",
        "documents.purge",
        "ledger.close",
        "notes.revise",
        "notes.sign",
        "patients.merge",
        "payments.refund",
        "prescriptions.sign",
        "authorizations.sign",
        "dictation.sign",
        "security.deny",
        "security.manage_users",
        "security.own_factors",
        "security.rules",
    }
    assert words_that_ask() == wanted
    assert wanted <= set(WORDS)
    assert get_resolver().url_patterns  # the screens, and with them every action, are loaded
    assert wanted <= {made.word for made in actions.values()}


def test_a_form_sent_without_a_fresh_proof_does_nothing_and_asks(petrov: Client) -> None:
    user_id = actor_named("petrov").id
    sent: dict[str, dict[str, object]] = {
        USERS: NEW,
        f"{USERS}{user_id}/roles/": {"roles": ["manager", "coder"], "active": "on"},
        f"{USERS}{user_id}/sessions/": {},
        "/security/me/pin/": {"pin": "90210"},
        "/security/me/codes/": {},
    }
    for address, form in sent.items():
        page = petrov.post(address, form)
        assert page.status_code == 200
        assert "Is it you, Irina Petrov?" in page.content.decode()
        assert carried(page.content.decode()).keys() == {*form, "proof_for"}
    assert User.objects.count() == 1
    assert (User.objects.get().roles, User.objects.get().pin) == (["manager"], "")
    assert not AuditEvent.objects.filter(outcome="refused").exists()


def test_what_was_typed_goes_on_with_the_proof(petrov: Client) -> None:
    again = carried(petrov.post(USERS, NEW).content.decode())
    assert again["name"] == [NEW["name"]]
    assert again["roles"] == NEW["roles"]
    answer = petrov.post(USERS, {**again, "proof_password": PASSWORD})
    assert answer.status_code == 302
    made = User.objects.get(username="nu")
    assert (made.name, made.roles) == (NEW["name"], ["coder", "nurse"])
    assert petrov.post(f"{USERS}{made.id}/roles/", {"roles": ["coder"], "active": "on"}).status_code == 302
    events = AuditEvent.objects.filter(word="session.proof").values_list("outcome", flat=True)
    assert list(events) == ["done"]


def test_a_wrong_proof_is_counted_and_everything_is_still_there(petrov: Client) -> None:
    form = {**NEW, "proof_for": "security.manage_users"}
    for _ in range(throttle.MAX_TRIES):
        page = petrov.post(USERS, {**form, "proof_password": "wrong"})
        assert page.status_code == 422
    assert carried(page.content.decode())["name"] == [NEW["name"]]
    page = petrov.post(USERS, {**form, "proof_password": PASSWORD})
    assert "Too many wrong tries" in page.content.decode()
    assert User.objects.count() == 1
    assert AuditEvent.objects.filter(word="session.proof", outcome="refused").count() == throttle.MAX_TRIES


@pytest.mark.parametrize(
    "extra", [{}, {"proof_password": ""}, {"proof_code": "000000"}, {"proof_passkey": "{}"}, {"proof_passkey": "[[["}]
)
def test_nothing_else_is_a_proof(petrov: Client, extra: dict[str, str]) -> None:
    page = petrov.post(USERS, {**NEW, "proof_for": "work.do", "proved": clock.now().isoformat(), **extra})
    assert page.status_code == 422
    assert User.objects.count() == 1


def test_a_code_of_the_app_is_a_proof_and_works_once(petrov: Client) -> None:
    secret = with_app("petrov")
    form = {**NEW, "proof_for": "security.manage_users", "proof_code": code_now(secret, 1)}
    assert petrov.post(USERS, form).status_code == 302
    clock.advance(FRESH + timedelta(seconds=1))
    assert petrov.post(USERS, {**form, "username": "other", "once": "l"}).status_code == 422
    assert not User.objects.filter(username="other").exists()


def test_a_proof_is_one_persons_and_one_sessions(petrov: Client) -> None:
    elsewhere = sign_in("petrov")
    assert elsewhere.post(USERS, NEW).status_code == 302
    assert petrov.post(USERS, {**NEW, "username": "more", "once": "m"}).status_code == 200
    assert not User.objects.filter(username="more").exists()


def test_without_its_token_no_proof_is_even_looked_at(petrov: Client) -> None:
    petrov.handler.enforce_csrf_checks = True
    form = {**NEW, "proof_for": "security.manage_users", "proof_password": PASSWORD}
    assert petrov.post(USERS, form).status_code == 403
    assert not AuditEvent.objects.filter(word="session.proof").exists()


def test_who_may_not_is_not_asked_either() -> None:
    lind = signed_in("lind")
    clock.advance(FRESH + timedelta(seconds=1))
    assert lind.post(USERS, NEW).status_code == 404


def test_a_fragment_is_refused_in_words(petrov: Client) -> None:
    answer = petrov.post(USERS, NEW, headers={"HX-Request": "true"})
    assert (answer.status_code, "proof" in answer.content.decode()) == (409, True)
    assert User.objects.count() == 1


def test_an_act_within_another_asks_for_its_own_word() -> None:
    person("petrov")
    user_id = actor_named("petrov").id

    @action("security.set_up")
    def planted(*, actor: Actor) -> None:
        change_roles(actor=actor, user_id=user_id, roles=["manager"])

    token = present.set(Proof(None))
    try:
        with pytest.raises(ProofNeeded):
            planted(actor=PROGRAM)
        need_proof("work.do")
    finally:
        present.reset(token)
    planted(actor=PROGRAM)  # where nobody sits there: a job, a command
