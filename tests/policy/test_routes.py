"""Every route of the house, asked by who may not, answers with the door or with nothing; and reading changes nothing.

The routes are walked, not listed: a new one is asked the same questions the day it is made.
"""

import re
from collections.abc import Callable, Collection, Iterator
from itertools import cycle, islice
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.http import require_POST

from medoffice.kernel.worlds.row_hashes import row_hashes
from medoffice.security.api import can, deny_subject, screen
from medoffice.security.models import AuditEvent
from medoffice.security.screens import OPEN
from medoffice.security.tests.makers import CAST, PASSWORD, person, sign_in, somebody, with_app
from medoffice.security.types import PROGRAM, SYSTEM, Hold, Role
from medoffice.security.words import WORDS
from tests.policy.office import Route, World, patient_facts, routes

DOOR = "/security/sign-in/"
OPEN_DOORS = {
    "flow:queue",
    "forms:at",
    "letters:open",
    "scheduling:feed",
    "security:sign-in",
    "security:second",
    "security:door-passkey",
    "security:door-question",
    "security:first-password",
    "security:sign-out",
    "security:lock",
    "security:locked",
    "security:set-up",
    "calls:ring",
    "outreach:self-book",
    "outreach:self-booked",
    "desks:trust",
    "desks:trust-certificate",
}
SIGNED = {"calls:ring"}  # what is sent bears a signature instead of a token; without it nothing but the trail changes
GUARDED = [route for route in routes() if route.word != OPEN]
# In `make soak` each route is asked by all; in `make test` by one, and the next by the next.
WHOLE = [False, pytest.param(True, marks=pytest.mark.soak)]
CHANGING = re.compile(rb'(name="(csrfmiddlewaretoken|once)" value=")[^"]*|("X-CSRFToken": ")[^"]*')
# What follows any look: the trail, the session, and the count of wrong tries at what only its holder knows.
FOLLOWS_AUDIT = {"audit_event", "audit_subject", "django_session", "axes_accessattempt"}


def everybody() -> Client:
    """Somebody who holds every role a person can hold."""
    return somebody(*(role for role in Role if role not in SYSTEM))


def seen(answer: Any) -> tuple[int, bytes]:  # noqa: ANN401 - the test client's response has no public type
    """What a person could tell apart: the status and the page, but for what differs in every answer."""
    return answer.status_code, CHANGING.sub(b"", answer.content)


def asked(client: Client, address: str) -> dict[str, Any]:
    """The answers to reading and to sending an empty form."""
    return {"GET": client.get(address), "POST": client.post(address)}


def unguarded(found: Iterator[Route] | list[Route]) -> list[str]:
    """The routes that no declared word and no reasoned exception guards."""
    return [route.name for route in found if route.word not in WORDS and not (route.word == OPEN and route.reason)]


def test_every_route_is_guarded_by_a_declared_word() -> None:
    assert unguarded(routes()) == []
    assert {route.name for route in routes() if route.word == OPEN} == OPEN_DOORS
    assert len(GUARDED) > 50


def test_a_planted_route_without_a_guard_is_found() -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.path)

    @screen("no.such.word")
    def misspelt(request: HttpRequest) -> HttpResponse:
        return HttpResponse(request.path)

    planted: list[URLPattern | URLResolver] = [
        path("x/", include(([path("a/", page, name="open"), path("b/", require_POST(page), name="form")], "x"))),
        path("c/", misspelt, name="misspelt"),
        path("d/", require_POST(screen("work.do")(page)), name="right"),
    ]
    assert unguarded(routes(planted)) == ["x:open", "x:form", "misspelt"]


def test_without_signing_in_every_route_leads_to_the_door(world: World) -> None:
    wrong = []
    for route in GUARDED:
        address = route.path(world.ids)
        for method, answer in asked(Client(), address).items():
            to_door = answer.status_code == 302 and answer.headers["Location"].split("?")[0] == DOOR
            if answer.content or not (to_door or (method, answer.status_code) == ("GET", 405)):
                wrong.append((route.name, method, answer.status_code))
        fragment = Client().post(address, headers={"HX-Request": "true"})
        if (fragment.status_code, fragment.headers.get("HX-Redirect"), fragment.content) != (204, DOOR, b""):
            wrong.append((route.name, "fragment", fragment.status_code))
    assert not wrong


def not_whole() -> dict[str, tuple[Client, str, Hold | None]]:
    """A browser in each state between nobody and somebody, the page it is sent to, and what holds it."""
    everybody()
    password = {"username": "somebody", "password": PASSWORD}
    states: dict[str, tuple[Client, str, Hold | None]] = {}
    for hold, page in ((Hold.PASSWORD, "/security/password/"), (Hold.FACTOR, "/security/me/")):
        client = sign_in("somebody")
        session = client.session
        session["hold"] = hold.value
        session.save()
        states[hold.value] = (client, page, hold)
    locked = sign_in("somebody")
    locked.post("/security/lock/")
    states["locked"] = (locked, "/security/locked/", Hold.LOCKED)
    with_app("somebody")
    half = Client()
    assert half.post(DOOR, password).headers["Location"] == "/security/sign-in/second/"
    states["half"] = (half, DOOR, None)
    return states


