"""Run inside a network namespace of its own: starts the office there, asks it, and says in JSON what it saw.

``unshare --net python -m tests.attack.alone DATA``: no packet can leave, so whatever the program needs, it has.
"""

import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import urllib.error
import urllib.request

PORT = 8123
SMUGGLED = b"GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
HEAD = b"POST /security/sign-in/ HTTP/1.1\r\nHost: localhost\r\n"
# Requests of which two servers could believe two different lengths; each carries a second request behind.
UNCLEAR = {
    "length and chunked": HEAD + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX",
    "chunked and length": HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    "two lengths": HEAD + b"Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
    "length list": HEAD + b"Content-Length: 0, 44\r\n\r\n",
    "length with a sign": HEAD + b"Content-Length: +0\r\n\r\n",
    "length below zero": HEAD + b"Content-Length: -1\r\n\r\n",
    "blank before the colon": HEAD + b"Content-Length : 44\r\n\r\n",
    "chunked, misspelt": HEAD + b"Transfer-Encoding: xchunked\r\n\r\n",
    "chunked twice": HEAD + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "chunked folded": HEAD + b"Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
    "chunk size too large": HEAD + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
    "zero in a header": HEAD + b"X: a\x00b\r\n\r\n",
    "bare return": HEAD + b"X: a\rContent-Length: 44\r\n\r\n",
    "header without colon": HEAD + b"nonsense\r\n\r\n",
    "no such version": b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
}
OUTSIDE = ("192.0.2.1", "127.0.0.53", "example.com")


def raise_loopback() -> None:
    """Bring up the only interface there is (SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        name = struct.pack("16sH14x", b"lo", 0)
        (flags,) = struct.unpack_from("H", fcntl.ioctl(probe, 0x8913, name), 16)
        fcntl.ioctl(probe, 0x8914, struct.pack("16sH14x", b"lo", flags | 1))


def reachable() -> list[str]:
    """What outside this machine can be reached; nothing, or the test says nothing."""
    found = []
    for host in OUTSIDE:
        try:
            socket.create_connection((host, 53), timeout=2).close()
            found.append(host)
        except OSError:
            continue
    return found


def status_of(path: str) -> int:
    """What the office answers."""
    try:
        with urllib.request.urlopen(f"http://localhost:{PORT}{path}", timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def answers_to(request: bytes) -> list[str]:
    """The status of every answer that comes back on one connection."""
    with socket.create_connection(("127.0.0.1", PORT), timeout=15) as wire:
        wire.settimeout(2)
        wire.sendall(request + SMUGGLED)
        told = b""
        try:
            while piece := wire.recv(65536):
                told += piece
        except OSError:
            pass
    return [part[:3].decode("latin-1") for part in told.split(b"HTTP/1.1 ")[1:]]


def main(data: str) -> None:
    """Start, ask, stop, say."""
    raise_loopback()
    command = [sys.executable, "-m", "medoffice", "run", "--port", str(PORT)]
    env = {**os.environ, "MEDOFFICE_DATA": data, "MEDOFFICE_DB_HOST": ""}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as office:
        try:
            opened = office.stdout.readline() if office.stdout else ""
            seen = {
                "opened": opened.strip(),
                "outside": reachable(),
                "pages": {
                    path: status_of(path) for path in ("/", "/static/ui/app.js", "/static/ui/base.css", "/none/")
                },
                "unclear": {name: answers_to(request) for name, request in UNCLEAR.items()},
                "clear": answers_to(HEAD + b"Content-Length: 0\r\n\r\n"),
            }
        finally:
            office.terminate()
    sys.stdout.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
