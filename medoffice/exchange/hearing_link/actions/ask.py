"""Ask: one request to a server of the office's network, and its answer, within a time and a size.

A name is looked up once, and only the addresses found are spoken to. No proxy is asked, no redirect followed, no
second connection made. A thread ends the connection when its time is over, however slowly it drips.
"""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import ip_address
from threading import Timer

from medoffice.exchange.hearing_link.rules.places import refuse_elsewhere
from medoffice.exchange.hearing_link.types import Place
from medoffice.kernel.certificates import Address
from medoffice.kernel.refusals import Refusal

CONNECT, MOST_BYTES, KIND = 10.0, 16 << 20, "application/json"
_KEY, _MOVED = frozenset({401, 403}), frozenset({301, 302, 303, 307, 308})
_REFUSES = frozenset({404, 405, 421})
_BUSY = frozenset({429, 502, 503, 504})
_LATER = "Nothing is lost; it is tried again. Whoever types need not wait."
_LOOK = "Look at its address, model and certificate where the recogniser is set."
_GIVE = "Give its key where the recogniser is set."
_TYPE = "Let a person listen and type it."


def ask(place: Place, certificate: str, kind: str, body: bytes, seconds: float, key: str = "") -> bytes:
    """What a server answers to a form, and to the key if it asks for one. Raises Refusal (``hearing.server-*``)."""
    told = {"Content-Type": kind, "Accept": KIND, "Connection": "close"}
    known = {"Authorization": f"Bearer {key}"} if key else {}
    until = time.monotonic() + seconds
    with _connected(place, certificate) as wire, _ended(wire, seconds):
        asked = HTTPConnection(place.host, place.port)
        asked.sock, asked.auto_open = wire, 0
        try:
            with suppress(OSError):  # who does not take the key may say so and hang up before it has the whole form
                asked.request("POST", place.path, body, told | known)
            answer = asked.getresponse()
            _refuse_late(until)
            found = _answer(answer, has_key=bool(key))
            _refuse_late(until)
        except (OSError, HTTPException, ValueError) as error:
            if time.monotonic() >= until:
                words = f"The recogniser's server did not answer within {seconds:.0f} seconds."
                raise Refusal("hearing.server-slow", words, _TYPE) from error
            words = "The recogniser's server broke off without a whole answer."
            raise Refusal("hearing.server-broke", words, _TYPE) from error
    return found


def _refuse_late(until: float) -> None:
    """What ended because its time was over may look whole."""
    if time.monotonic() >= until:
        raise HTTPException("its time was over")


def _answer(answer: HTTPResponse, *, has_key: bool) -> bytes:
    if answer.status in _KEY:
        words = "does not take the key that was given" if has_key else "asks for a key, and none was given"
        raise Refusal("hearing.server-key", f"The recogniser's server {words} (HTTP {answer.status}).", _GIVE)
    if answer.status in _MOVED:
        words = f"The recogniser's server sends on to another address (HTTP {answer.status}). Nothing goes there."
        raise Refusal("hearing.server-moved", words, _LOOK)
    if answer.status in _REFUSES:
        words = f"The recogniser's server does not serve this (HTTP {answer.status})."
        raise Refusal("hearing.server-refuses", words, _LOOK)
    if answer.status in _BUSY:
        words = f"The recogniser's server is too busy (HTTP {answer.status})."
        raise Refusal("hearing.server-busy", words, _LATER)
    if answer.status != 200:
        words = f"The recogniser's server did not take this recording (HTTP {answer.status})."
        raise Refusal("hearing.server-declined", words, _TYPE)
    kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if kind != KIND or answer.getheader("Content-Encoding", "identity") != "identity":
        raise Refusal("hearing.server-unclear", "The recogniser's server answered something else than JSON.", _TYPE)
    found = answer.read(MOST_BYTES + 1)
    if len(found) > MOST_BYTES:
        words = f"The answer of the recogniser's server is larger than {MOST_BYTES >> 20} MB."
        raise Refusal("hearing.server-unclear", words, _TYPE)
    if answer.length:
        raise HTTPException("it ended before its end")
    return found


@contextmanager
def _connected(place: Place, certificate: str) -> Iterator[socket.socket]:
    """A connection to the first address that answers, over TLS unless it is this machine itself."""
    try:
        with _reached(place) as plain:
            if not place.tls:
                plain.settimeout(None)
                yield plain
                return
            context = _context(certificate)
            with context.wrap_socket(plain, server_hostname=place.host, do_handshake_on_connect=False) as wire:
                wire.settimeout(None)
                with _ended(wire, CONNECT):
                    wire.do_handshake()
                yield wire
    except ssl.SSLCertVerificationError as error:
        words = f"The recogniser's server does not show the certificate that was given: {error.verify_message}."
        raise Refusal("hearing.server-unknown", f"{words} Nothing was sent.", _LOOK) from error
    except OSError as error:
        words = f"The recogniser's server does not answer: {error.strerror or 'no answer in time'}."
        raise Refusal("hearing.server-silent", f"{words} Nothing was sent.", _LATER) from error


def _context(certificate: str) -> ssl.SSLContext:
    """Only what was given is trusted; the machine's own list of authorities is not."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(cadata=certificate)
    return context


def _reached(place: Place) -> socket.socket:
    found = _addresses(place)
    refuse_elsewhere(place, found)
    for one in found[:-1]:
        try:
            return socket.create_connection((str(one), place.port), CONNECT)
        except OSError:
            continue
    return socket.create_connection((str(found[-1]), place.port), CONNECT)


def _addresses(place: Place) -> list[Address]:
    told = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(one[4][0]).partition("%")[0]) for one in told))


@contextmanager
def _ended(wire: socket.socket, seconds: float) -> Iterator[None]:
    """The connection ends after so many seconds, whatever is read or written then."""
    timer = Timer(seconds, _end, [wire])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end(wire: socket.socket) -> None:
    try:
        socket.socket.shutdown(wire, socket.SHUT_RDWR)  # of the connection below: TLS is not asked to agree
    except OSError:
        return