@pytest.mark.parametrize("whole", WHOLE)
def test_a_session_that_is_half_or_held_reaches_its_own_pages_and_nothing_else(world: World, *, whole: bool) -> None:
    """No page, no form, no fragment: after the password alone, behind a lock, or while something is due."""
    wrong, states = [], not_whole()
    for route, state in each_of(states, lambda route, state: not _during(route, states[state][2]), whole=whole):
        client, page, _ = states[state]
        address = route.path(world.ids)
        for method, answer in asked(client, address).items():
            sent_on = answer.status_code == 302 and answer.headers["Location"].split("?")[0] == page
            if answer.content or not (sent_on or (method, answer.status_code) == ("GET", 405)):
                wrong.append((state, route.name, method, answer.status_code))
        fragment = client.post(address, headers={"HX-Request": "true", "X-Poll": "1"})
        if (fragment.status_code, fragment.headers.get("HX-Redirect"), fragment.content) != (204, page, b""):
            wrong.append((state, route.name, "fragment", fragment.status_code))
    assert not wrong


def _during(route: Route, hold: Hold | None) -> bool:
    return hold is not None and getattr(route.view, "during", None) is hold


def each_of(many: Collection[str], which: Callable[[Route, str], bool], *, whole: bool) -> Iterator[tuple[Route, str]]:
    """Every guarded route with all of ``many`` of whom ``which`` is true; unless ``whole``, with one, by turns."""
    turns = cycle(many)
    for route in GUARDED:
        if whole:
            yield from ((route, one) for one in many if which(route, one))
        else:
            one = next((one for one in islice(turns, len(many)) if which(route, one)), None)
            if one is not None:
                yield route, one


@pytest.mark.parametrize("whole", WHOLE)
def test_who_lacks_the_word_finds_what_nobody_finds(world: World, *, whole: bool) -> None:
    """For each route, of the cast without its word: the answer is that of an address that does not exist."""
    wrong, cast, nothing = [], {}, {}
    for key in CAST:
        if key != "okafor":  # has an account in the office already
            person(key)
        client, _ = cast[key] = sign_in(key), _actor(key)
        nothing[key] = {method: seen(answer) for method, answer in asked(client, "/no/such/page/").items()}
        assert nothing[key]["GET"][0] == nothing[key]["POST"][0] == 404
    for route, key in each_of(CAST, lambda route, key: not can(cast[key][1], route.word), whole=whole):
        for method, answer in asked(cast[key][0], route.path(world.ids)).items():
            if seen(answer) != nothing[key][method] and (method, answer.status_code) != ("GET", 405):
                wrong.append((key, route.name, method, answer.status_code))
    assert not wrong


def _actor(key: str) -> Any:  # noqa: ANN401 - an Actor; kept short
    from medoffice.security.api import actor_named

    return actor_named(key)


def test_stranger_nox_sees_nothing_at_all(world: World) -> None:
    person("nox")
    nox = sign_in("nox")
    statuses = {
        (method, answer.status_code)
        for route in GUARDED
        for method, answer in asked(nox, route.path(world.ids)).items()
    }
    assert statuses == {("GET", 404), ("GET", 405), ("POST", 404)}
    assert nox.post("/security/sign-out/").status_code == 302


def test_what_is_refused_is_written_down(world: World) -> None:
    person("nox")
    sign_in("nox").get(f"/patient/{world.patient_id}/")
    event = AuditEvent.objects.get(outcome="refused")
    assert (event.actor_name, event.word) == ("Nox", "patients.read")
    assert [row.subject for row in event.subjects.all()] == [world.patient_id]


def test_what_is_shown_is_written_down_in_searches_and_refused_forms_too(world: World) -> None:
    client = everybody()
    for address, form in (
        ("/find/", {"q": "Zyxw"}),
        (f"/billing/account/{world.patient_id}/pay/", {"amount": "x"}),
        (f"/patients/{world.patient_id}/change/name/", {"family": ""}),
    ):
        before = AuditEvent.objects.filter(outcome="seen", subjects__subject=world.patient_id).count()
        assert client.post(address, form).status_code in (200, 422)
        assert AuditEvent.objects.filter(outcome="seen", subjects__subject=world.patient_id).count() == before + 1


def test_a_form_without_its_token_changes_nothing(world: World) -> None:
    client = everybody()
    client.handler.enforce_csrf_checks = True
    before = row_hashes()
    statuses = {one.name: client.post(one.path(world.ids)).status_code for one in routes() if one.name not in SIGNED}
    assert {name: status for name, status in statuses.items() if status != 403} == {}
    assert _changed(before) <= {"django_session"}


