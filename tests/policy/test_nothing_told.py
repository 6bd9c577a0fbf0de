"""What the office knows of a patient is in no log and no address, whatever is asked and whatever breaks."""

import io
import logging
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from django.conf import settings
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client

from medoffice.kernel import backup, clock, files
from medoffice.kernel.facts import deliver
from medoffice.kernel.jobs import defer
from medoffice.kernel.logs import Plain
from medoffice.kernel.sealed import Key
from medoffice.kernel.secrets import keep_ring
from medoffice.management.downtime.api import make_pack, set_up_packs
from medoffice.security.api import seal
from medoffice.security.tests.makers import sign_in, somebody
from medoffice.security.types import PROGRAM, SYSTEM, Role
from tests.policy.office import FAMILY, GIVEN, NOON, PHONE, World, make_world, patient_facts, routes

LOGGING = cast("dict[str, Any]", settings.LOGGING)
REPO = Path(__file__).resolve().parents[2]
ADDRESSES = re.compile(r"""(?:href|action|src|hx-(?:get|post|put|delete)|value)="(/[^"]*)\"""")


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """Everything any logger says, down to the smallest thing, written as the program writes its log."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(Plain(LOGGING["formatters"]["plain"]["format"]))
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield out
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def client(world: World) -> Client:  # noqa: ARG001 - the office is there first
    browser = somebody(*(role for role in Role if role not in SYSTEM))
    browser.raise_request_exception = False
    return browser


def test_the_programs_log_is_written_by_the_formatter_that_leaves_messages_out() -> None:
    formatters = {name: made["()"] for name, made in LOGGING["formatters"].items()}
    assert set(formatters.values()) == {"medoffice.kernel.logs.Plain"}
    handlers = LOGGING["handlers"].values()
    assert {handler["formatter"] for handler in handlers} <= set(formatters)


def test_no_log_and_no_address_holds_anything_of_a_patient(
    world: World, client: Client, told: io.StringIO, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    facts, addresses = patient_facts(), set[str]()
    typed = {"q": FAMILY, "family": FAMILY, "given": GIVEN, "phone": PHONE, "reason": f"{GIVEN} called", "text": FAMILY}
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for route in routes():
        address = route.path(world.ids)
        for answer in (client.get(address), client.post(address, typed)):
            addresses |= set(answer.headers.values()) | {cookie.OutputString() for cookie in answer.cookies.values()}
            if answer.headers["Content-Type"].startswith("text/html"):
                addresses |= set(ADDRESSES.findall(answer.content.decode()))
        if route.name in {"security:sign-out", "security:lock"}:
            client = sign_in("somebody")
            client.raise_request_exception = False
    deliver()
    _break(client, world, monkeypatch)
    log = told.getvalue()
    assert "Internal Server Error: /patient/" in log  # it did log, and the bug is told by kind and place
    assert "builtins.ValueError (its message is not logged)" in log
    assert "test_nothing_told.py" in log
    assert [fact for fact in facts if fact in log] == []
    assert len(addresses) > 60
    assert [address for address in addresses for fact in facts if fact in address] == []
    assert [fact for fact in facts if fact in _queued()] == []
    assert list(tmp_path.iterdir()) == [], "something is left among the temporary files"
    assert getattr(mail, "outbox", []) == [], "the office sends no e-mail"


def _queued() -> str:
    """All that waits in the queue of jobs: names, arguments, errors."""
    defer("kernel.facts")
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(j::text, ' ') FROM procrastinate_jobs j")
        text = str(cursor.fetchone()[0])
    assert "kernel.facts" in text
    return text


def _holding(folder: Path, facts: list[str]) -> list[str]:
    """The files of a folder that hold a fact in the clear, in the encodings that programs write."""
    wanted = [fact.encode(code) for fact in facts for code in ("utf-8", "utf-16-le", "latin-1")]
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [str(path.relative_to(folder)) for path in files if any(fact in path.read_bytes() for fact in wanted)]


def test_beside_the_database_nothing_of_a_patient_is_in_the_clear(
    fresh_world: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stored files, the audit head, downtime packs, the backup, and the server's log after statements that failed."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    keep_ring(tmp_path, settings.KEYS)
    with clock.frozen(NOON):
        make_world()
        facts = patient_facts()
        files.store(" ".join(facts).encode(), "text/plain")
        set_up_packs(actor=PROGRAM, password="quiet herons wade here", keep=3)
        make_pack(actor=PROGRAM)
        seal()
    backup.backup(fresh_world, tmp_path / "office.backup", Key("hkdf", os.urandom(32)))
    for statement in ("SELECT %s::int", "SELECT 1/0 WHERE %s <> ''", "INSERT INTO world (name) VALUES (%s)"):
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute(statement, [FAMILY])
    log = Path(os.environ["MEDOFFICE_TEST_DATA"]) / "postgres.log"
    (tmp_path / "postgres.log").write_bytes(log.read_bytes())
    kept = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*") if path.is_file()}
    assert {"files", "audit", "downtime", "office.backup", "postgres.log"} <= kept
    assert _holding(tmp_path, facts) == []
    (tmp_path / "files" / "planted").write_text(f"To {FAMILY}")
    assert _holding(tmp_path, facts) == ["files/planted"], "what stands there in the clear is found"


def _break(client: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bugs whose messages quote the patient: in a view, and from the database (which quotes the row)."""

    def bug(*_: object) -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT %s::int", [FAMILY])
        except Exception as error:
            raise ValueError(f"cannot show {GIVEN} {FAMILY}") from error

    monkeypatch.setattr("medoffice.desks.views.home.patient", bug)
    answer = client.get(f"/patient/{world.patient_id}/")
    assert answer.status_code == 500
    page = answer.content.decode()
    assert FAMILY not in page
    assert answer.headers["X-Request-Id"] in page  # what a person reads out to whoever looks for the bug


def test_an_element_that_asks_by_itself_says_so() -> None:
    """A poll carries X-Poll, or the session of a page left open would never end."""
    tag = re.compile(r"<[a-z][^>]*\bhx-trigger=(\"[^\"]*\"|'[^']*')[^>]*>", re.DOTALL)
    found = [
        f"{path.relative_to(REPO)}: {match[0][:80]}"
        for path in sorted((REPO / "medoffice").rglob("*.html"))
        for match in tag.finditer(path.read_text(encoding="utf-8"))
        if re.search(r"\b(every|load|revealed|intersect|sse|again)\b", match[1]) and "X-Poll" not in match[0]
    ]
    assert found == []
    script = (REPO / "medoffice/ui/static/ui/app.js").read_text(encoding="utf-8")
    assert not re.search(r"setInterval|XMLHttpRequest|sendBeacon|EventSource|WebSocket", script)


def test_our_scripts_keep_nothing_in_the_browser() -> None:
    scripts = sorted((REPO / "medoffice").rglob("static/**/*.js"))
    keeps = re.compile(r"localStorage|sessionStorage|indexedDB|caches\.|serviceWorker")
    found = [path.name for path in scripts if "vendor" not in path.parts and keeps.search(path.read_text("utf-8"))]
    assert len(scripts) > 3
    assert found == []
