"""The header and cookie policy, over every answer there is: pages, fragments, redirects, errors, files, refusals."""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from medoffice.config import gate, wsgi
from medoffice.config.headers import HOUSE
from medoffice.config.tests.test_gate import Asked, Wire
from medoffice.security.tests.makers import PASSWORD, somebody
from medoffice.security.types import SYSTEM, Role
from tests.policy.office import World, routes

STATIC = [
    f"/static/{path.relative_to(folder)}"
    for folder in sorted((Path(__file__).resolve().parents[2] / "medoffice").rglob("static"))
    for path in sorted(folder.rglob("*"))
    if path.is_file()
]
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PROPFIND")
OURS = {"medoffice", "csrftoken", "__Host-medoffice", "__Host-csrf"}


def everybody() -> Client:
    client = somebody(*(role for role in Role if role not in SYSTEM))
    client.raise_request_exception = False
    return client


def faults(status: int, headers: Mapping[str, str], *, static: bool = False) -> list[str]:
    """What an answer's headers lack, or tell, or allow."""
    told = {name.lower(): value for name, value in headers.items()}
    found = [f"no {name}" for name in HOUSE if name.lower() not in told]
    policy = told.get("content-security-policy", "")
    found += [f"the policy says {word}" for word in ("unsafe", "http:", "https:", "*", "blob:") if word in policy]
    found += [f"the policy lacks {part}" for part in ("frame-ancestors 'none'", "base-uri 'none'", "default-src '")
              if part not in policy]  # fmt: skip
    wanted = {"x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin",
              "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin"}  # fmt: skip
    found += [f"{name} is {told.get(name)}" for name, value in wanted.items() if told.get(name) != value]
    if not static and told.get("cache-control") != "no-store":
        found.append(f"may be kept: {told.get('cache-control')}")
    found += [f"tells {name}" for name in ("server", "x-powered-by", "x-aspnet-version", "via") if name in told]
    found += [f"opens {name}" for name in told if name.startswith("access-control-")]
    if status in (301, 302, 303, 307, 308):
        where = told.get("location", "")
        found += [f"leads to {where}"] if not re.match(r"/(?![/\\])|\?|$", where) else []
    return found


def test_answers_of_all_kinds_by_every_method(world: World) -> None:
    client, wrong, seen = everybody(), [], set()
    addresses = [route.path(world.ids) for route in routes() if route.name != "security:sign-out"]
    extra = ["/no/such/", "/%00", "/no-slash", "/static/none.css", "/static/../secret.key", "/patient/x/", "/.env"]
    asked = [(client, method, address) for address in addresses[::6] for method in ("GET", "PUT")]
    asked += [(who, method, address) for address in extra for method in METHODS for who in (client, Client())][::2]
    asked += [(client, "POST", address) for address in addresses[::9]]
    for who, method, address in asked:
        answer = who.generic(method, address, headers={"HX-Request": "true"} if method == "PUT" else {})
        seen.add(answer.status_code)
        wrong += [(method, address, answer.status_code, what) for what in faults(answer.status_code, answer.headers)]
    assert wrong == []
    assert seen >= {200, 404, 405}


@pytest.mark.django_db
def test_every_static_file_and_no_other_is_served_with_the_headers() -> None:
    client, wrong = Client(), []
    for address in STATIC:
        answer = client.get(address)
        wrong += [
            (address, answer.status_code, what) for what in faults(answer.status_code, answer.headers, static=True)
        ]
        wrong += [(address, answer.status_code, "not served")] if answer.status_code != 200 else []
        assert not answer.cookies
        answer.close()
    assert wrong == []
    assert len(STATIC) > 8


@pytest.mark.django_db
def test_the_pages_for_what_went_wrong_have_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bool:
        raise ValueError("a bug")

    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    monkeypatch.setattr("medoffice.security.queries.any_user_exists", broken)
    answers = {
        "bug": Client(raise_request_exception=False).get("/security/sign-in/"),
        "token": client.post("/security/sign-in/", {"username": "x", "password": "y"}),
        "host": client.get("/security/sign-in/", headers={"host": "evil.example"}),
        "long": client.post("/security/sign-in/", {f"a{n}": "" for n in range(1100)}),
    }
    assert [what for answer in answers.values() for what in faults(answer.status_code, answer.headers)] == []
    assert answers["host"].status_code == 400
    assert answers["bug"].status_code == 500


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"headers": {"host": "evil.example"}}, 400),
        ({"headers": {"host": "localhost"}, "client": "192.0.2.7:1000"}, 403),
        ({"headers": {"host": "localhost", "content-length": "99999999999"}}, 413),
        ({"headers": {"host": "localhost", "transfer-encoding": "chunked"}}, 411),
        ({"headers": {"host": "localhost", "content-length": "7"}}, 400),
        ({"headers": {"host": "localhost", "content-length": "+7"}}, 413),
        ({"headers": {"host": "localhost", "content-length": "7,7"}}, 413),
    ],
)
def test_who_is_turned_away_at_the_gate_gets_them(changed: dict[str, Any], status: int) -> None:
    asked, wire = Asked(), Wire()
    for name, value in changed.items():
        setattr(asked, name, value)
    asyncio.run(gate.Gate(wsgi.application).__rsgi__(asked, wire))
    told, headers, _ = wire.answers[-1]
    assert (told, faults(told, dict(headers))) == (status, [])