def test_reading_changes_nothing_but_the_trail(world: World) -> None:
    client = everybody()
    before, statuses = row_hashes(), {}
    for route in routes():
        statuses[route.name] = client.get(route.path(world.ids)).status_code
    assert _changed(before) <= FOLLOWS_AUDIT
    assert set(statuses.values()) <= {200, 204, 302, 404, 405}  # 204: a board that nobody moved on
    reads = [name for name, status in statuses.items() if status == 200]
    assert len(reads) > 25
    forms = [route for route in GUARDED if statuses[route.name] == 405]
    assert {client.get(route.path(world.ids)).headers["Allow"] for route in forms} == {"POST"}


def _changed(before: dict[str, str]) -> set[str]:
    after = row_hashes()
    return {table for table in before if before[table] != after[table]}


def test_a_denied_patient_is_nobody_to_that_person(world: World) -> None:
    """To somebody with every role, the patient kept from them looks like none: by id, in lists, searches and counts."""
    client = everybody()
    shown = _pages_that_tell(client, world)
    assert len(shown) > 15  # before the denial the pages do tell
    deny_subject(actor=PROGRAM, user_id=_actor("somebody").id, subject=world.patient_id, reason="a relative")
    assert _pages_that_tell(client, world) == []
    before, wrong = row_hashes(), []
    unknown = {name: value for name, value in world.ids.items() if name in OF_NO_PATIENT}
    for route in GUARDED:
        if not set(route.kwargs) - OF_NO_PATIENT:
            continue
        real, none = route.path(world.ids), route.path({**unknown, "kind": "charge"})
        for method in ("GET", "POST"):
            answers = [seen(client.generic(method, address)) for address in (real, none)]
            if answers[0] != answers[1]:
                wrong.append((route.name, method, answers[0][0], answers[1][0]))
    assert not wrong
    assert _changed(before) <= FOLLOWS_AUDIT


# Names in addresses that stand for no patient's thing: their pages are there for whoever has the word.
OF_NO_PATIENT = {
    "short_id",
    "word",
    "loose_id",
    "refused_id",
    "part",
    "favourite_id",
    "performer_id",
    "pharmacy_id",
    "formulary_id",
    "lab_message_id",
    "laboratory_id",
    "lot_id",
    "kit_id",
    "office_test_id",
    "equipment_id",
    "device_id",
    "calibration_id",
    "log_id",
    "procedure_kind",
    "wire_id",
    "code_audit_id",
    "step",
    "group",
    "list_kind",
    "note_key",
    "report",
    "site_id",
    "staff_id",
    "payer_id",
    "user_id",
    "factor_id",
    "session_id",
    "closure_id",
    "unit_id",
    "template_id",
    "away_id",
    "number",
    "page",
    "verb",
    "kind",
    "remittance_id",
    "heard_id",
    "rule_id",
    "batch_id",
    "asked_id",
}


def _pages_that_tell(client: Client, world: World) -> list[str]:
    """The pages, and searches, that hold something of the patient."""
    facts = patient_facts()
    told = []
    for route in GUARDED:
        page = client.get(route.path(world.ids)).content.decode(errors="replace")
        told += [f"{route.name}: {fact}" for fact in facts if fact in page][:1]
    for asked_for in ("Zyxw", "02/03/1931", "555-0177"):
        for address in ("/find/", f"/calls/{world.ids['call_id']}/people/"):
            page = client.post(address, {"q": asked_for}).content.decode()
            told += [f"{address} {asked_for}" for fact in facts if fact in page][:1]
    return told


def test_every_answer_has_the_security_headers(world: World) -> None:
    client, wrong = everybody(), []
    addresses = [route.path(world.ids) for route in routes()]
    asks = [
        (c, a) for c in (client, Client()) for a in [*addresses, "/no/such/page/", "/%00", f"/patient/{UUID(int=7)}/"]
    ]
    for who, address in asks:
        for method in ("GET", "POST"):
            answer = who.generic(method, address)
            wrong += [(method, address, what) for what in _missing_headers(answer.headers)]
    assert not wrong


def _missing_headers(headers: Any) -> list[str]:  # noqa: ANN401 - a mapping without regard to case
    policy = headers.get("Content-Security-Policy", "")
    wanted = {
        "default-src 'self'": policy,
        "script-src 'self'": policy,
        "style-src 'self'": policy,
        "object-src 'none'": policy,
        "base-uri 'none'": policy,
        "form-action 'self'": policy,
        "frame-ancestors 'none'": policy,
        "nosniff": headers.get("X-Content-Type-Options", ""),
        "same-origin": headers.get("Referrer-Policy", ""),
        "DENY": headers.get("X-Frame-Options", ""),
        "no-store": headers.get("Cache-Control", ""),
    }
    missing = [what for what, where in wanted.items() if what not in where]
    if "unsafe" in policy or "*" in policy or "http" in policy:
        missing.append(policy)
    return missing


@pytest.mark.django_db
def test_a_refused_host_is_answered_with_the_headers_too() -> None:
    answer = Client().get(DOOR, headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
