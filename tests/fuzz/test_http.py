"""What a browser, or no browser, may send: methods, addresses, headers, cookies and bodies that nobody meant.

Every answer is one of the house: no bug's page, no header a sender could write into, the security headers on it.
"""

import re
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as generated
from hypothesis import strategies as st

from medoffice.config import wsgi
from medoffice.config.headers import HOUSE
from medoffice.security.tests.makers import somebody
from medoffice.security.types import SYSTEM, Role
from tests.figures import figure
from tests.fuzz.serving import credentials, in_this_world
from tests.policy.office import World, routes

POLICY = "Content-Security-Policy"
LATIN = st.text(st.characters(max_codepoint=255), max_size=60)
PATHS = (
    "/", "/../../etc/passwd", "//elsewhere.example/", "/%2e%2e/", "/static/../secret.key", "/static/ui/app.js%00",
    "/patient/\udcff/", "/patient/00000000-0000-0000-0000-000000000000/", "/a" * 900, "/;/", "/\\elsewhere.example",
)  # fmt: skip
HEADERS = (
    "HTTP_COOKIE", "HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO",
    "HTTP_ACCEPT", "HTTP_ORIGIN", "HTTP_RANGE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_NONE_MATCH", "HTTP_REFERER",
    "HTTP_X_HTTP_METHOD_OVERRIDE", "HTTP_HX_REQUEST", "HTTP_HX_CURRENT_URL", "HTTP_X_POLL", "HTTP_X_CSRFTOKEN",
    "HTTP_X_REWRITE_URL", "HTTP_ACCEPT_ENCODING", "HTTP_AUTHORIZATION", "HTTP_EXPECT", "HTTP_ACCEPT_LANGUAGE",
    "CONTENT_TYPE",
)  # fmt: skip  # the length of what is sent is the gate's to hold (medoffice/config/tests/test_gate)
VALUES = (
    "", "-1", "1e9", "99999999999999999999", "bytes=0-0,1-1,2-", "application/json", "multipart/form-data", '"',
    "localhost", "multipart/form-data; boundary=\x00", "application/x-www-form-urlencoded; charset=utf-7", "true",
    "text/plain; charset=\xff", "gzip, br;q=x", "medoffice=; medoffice=x; csrftoken=" + "a" * 500, "medoffice=%00",
    "localhost:99999", "[::1", "a.localhost", "evil.example", "localhost\nX: y", "http://evil.example/", "Bearer",
    "Thu, 32 Foo 99999",
)  # fmt: skip
BODIES = (
    b"", b"%", b"=&=&&", b"a=%ff%00", b"next=//elsewhere.example", b"q=" + b"9" * 4000, b"{" * 300, b"a=1&" * 1500,
    b"--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"../../b\"\r\n\r\nz\r\n--x--", b"\x1f\x8b\x08\x00",
)  # fmt: skip
ASKED: st.SearchStrategy[tuple[Any, ...]] = st.tuples(
    st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "X" * 40]),
    st.integers(0, 10_000) | st.sampled_from(PATHS) | LATIN.map(lambda text: f"/{text}"),
    LATIN | st.sampled_from(VALUES),
    st.dictionaries(st.sampled_from(HEADERS), st.sampled_from(VALUES) | LATIN, max_size=4),
    st.sampled_from(BODIES) | st.binary(max_size=200),
)


def ask(addresses: list[str], known: dict[str, str], asked: tuple[Any, ...]) -> tuple[int, list[tuple[str, str]]]:
    """One request, as the server would hand it over; the status and the headers of the answer."""
    method, path, query, headers, body = asked
    if isinstance(path, int):
        path = addresses[path % len(addresses)]
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path.encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "HTTP_COOKIE": known["Cookie"],
        "HTTP_X_CSRFTOKEN": known["X-CSRFToken"],
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
        "wsgi.errors": BytesIO(),
        "wsgi.url_scheme": "http",
        "wsgi.multithread": True,
        **headers,
    }
    told: list[Any] = []
    answer = wsgi.application(environ, lambda status, sent, *_: told.extend((int(status[:3]), sent)))
    for _ in answer:
        pass
    getattr(answer, "close", lambda: None)()
    return told[0], told[1]


def faults(status: int, headers: list[tuple[str, str]]) -> list[str]:
    """What is wrong with an answer."""
    found = [f"answers {status}"] if status >= 500 else []
    found += [f"{name} is split" for name, value in headers if "\n" in value or "\r" in value]
    names = {name.lower(): value for name, value in headers}
    found += [f"no {name}" for name in HOUSE if name.lower() not in names]
    if not re.search(r"(^|; )default-src '(self|none)'(;|$)", names.get("content-security-policy", HOUSE[POLICY])):
        found.append("a loose policy")
    if "elsewhere.example" in names.get("location", "") or "evil.example" in names.get("location", ""):
        found.append("leads elsewhere")
    return found


def _fuzz(world: World, examples: int) -> int:
    client = somebody(*(role for role in Role if role not in SYSTEM))
    client.raise_request_exception = False
    known = credentials(client)
    addresses = [route.path(world.ids) for route in routes() if route.name != "security:sign-out"]
    count = 0

    @generated(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(ASKED)
    def holds(asked: tuple[Any, ...]) -> None:
        nonlocal count
        count += 1
        assert faults(*ask(addresses, known, asked)) == []

    with in_this_world():
        holds()
    return count


def test_whatever_is_sent_is_answered_by_the_house(world: World) -> None:
    assert _fuzz(world, 100) >= 100


@pytest.mark.soak
def test_whatever_is_sent_is_answered_by_the_house_for_long(world: World) -> None:
    count = _fuzz(world, 20_000)
    figure("requests nobody meant", f"{count} requests, 0 bug pages", "0")
    assert count >= 20_000


@pytest.mark.parametrize(
    ("host", "status"),
    [("nowhere.localhost", 404), (".localhost", 404), ("é.localhost", 400), ("evil.example", 400), ("", 400)],
)
@pytest.mark.django_db
def test_a_name_that_leads_nowhere_is_answered_by_the_house_too(host: str, status: int) -> None:
    with in_this_world():
        told, headers = ask([], {"Cookie": "", "X-CSRFToken": ""}, ("GET", "/", "", {"HTTP_HOST": host}, b""))
    assert (told, faults(told, headers)) == (status, [])


def test_a_bugs_page_a_split_header_and_a_way_out_would_be_seen() -> None:
    right = list(HOUSE.items())
    assert faults(200, right) == []
    assert faults(500, right) == ["answers 500"]
    for name in HOUSE:
        assert faults(404, [one for one in right if one[0] != name]) == [f"no {name}"]
    loose = {**HOUSE, POLICY: "default-src *; base-uri 'none'"}
    assert faults(200, list(loose.items())) == ["a loose policy"]
    assert faults(302, [*right, ("Location", "//elsewhere.example/")]) == ["leads elsewhere"]
    assert faults(200, [*right, ("X-A", "b\r\nSet-Cookie: c")]) == ["X-A is split"]
