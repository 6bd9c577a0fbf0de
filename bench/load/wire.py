"""A browser's share of HTTP/1.1, in bytes: one keep-alive connection, cookies, the forms of the page it looks at."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote_plus

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: ([^=]+)=([^;\r]*)", re.IGNORECASE)
_PLACE = re.compile(rb"\r\nlocation: ([^\r]*)", re.IGNORECASE)
_RETRY = re.compile(rb"\r\nretry-after: ", re.IGNORECASE)
_TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)"|"X-CSRFToken": "([^"]+)"')
_FORM = re.compile(r'<form\b[^>]*?\baction="([^"]*)"[^>]*>(.*?)</form>', re.DOTALL)
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
SLOW_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    text: str
    place: str = ""
    retry: bool = False


class Connection:
    """One keep-alive connection; opened anew when the server closed it."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._pair: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, head: bytes, body: bytes) -> tuple[bytes, bytes]:
        """Send; the head and the body of the answer. Raises OSError, also when it takes longer than a minute."""
        async with asyncio.timeout(SLOW_SECONDS):
            fresh = self._pair is None or self._pair[0].at_eof()
            try:
                return await self._once(head, body, fresh=fresh)
            except BaseException:
                self.close()
                raise

    async def _once(self, head: bytes, body: bytes, *, fresh: bool) -> tuple[bytes, bytes]:
        if fresh:
            self.close()
            self._pair = await asyncio.open_connection(self._host, self._port, limit=2**20)
        assert self._pair is not None
        reader, writer = self._pair
        writer.write(head + body)
        try:
            told = await reader.readuntil(b"\r\n\r\n")
            length = _LENGTH.search(told)
            content = await reader.readexactly(int(length.group(1))) if length else b""
        except asyncio.IncompleteReadError as error:
            raise ConnectionResetError from error
        if b"connection: close" in told.lower():
            self.close()
        return told, content

    def close(self) -> None:
        """Close it."""
        if self._pair is not None:
            self._pair[1].close()
            self._pair = None


class Browser:
    """Somebody's browser: it keeps cookies and the page's token."""

    def __init__(self, host: str, port: int) -> None:
        self._host = f"{host}:{port}".encode()
        self._connection = Connection("127.0.0.1", port)
        self._cookies: dict[bytes, bytes] = {}
        self.token = ""

    async def get(self, path: str, *, fragment: bool = False) -> Answer:
        """Ask for a page, or for a piece of one."""
        return await self._ask("GET", path, b"", fragment=fragment)

    async def post(self, path: str, fields: Mapping[str, str], *, fragment: bool = False) -> Answer:
        """Send a form. The answer to a form that was taken is the way to the next page."""
        told = {"csrfmiddlewaretoken": self.token, **fields}
        body = "&".join(f"{name}={quote_plus(value)}" for name, value in told.items()).encode()
        return await self._ask("POST", path, body, fragment=fragment)

    def borrow(self, other: "Browser") -> None:
        """Look with the cookies of another browser."""
        self._cookies = other._cookies

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    async def _ask(self, method: str, path: str, body: bytes, *, fragment: bool) -> Answer:
        head = [f"{method} {path} HTTP/1.1".encode(), b"Host: " + self._host]
        head.append(b"Cookie: " + b"; ".join(name + b"=" + value for name, value in self._cookies.items()))
        if fragment:
            head.append(b"HX-Request: true")
        if method == "POST":
            head += [
                b"Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body)}".encode(),
                b"X-CSRFToken: " + self.token.encode(),
            ]
        told, content = await self._connection.ask(b"\r\n".join(head) + b"\r\n\r\n", body)
        for name, value in _COOKIE.findall(told):
            self._cookies[name] = value
        place = _PLACE.search(told)
        answer = Answer(
            int(told[9:12]), content.decode(), place.group(1).decode() if place else "", bool(_RETRY.search(told))
        )
        if token := _TOKEN.search(answer.text):
            self.token = token.group(1) or token.group(2)
        return answer


def forms(page: str) -> list[tuple[str, dict[str, str]]]:
    """The forms of a page: where each is sent, and its hidden fields."""
    return [(path, dict(_hidden(inside))) for path, inside in _FORM.findall(page)]


def form(page: str, action: str) -> tuple[str, dict[str, str]] | None:
    """The first form of a page whose address matches a pattern."""
    wanted = re.compile(action)
    return next((one for one in forms(page) if wanted.fullmatch(one[0])), None)


def ids(page: str, before: str) -> list[str]:
    """The ids that stand behind an address on a page, in order, each once."""
    return list(dict.fromkeys(re.findall(re.escape(before) + r"([0-9a-f]{8}-[0-9a-f-]{27})", page)))


def _hidden(inside: str) -> list[tuple[str, str]]:
    return [(name, unescape(value)) for name, value in _HIDDEN.findall(inside) if name != "csrfmiddlewaretoken"]
