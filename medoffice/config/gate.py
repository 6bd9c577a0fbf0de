"""The gate: what stands between the network and the threads that run Django (granian's RSGI interface).

An event loop takes each request in whole before it asks for a thread, so a client that sends slowly, or not at all,
holds a few bytes and never a thread. A body has a size and a time; a request waits for a thread in a line that turns
away what would wait too long (``waiting.Line``), before anything of it began. What has a thread runs to its end.
"""

import asyncio
import json
import logging
import re
import sys
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any, Protocol

from psycopg import OperationalError

from medoffice.config.headers import with_house_headers
from medoffice.config.waiting import Line

log = logging.getLogger("medoffice.gate")
Headers = list[tuple[str, str]]
Answer = tuple[int, Headers, bytes]
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

THREADS = 3
WAITING, HEAVY_WAITING, HEAVY_SECONDS = 512, 128, 30.0
BODY_BYTES, BODIES_BYTES = 2_621_440, 64 * 2**20  # of one request (Django refuses longer forms too); of all at a time
# Where papers and recordings are sent; Django keeps them in memory.
LARGE, LARGE_BYTES = re.compile(r"/documents/upload/|/dictation/(send/)?[0-9a-f-]{36}/(add/)?"), 26 * 2**20
BODY_SECONDS, BODY_PACE = 10.0, 16_384  # a body may take the seconds, and longer at so many bytes a second
# Sent forms that take a thread for a good part of a second or more: one at a time in each process.
HEAVY = re.compile(
    r"/security/(sign-in|set-up|password)/|/claims/(send|fetch)/|/claims/remittances/[^/]+/(post|answer|again)/"
    r"|/books/proofs/run/|/documents/upload/"
)


class Scope(Protocol):
    """What granian tells of a request."""

    proto: str
    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    authority: str | None
    headers: Any


class Transport(Protocol):
    """Where a request's body comes from, and where its answer goes."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    def response_bytes(self, status: int, headers: Headers, body: bytes) -> None: ...


class TurnedAway(Exception):  # noqa: N818 - it reads as what it says
    """A request that is answered here, before a thread is taken; nothing of it was done."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


BUSY = "Too much is asked of the office at this moment. Nothing of this was done; try again in a few seconds."
AWAY = "The database does not answer for a moment. Nothing of this was done; try again in a few seconds."
LONG = (
    "What was sent is longer than the office takes here, {most} at once. Nothing of it was kept. Go back with the "
    "browser: what was typed is still there. A long paper is sent in parts."
)
MOST = {LARGE_BYTES: "24 MB", BODY_BYTES: "2.5 MB"}  # in words; what stands around the files is not counted
UNTOLD = "The length of what is sent must be told before it is sent."
CUT = "What was sent did not come whole. Nothing of it was kept; try again."
SLOW = "What was sent came too slowly. Nothing of it was kept; try again."


PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} · medoffice</title></head>'
    '<body><main><h1>{title}</h1><p role="alert">{words}</p><p><a href="/">To the start</a></p></main></body></html>'
)  # without styles: the headers of these answers allow none


