"""One request to one address, and its answer within a time and a size: every fault of a server on a real wire."""

import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

import pytest

from medoffice.exchange.hearing_link.actions import ask as asking
from medoffice.exchange.hearing_link.actions.ask import ask
from medoffice.exchange.hearing_link.tests.makers import Does, Stand, says, serving
from medoffice.exchange.hearing_link.types import Place
from medoffice.kernel import certificates, clock
from medoffice.kernel.certificates import Served
from medoffice.kernel.refusals import Refusal

KIND, BODY = (
    "multipart/form-data; boundary=b",
    b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
)


KEY = "sk-of-the-office-7c1e"


def told(
    port: int,
    host: str = "127.0.0.1",
    certificate: str = "",
    seconds: float = 20,
    key: str = "",
    body: bytes = BODY,
) -> bytes:
    return ask(Place(host, port, "/heard", bool(certificate)), certificate, KIND, body, seconds, key)


def refused(does: Does, seconds: float = 20) -> str:
    """The code of what is refused, of a server that answers so."""
    with serving(does) as stand:
        return code(stand.port, seconds=seconds)


def code(port: int, host: str = "127.0.0.1", certificate: str = "", seconds: float = 20) -> str:
    with pytest.raises(Refusal) as refusal:
        told(port, host, certificate, seconds)
    assert refusal.value.words.endswith(".")
    assert refusal.value.fix
    return refusal.value.code


def raw(*pieces: bytes, then: Callable[[Stand], object] | None = None) -> Callable[[Stand], Does]:
    """Writes bytes as they are."""

    def of(stand: Stand) -> Does:
        def does(to: BaseHTTPRequestHandler) -> None:
            for piece in pieces:
                to.wfile.write(piece)
            if then:
                then(stand)

        return does

    return of


def drips(head: bytes) -> Callable[[Stand], Does]:
    """Begins, and goes on by a letter at a time until it is hung up on."""

    def of(stand: Stand) -> Does:
        def does(to: BaseHTTPRequestHandler) -> None:
            to.wfile.write(head)
            while not stand.over.wait(0.02):
                to.wfile.write(b"x")

        return does

    return of


def test_an_answer_comes_back_as_it_is() -> None:
    with serving(says({"text": "well"})) as stand:
        assert told(stand.port) == b'{"text": "well"}'
        assert stand.asked == [("/heard", {"file": [b"x"]})]


@pytest.mark.parametrize(
    ("status", "what"),
    [
        *((status, "moved") for status in (301, 302, 303, 307, 308)),
        *((status, "key") for status in (401, 403)),
        *((status, "refuses") for status in (404, 405, 421)),
        *((status, "busy") for status in (429, 502, 503, 504)),
        *((status, "declined") for status in (201, 204, 400, 413, 415, 422, 500)),
    ],
)
def test_each_status_has_its_words(status: int, what: str) -> None:
    assert refused(says(b"", status=status)) == f"hearing.server-{what}"


def test_no_redirect_is_followed_and_no_proxy_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says({})) as other:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, other.address)
        assert refused(says(b"", status=307, Location=other.address)) == "hearing.server-moved"
        with serving(says({"text": ""})) as stand:
            told(stand.port)
        assert other.asked == []


def test_a_key_goes_to_the_server_alone_and_where_it_is_refused_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving(says({})) as other, serving(says({})) as stand:
        told(stand.port)
        told(stand.port, key=KEY)
        for status in (301, 302, 303, 307, 308, 401, 403, 429, 500):
            stand.does = says({"you sent": KEY}, status=status, Location=other.address)
            with pytest.raises(Refusal) as refusal:
                told(stand.port, key=KEY)
            assert KEY not in f"{refusal.value} {refusal.value.words} {refusal.value.fix} {refusal.value.detail}"
        assert stand.keys == [None] + [f"Bearer {KEY}"] * 10
        assert other.asked == []


