"""Read-only: actions are refused with what was typed, reads go on, what cannot be audited is not shown."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from medoffice.kernel import read_only
from medoffice.kernel.refusals import Unavailable
from medoffice.kernel.worlds import current
from medoffice.security.acting import action
from medoffice.security.models import AuditEvent
from medoffice.security.tests.makers import PASSWORD, person, somebody
from medoffice.security.types import Actor

FULL = "The disk is nearly full (12 MB are free)."


@pytest.fixture
def owner(db: None) -> Client:  # noqa: ARG001 - the database, for its effect
    browser = somebody("owner")
    browser.raise_request_exception = False
    return browser


@pytest.fixture
def full(owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - there before the disk is full
    monkeypatch.setattr(read_only, "why", lambda: FULL)


@pytest.mark.usefixtures("full")
def test_an_action_is_refused_and_what_was_typed_comes_back(owner: Client) -> None:
    words, before = "a long reason that nobody wants to type a second time", AuditEvent.objects.count()
    sent = {"name": "Ana Lind", "username": "lind", "password": PASSWORD, "note": words, "roles": ["nurse", "coder"]}
    sent["secret"] = "what a telephone system signs with"
    answer = owner.post("/security/users/00000000-0000-7000-8000-000000000000/roles/", sent)
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
    assert FULL in page
    assert f">{words}</textarea>" in page
    for value in ("nurse", "coder", "Ana Lind"):
        assert f'value="{value}"' in page
    assert PASSWORD not in page
    assert "signs with" not in page
    assert AuditEvent.objects.count() == before


@pytest.mark.usefixtures("full")
def test_a_form_on_its_own_page_keeps_what_was_typed(owner: Client) -> None:
    sent = {"name": "Ana Lind", "username": "lind", "password": PASSWORD, "roles": ["nurse"]}
    answer = owner.post("/security/users/", sent)
    assert FULL in answer.content.decode()
    assert 'value="Ana Lind"' in answer.content.decode()


@pytest.mark.usefixtures("full")
def test_reads_go_on_and_every_page_says_so(owner: Client) -> None:
    for address in ("/security/users/", "/security/audit/"):
        answer = owner.get(address)
        assert answer.status_code == 200
        assert f"Read only: {FULL}" in answer.content.decode()
    assert FULL in Client().get("/security/sign-in/").content.decode()


@pytest.mark.usefixtures("full")
def test_signing_in_goes_on() -> None:
    answer = Client().post("/security/sign-in/", {"username": "somebody", "password": PASSWORD})
    assert answer.status_code == 302


@pytest.fixture
def mute(fresh_world: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A world of its own, whose audit trail is about to refuse new events."""
    monkeypatch.setattr(read_only, "_seen", read_only._Seen())
    return fresh_world


def _forbid(world: str) -> None:
    with current.use(world, current.OWNER), connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON audit_event FROM office_app")


def test_what_cannot_be_audited_is_not_done(mute: str) -> None:
    rows: list[int] = []

    @action("security.deny")
    def leave_a_trace(*, actor: Actor) -> None:  # noqa: ARG001 - every action has one
        rows.append(AuditEvent.objects.count())

    manager = person("petrov")
    _forbid(mute)
    with pytest.raises(Unavailable, match="audit trail cannot be written"):
        leave_a_trace(actor=manager)
    assert read_only.why() == "The audit trail cannot be written."
    with pytest.raises(Unavailable, match="Nothing can be changed"):
        leave_a_trace(actor=manager)
    assert len(rows) == 1  # the second was refused before it began


def test_a_page_whose_reading_cannot_be_audited_is_not_shown(mute: str) -> None:
    owner, patient = somebody("owner", "privacy_officer"), "01900000-0000-7000-8000-000000000001"
    address = f"/security/audit/?patient={patient}"
    assert owner.get(address).status_code == 200
    _forbid(mute)
    answer = owner.get(address)
    assert answer.status_code == 503
    assert "session.begin" not in answer.content.decode()
    assert "audit trail cannot be written" in answer.content.decode()
    assert owner.get("/security/audit/").status_code == 200  # of nobody in particular


def test_a_database_that_is_down_is_said_in_words(owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: object, **__: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("medoffice.security.queries.users", down)
    in_a_view = owner.get("/security/users/")
    typed = owner.post("/security/users/", {"name": "Ana Lind"})
    monkeypatch.setattr("medoffice.security.middleware.actor_of", down)
    before_any_view = owner.get("/security/users/")
    for answer in (in_a_view, typed, before_any_view):
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
        assert "database does not answer" in answer.content.decode()
    assert 'value="Ana Lind"' in typed.content.decode()
    part = owner.get("/security/users/", headers={"HX-Request": "true"})
    assert (part.status_code, "<html" in part.content.decode()) == (503, False)