class Gate:
    """An RSGI application around a WSGI application."""

    def __init__(self, wsgi: Wsgi, threads: int = THREADS) -> None:
        """Serve ``wsgi`` in so many threads, each of which keeps its connections to the database."""
        self._wsgi = wsgi
        self._pool = ThreadPoolExecutor(threads, "web")
        self._line = Line(threads, WAITING)
        self._heavy = Line(1, HEAVY_WAITING, HEAVY_SECONDS)
        self._held = 0

    async def __rsgi__(self, scope: Scope, transport: Transport) -> None:
        """Answer one request."""
        try:
            body = await self._body(scope, transport)
            try:
                status, headers, answer = await self._answer(scope, body)
            finally:
                self._held -= len(body)
        except TurnedAway as away:
            status, headers, answer = turned_away(away, fragment=scope.headers.get("hx-request") is not None)
        transport.response_bytes(status, headers, answer)

    async def _body(self, scope: Scope, transport: Transport) -> bytes:
        """What was sent, whole. Its bytes count as held until the request is answered."""
        if "transfer-encoding" in scope.headers:  # nothing would tell whether it is whole
            raise TurnedAway(411, UNTOLD)
        length = scope.headers.get("content-length") or "0"
        most = LARGE_BYTES if LARGE.fullmatch(scope.path) else BODY_BYTES
        if not length.isdigit() or int(length) > most:
            raise TurnedAway(413, LONG.format(most=MOST[most]))
        body = bytearray()
        try:
            if length != "0":
                await self._take(transport.__aiter__(), body)
            if len(body) != int(length):
                raise TurnedAway(400, CUT)
        except BaseException:
            self._held -= len(body)
            raise
        return bytes(body)

    async def _take(self, chunks: AsyncIterator[bytes], body: bytearray) -> None:
        began = asyncio.get_running_loop().time()
        while True:
            try:
                async with asyncio.timeout_at(began + BODY_SECONDS + len(body) / BODY_PACE):
                    chunk = await anext(chunks)
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                raise TurnedAway(408, SLOW) from error
            self._held += len(chunk)
            body += chunk
            if self._held > BODIES_BYTES:
                raise TurnedAway(503, BUSY)

    async def _answer(self, scope: Scope, body: bytes) -> Answer:
        heavy = scope.method == "POST" and HEAVY.fullmatch(scope.path) is not None
        if heavy and not await self._heavy.enter():
            raise TurnedAway(503, BUSY)
        try:
            if not await self._line.enter():
                raise TurnedAway(503, BUSY)
            try:
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(self._pool, run, self._wsgi, environ_of(scope, body))
            finally:
                self._line.leave()
        finally:
            if heavy:
                self._heavy.leave()


def run(wsgi: Wsgi, environ: dict[str, Any]) -> Answer:
    """The whole answer of a WSGI application, in the thread that asks; an error becomes a 500 without its content."""
    begun: list[tuple[int, Headers]] = []

    def start(status: str, headers: Headers, _error: object = None) -> None:
        begun[:] = [(int(status[:3]), headers)]

    try:
        body = wsgi(environ, start)
        try:
            whole = b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()
        return (*begun[0], whole)
    except OperationalError:  # before Django had it: the worlds could not be looked up
        return turned_away(TurnedAway(503, AWAY), fragment="HTTP_HX_REQUEST" in environ)
    except Exception as error:  # noqa: BLE001 - the last resort: whatever broke, the client is answered
        from medoffice.kernel.retries import in_short

        log.error("a request broke: %s", in_short(error))
        plain = with_house_headers([("Content-Type", "text/plain; charset=utf-8")])
        return 500, plain, b"Something broke on our side.\n"


def turned_away(away: TurnedAway, *, fragment: bool) -> Answer:
    """A small answer in words. A fragment leaves the page as it is and says the words beside it."""
    headers = with_house_headers([("Content-Type", "text/html; charset=utf-8")])
    if away.status == 503:
        headers.append(("Retry-After", "3"))
    if fragment:
        headers += [("HX-Reswap", "none"), ("HX-Trigger", json.dumps({"say": away.words}))]
        return away.status, headers, f'<p role="alert">{away.words}</p>'.encode()
    title = "Too large" if away.status == 413 else "Not now"
    page = PAGE.format(title=title, words=away.words)
    return away.status, headers, page.encode()


def environ_of(scope: Scope, body: bytes) -> dict[str, Any]:
    """The request as WSGI has it (PEP 3333)."""
    host, _, port = scope.server.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        _put(environ, name, value)
    return environ


def _put(environ: dict[str, Any], name: str, value: str) -> None:
    """A header; one that came twice is joined. With an underscore it could pass for another one, and is left out."""
    if "_" in name or name == "content-length":
        return
    key = "CONTENT_TYPE" if name == "content-type" else f"HTTP_{name.upper().replace('-', '_')}"
    before = environ.get(key)
    environ[key] = value if before is None else f"{before}{'; ' if name == 'cookie' else ','}{value}"


def application() -> Gate:
    """The office behind its gate; granian calls it once in each process."""
    from medoffice.config.wsgi import application as office

    return Gate(office)