@pytest.mark.parametrize(("key", "says_so"), [(KEY, "does not take the key"), ("", "asks for a key, and none was")])
def test_who_refuses_the_key_and_hangs_up_before_it_has_the_whole_form_is_understood(key: str, says_so: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:

        def hangs_up() -> None:
            wire, _ = door.accept()
            with wire:
                wire.recv(1000)
                wire.sendall(b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n")

        thread = Thread(target=hangs_up)
        thread.start()
        with pytest.raises(Refusal, match=says_so) as refusal:
            told(door.getsockname()[1], key=key, body=b"x" * (32 << 20))
        thread.join()
    assert refusal.value.code == "hearing.server-key"


@pytest.mark.parametrize(
    "does",
    [
        says(b"<html>", kind="text/html"),
        says(b"{}", kind=""),
        says(b"{}", Content_Encoding="gzip"),
        says(b"{" + b" " * 2000),
    ],
)
def test_another_kind_and_what_is_too_large_is_no_answer(does: Does, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_BYTES", 1000)
    assert refused(does) == "hearing.server-unclear"


@pytest.mark.parametrize(
    "piece",
    [
        b"",
        b"SSH-2.0-nothing of the kind\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000,
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200,
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}",
    ],
)
def test_who_breaks_off_or_speaks_otherwise_gave_no_answer(piece: bytes) -> None:
    with serving(says({})) as stand:
        stand.does = raw(piece)(stand)
        assert code(stand.port) == "hearing.server-broke"


@pytest.mark.parametrize(
    "how",
    [
        raw(then=lambda stand: stand.over.wait()),
        drips(b""),
        drips(b"HTTP/1.1 200 OK\r\nX: "),
        drips(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n"),
        drips(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"),
    ],
)
def test_who_is_silent_or_drips_is_ended_in_time(how: Callable[[Stand], Does]) -> None:
    with serving(says({})) as stand:
        stand.does = how(stand)
        assert code(stand.port, seconds=0.3) == "hearing.server-slow"


def test_nobody_there_and_a_name_of_nobody_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert code(port) == "hearing.server-silent"

    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert code(port, "speech.office.lan") == "hearing.server-silent"


def test_a_name_is_looked_up_once_and_what_it_stands_for_outside_is_not_spoken_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[object] = []

    def stands_for(*found: str) -> None:
        def looks(host: str, port: int, **_: object) -> list[object]:
            looked.append(host)
            return [(0, 0, 0, "", (one, port)) for one in found]

        monkeypatch.setattr(socket, "getaddrinfo", looks)

    stands_for("203.0.113.5")
    assert code(80, "speech.office.lan") == "hearing.server-elsewhere"
    stands_for("127.0.0.1", "203.0.113.5")
    assert code(80, "localhost") == "hearing.server-elsewhere"
    reached: list[object] = []
    monkeypatch.setattr(socket, "create_connection", lambda where, _: _nobody(reached, where))
    stands_for("127.0.0.1", "127.0.0.2")
    looked.clear()
    assert code(81, "localhost") == "hearing.server-silent"
    assert (looked, reached) == (["localhost"], [("127.0.0.1", 81), ("127.0.0.2", 81)])


def _nobody(reached: list[object], where: object) -> socket.socket:
    reached.append(where)
    raise ConnectionRefusedError(111, "Connection refused")


@pytest.fixture
def tls(tmp_path: Path) -> Served:
    return certificates.issued(tmp_path / "tls", ["localhost"], [ip_address("127.0.0.1")], clock.real_now())


def test_over_tls_only_who_shows_the_certificate_is_spoken_to(tls: Served, tmp_path: Path) -> None:
    assert tls.authority is not None
    known = tls.authority.read_text()
    other = certificates.issued(tmp_path / "other", ["localhost"], [ip_address("127.0.0.1")], clock.real_now())
    assert other.authority is not None
    with serving(says({"text": "well"}), tls) as stand:
        for host in ("127.0.0.1", "localhost"):
            assert told(stand.port, host, known) == b'{"text": "well"}'
        stand.asked.clear()
        assert code(stand.port, "127.0.0.1", other.authority.read_text()) == "hearing.server-unknown"
        assert code(stand.port, "127.0.0.2", known) in ("hearing.server-unknown", "hearing.server-silent")
        assert stand.asked == []


def test_who_is_slow_to_greet_or_knows_no_tls_is_silent(tls: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tls.authority is not None
    known = tls.authority.read_text()
    monkeypatch.setattr(asking, "CONNECT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        assert code(deaf.getsockname()[1], certificate=known) == "hearing.server-silent"
    with serving(says({})) as stand:
        assert code(stand.port, certificate=known) == "hearing.server-silent"
        assert stand.asked == []


def test_over_tls_who_drips_is_ended_in_time(tls: Served) -> None:
    assert tls.authority is not None
    with serving(says({}), tls) as stand:
        stand.does = drips(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")(stand)
        assert code(stand.port, certificate=tls.authority.read_text(), seconds=0.5) == "hearing.server-slow"
