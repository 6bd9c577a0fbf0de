"""The gate: what is turned away before a thread is taken, and how requests and answers pass through it whole."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.urls import resolve

from medoffice.config import gate
from medoffice.config.gate import BODY_BYTES, HEAVY, Gate, Headers


@dataclass
class Asked:
    """A request as granian gives it."""

    method: str = "GET"
    path: str = "/"
    headers: Any = field(default_factory=dict)
    query_string: str = ""
    proto: str = "http"
    http_version: str = "1.1"
    server: str = "127.0.0.1:8000"
    client: str = "[::1]:40000"
    scheme: str = "http"
    authority: str | None = None


class Wire:
    """A client: what it sends, piece by piece, and what it was answered."""

    def __init__(self, *pieces: bytes, stalls: bool = False) -> None:
        self.pieces, self.stalls, self.taken = pieces, stalls, 0
        self.answers: list[tuple[int, Headers, bytes]] = []

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            self.taken += 1
            yield piece
        if self.stalls:
            await asyncio.Event().wait()

    def response_bytes(self, status: int, headers: Headers, body: bytes) -> None:
        self.answers.append((status, headers, body))


class Office:
    """A WSGI application that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[dict[str, Any], bytes]] = []

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:  # noqa: ANN401 - WSGI has no type for it
        self.asked.append((environ, environ["wsgi.input"].read()))
        start("200 OK", [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])
        return iter([b"one, ", b"two"])


def ask(application: Any, asked: Asked, wire: Wire) -> tuple[int, Headers, bytes]:  # noqa: ANN401 - any application
    asyncio.run(Gate(application, threads=1).__rsgi__(asked, wire))
    assert len(wire.answers) == 1
    return wire.answers[0]


def posted(*pieces: bytes, path: str = "/find/", **headers: str) -> tuple[Asked, Wire]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    length = {"content-length": str(sum(map(len, pieces)))}
    return Asked("POST", path, length | named), Wire(*pieces)


def test_a_request_passes_whole_and_so_does_its_answer() -> None:
    office = Office()
    asked, wire = posted(b"q=", b"vale", path="/finde/é/", content_type="text/x", x_poll="1", x_under_score="no")
    asked.headers["x_forged"] = "1"
    assert ask(office, asked, wire) == (200, [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")], b"one, two")
    [(environ, body)] = office.asked
    assert body == b"q=vale"
    told = (
        "REQUEST_METHOD",
        "PATH_INFO",
        "CONTENT_TYPE",
        "CONTENT_LENGTH",
        "HTTP_X_POLL",
        "REMOTE_ADDR",
    )
    assert [environ[name] for name in told] == ["POST", "/finde/Ã©/", "text/x", "6", "1", "::1"]
    assert "HTTP_X_FORGED" not in environ


class Twice(dict[str, str]):
    """Headers of which one came twice."""

    def items(self) -> Any:  # noqa: ANN401 - pairs, as granian gives them
        return [("cookie", "a=1"), ("cookie", "b=2"), ("accept", "x"), ("accept", "y")]


def test_headers_that_come_twice_are_joined() -> None:
    office = Office()
    ask(office, Asked(headers=Twice()), Wire())
    environ, _ = office.asked[0]
    assert (environ["HTTP_COOKIE"], environ["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")


@pytest.mark.parametrize(
    ("headers", "pieces", "status"),
    [
        ({"content-length": str(BODY_BYTES + 1)}, [b"x"], 413),
        ({"content-length": "-1"}, [b"x"], 413),
        ({"transfer-encoding": "chunked"}, [b"x"], 411),
        ({"content-length": "9"}, [b"x"], 400),
    ],
)
def test_a_body_too_long_untold_or_cut_short_never_reaches_the_office(
    headers: dict[str, str], pieces: list[bytes], status: int
) -> None:
    office, wire = Office(), Wire(*pieces)
    answered, _, body = ask(office, Asked("POST", "/find/", headers), wire)
    assert (answered, office.asked) == (status, [])
    assert b"Nothing of it" in body or status == 411
    assert (b"2.5 MB at once" in body) == (b"Too large" in body) == (status == 413)
    assert b'href="/"' in body, "no page is a dead end"
    assert wire.taken == (1 if status == 400 else 0), "it is not even read"


def test_a_body_that_stalls_is_turned_away_by_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "BODY_SECONDS", 0.0)
    office = Office()
    answered, _, _ = ask(office, Asked("POST", "/find/", {"content-length": "9"}), Wire(b"x", stalls=True))
    assert (answered, office.asked) == (408, [])


def test_all_bodies_together_have_a_limit_and_their_bytes_are_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "BODIES_BYTES", 10)
    office = Office()

    async def story() -> list[int]:
        behind = Gate(office, threads=1)
        statuses = []
        for size in (11, 10, 10):
            asked, wire = posted(b"x" * size)
            await behind.__rsgi__(asked, wire)
            statuses.append(wire.answers[0][0])
        return statuses

    assert asyncio.run(story()) == [503, 200, 200]


def test_who_is_turned_away_is_told_in_words_and_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "BODIES_BYTES", 0)
    asked, wire = posted(b"x")
    status, headers, body = ask(Office(), asked, wire)
    assert (status, dict(headers)["Retry-After"]) == (503, "3")
    assert b"Nothing of this was done" in body
    asked, wire = posted(b"x", hx_request="true")
    _, headers, fragment = ask(Office(), asked, wire)
    assert dict(headers)["HX-Reswap"] == "none", "what stands on the page stays"
    assert "Nothing of this was done" in json.loads(dict(headers)["HX-Trigger"])["say"]
    assert not fragment.startswith(b"<!doctype")


def test_when_all_threads_are_held_the_next_are_turned_away_and_what_began_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "WAITING", 0)

    async def story() -> None:
        loop = asyncio.get_running_loop()
        begun, go_on = asyncio.Event(), threading.Event()

        def slow(_environ: dict[str, Any], start: Any) -> Iterable[bytes]:  # noqa: ANN401 - as above
            loop.call_soon_threadsafe(begun.set)
            go_on.wait(20)
            start("200 OK", [])
            return [b"done"]

        behind = Gate(slow, threads=1)
        asked, first = posted(b"x")
        writing = asyncio.create_task(behind.__rsgi__(asked, first))
        await begun.wait()
        asked, second = posted(b"x")
        await behind.__rsgi__(asked, second)
        assert second.answers[0][0] == 503
        go_on.set()
        await writing
        assert first.answers == [(200, [], b"done")]

    asyncio.run(story())


def test_an_error_nobody_caught_is_answered_without_its_content() -> None:
    def broken(_environ: dict[str, Any], _start: Any) -> Iterable[bytes]:  # noqa: ANN401 - as above
        raise ValueError("Ingrid Vale")

    status, _, body = ask(broken, Asked(), Wire())
    assert status == 500
    assert b"Vale" not in body


SOME = "00000000-0000-7000-8000-000000000001"
HEAVY_ROUTES = (
    "/security/sign-in/",
    "/security/set-up/",
    "/security/password/",
    "/claims/send/",
    "/claims/fetch/",
    f"/claims/remittances/{SOME}/post/",
    f"/claims/remittances/{SOME}/answer/",
    f"/claims/remittances/{SOME}/again/",
    "/books/proofs/run/",
    "/documents/upload/",
)


@pytest.mark.parametrize("path", HEAVY_ROUTES)
def test_what_is_called_heavy_exists(path: str) -> None:
    assert HEAVY.fullmatch(path)
    assert resolve(path)