def cookie_faults(answer: Any, *, tls: bool) -> list[str]:  # noqa: ANN401 - the test client's response
    """What is wrong with the cookies an answer sets."""
    found = []
    for name, morsel in answer.cookies.items():
        found += [f"{name} is not ours"] if name not in OURS else []
        found += [f"{name} is for scripts"] if not morsel["httponly"] else []
        found += [f"{name} is for other sites"] if morsel["samesite"] not in ("Lax", "Strict") else []
        found += [f"{name} is for all of {morsel['domain']}"] if morsel["domain"] else []
        found += [f"{name} has the path {morsel['path']}"] if morsel["path"] != "/" else []
        found += [f"{name} goes in the clear"] if tls and not (morsel["secure"] and name.startswith("__Host-")) else []
    return found


def test_no_answer_sets_another_cookie_or_a_loose_one(world: World) -> None:
    client, wrong, names = everybody(), [], set()
    for route in routes():
        for who in (client, Client(raise_request_exception=False)):
            answer = who.generic("GET", route.path(world.ids))
            names |= set(answer.cookies)
            wrong += [(route.name, what) for what in cookie_faults(answer, tls=False)]
    names |= set(Client().post("/security/sign-in/", {"username": "somebody", "password": PASSWORD}).cookies)
    assert wrong == []
    assert names == {"medoffice", "csrftoken"}


def test_under_tls_cookies_are_bound_to_the_host_and_plain_requests_are_moved() -> None:
    """The settings as ``run --lan`` makes them, in a process of their own."""
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    more = ("SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY")
    asked = f"from medoffice.config import settings as s; print(*[getattr(s, name) for name in {names + more}])"
    command = [sys.executable, "-c", asked]
    told = subprocess.run(command, env=os.environ | {"MEDOFFICE_TLS": "1"}, capture_output=True, text=True, check=True)
    said = told.stdout.split()
    assert said == ["__Host-medoffice", "__Host-csrf", "True", "True", "True", "31536000", "True", "True"]


@pytest.mark.django_db
def test_under_tls_the_browser_is_told_to_come_back_so() -> None:
    with override_settings(SECURE_HSTS_SECONDS=31_536_000, SECURE_SSL_REDIRECT=True):
        answer = Client().get("/security/sign-in/", secure=True)
        assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
        moved = Client().get("/security/sign-in/")
        assert (moved.status_code, moved.headers["Location"]) == (301, "https://testserver/security/sign-in/")


NAMES = ("X-Forwarded-Host", "X-Forwarded-Server", "X-Host", "Forwarded", "X-Original-URL", "X-Rewrite-URL",
         "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Real-IP")  # fmt: skip


def test_no_header_moves_an_address_or_a_method(world: World) -> None:
    client = everybody()
    for name in NAMES:
        value = "/security/users/" if "URL" in name else "evil.example"
        for address in ("/", "/front/", "/no/such/page/", "/no-slash"):
            plain, forged = client.get(address), client.get(address, headers={name: value})
            assert forged.status_code == plain.status_code
            assert forged.headers.get("Location") == plain.headers.get("Location")
            assert b"evil.example" not in forged.content
    once = client.post("/patients/register/", {"_method": "DELETE"}, headers={"X-HTTP-Method-Override": "GET"})
    assert once.status_code == 422  # still a form that was sent
    only_post = next(route for route in routes() if route.name == "billing:pay").path(world.ids)
    for way in ({"X-HTTP-Method-Override": "POST"}, {"X-Method-Override": "POST"}):
        assert client.get(f"{only_post}?_method=POST", headers=way).status_code == 405


ELSEWHERE = ("//evil.example/", "https://evil.example/", "/\\evil.example/", "\\\\evil.example", "javascript:alert(1)",
             "/\t/evil.example/", "///evil.example", "http:evil.example", "/%0a/evil.example", "@evil.example",
             "/front/\r\nX-A: b", "data:text/html,x")  # fmt: skip


def test_no_form_leads_out_of_the_house(world: World) -> None:
    client = everybody()
    for target in ELSEWHERE:
        door = client.post("/security/sign-in/", {"username": "somebody", "password": PASSWORD, "next": target})
        assert faults(door.status_code, door.headers) == []
    for route, target in zip((one for one in routes() if one.name != "security:sign-out"), cycle(ELSEWHERE)):
        answer = client.post(f"{route.path(world.ids)}?next=//evil.example/", {"next": target})
        where = answer.headers.get("Location", "")
        assert "\n" not in where
        assert not re.match(r"[a-z]+:|//|/\\|\\", where), route.name


def test_what_is_wrong_with_headers_would_be_seen() -> None:
    right = {**HOUSE}
    assert faults(200, right) == []
    planted: tuple[tuple[int, dict[str, str], str], ...] = (
        (200, {"Content-Security-Policy": HOUSE["Content-Security-Policy"] + "; script-src 'unsafe-inline'"}, "unsafe"),
        (200, {"Content-Security-Policy": "default-src 'self'; base-uri 'none'"}, "lacks frame-ancestors"),
        (200, {"Cache-Control": "max-age=60"}, "may be kept"),
        (200, {"Server": "granian"}, "tells server"),
        (200, {"Access-Control-Allow-Origin": "*"}, "opens access-control"),
        (302, {"Location": "//evil.example/"}, "leads to"),
        (302, {"Location": "/\\evil.example/"}, "leads to"),
        (200, {"X-Frame-Options": "ALLOW"}, "x-frame-options is ALLOW"),
    )
    for status, changed, word in planted:
        (found,) = faults(status, right | changed)
        assert word in found
    for name in HOUSE:
        assert faults(200, {other: value for other, value in right.items() if other != name})
