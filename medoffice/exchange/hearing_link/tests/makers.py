"""A server that hears as it is told, on this machine, and what tells speech in its detector's place."""

import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from medoffice.kernel.certificates import Served

Does = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Stand:
    """The server: its port, what was asked of it (path, fields by name) with which keys, what it does with who asks."""

    does: Does
    port: int = 0
    asked: list[tuple[str, dict[str, list[bytes]]]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    @property
    def address(self) -> str:
        """Where it is, without TLS."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def prompts(self) -> list[bytes]:
        """The hints of each request; empty without."""
        return [b"".join(fields.get("prompt", [])) for _, fields in self.asked]


def says(answer: object, *, kind: str = "application/json", status: int = 200, **headers: str) -> Does:
    """Answers with this: JSON, or bytes as they are."""

    def does(to: BaseHTTPRequestHandler) -> None:
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        to.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            to.send_header(name.replace("_", "-"), value)
        to.end_headers()
        to.wfile.write(body)

    return does


def hears(text: str, *, sure: float | None = None, each: float = 0.25) -> Does:
    """Hears these words, one behind the other."""
    known = {} if sure is None else {"probability": sure}
    words = [
        {"word": word, "start": at * each, "end": (at + 1) * each, **known} for at, word in enumerate(text.split())
    ]
    return says({"text": text, "words": words})


@contextmanager
def serving(does: Does, tls: Served | None = None) -> Iterator[Stand]:
    """A server at a free port of this machine, until the block ends."""
    stand = Stand(does)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            stand.keys.append(self.headers["Authorization"])
            stand.asked.append((self.path, _fields(self.headers["Content-Type"], body)))
            self.close_connection = True
            try:
                stand.does(self)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Who hangs up is no news."""

    server = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tls.certificate, tls.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    stand.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield stand
    finally:
        stand.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _fields(kind: str, body: bytes) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    parts: Any = message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body).get_payload()
    for part in parts:
        found.setdefault(part.get_param("name", header="content-disposition"), []).append(part.get_payload(decode=True))
    return found


def detector(path: Path, *pieces: tuple[tuple[float, float], ...], seconds: float = 8.0) -> Path:
    """A program that finds speech there, piece by piece, in the place of the one of the extra."""
    told = ""
    for speech in pieces:
        sound = "RIFF of speech" if speech else ""
        found = {"audio_seconds": seconds, "whole": True, "speech": speech, "bytes": len(sound)}
        told += json.dumps(found) + "\n" + sound
    path.write_text(
        "import json, sys\n"
        "assert json.loads(sys.stdin.buffer.readline())['does'] == 'speech'\n"
        f"sys.stdout.write({told!r})\n"
    )
    return path
