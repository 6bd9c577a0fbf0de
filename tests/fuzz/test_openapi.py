"""schemathesis asks every operation of the office, as people of several rights: no bug's page, nothing undescribed."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
import schemathesis
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as generated
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from medoffice.security.tests.makers import person, sign_in, somebody
from medoffice.security.types import SYSTEM, Role
from tests.figures import figure
from tests.fuzz.openapi import described, operations
from tests.fuzz.serving import Wsgi, credentials, in_this_world, on_this_machine
from tests.policy.office import World

CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


def everybody() -> Client:
    client = somebody(*(role for role in Role if role not in SYSTEM))
    client.raise_request_exception = False
    return client


def serving(description: dict[str, Any], office: Wsgi) -> Wsgi:
    """The office, with its description at an address of its own."""

    def serve(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/openapi.json":
            start("200 OK", [("Content-Type", "application/json")])
            return [json.dumps(description).encode()]
        return office(environ, start)

    return serve


def ask(description: dict[str, Any], headers: dict[str, str], examples: int, office: Wsgi = on_this_machine) -> int:
    """Ask each operation so many times; what one changed is taken back before the next."""
    count = 0
    with in_this_world():
        schema = schemathesis.openapi.from_wsgi("/openapi.json", serving(description, office))
        for found in schema.get_all_operations():
            assert isinstance(found, Ok), found

            @generated(max_examples=examples, deadline=None, database=None, phases=[Phase.generate],
                       suppress_health_check=list(HealthCheck))  # fmt: skip
            @given(found.ok().as_strategy())
            def holds(case: Any) -> None:  # noqa: ANN401 - schemathesis's case
                nonlocal count
                count += 1
                case.call_and_validate(headers=headers, checks=CHECKS)

            with transaction.atomic():
                holds()
                transaction.set_rollback(True)
    return count


def test_every_operation_answers_as_it_is_described(world: World) -> None:
    client = everybody()
    description = described(client, world.ids)
    assert operations(description) > 120
    assert ask(description, credentials(client), 1) >= operations(description) - 5


@pytest.mark.soak
@pytest.mark.parametrize("who", ["everybody", "lind", "chen", "nox", "nobody"])
def test_every_operation_for_long_as_people_of_several_rights(world: World, who: str) -> None:
    client = everybody()
    description = described(client, world.ids)
    if who not in ("everybody", "nobody"):
        person(who)
        client = sign_in(who)
    count = ask(description, credentials(client) if who != "nobody" else {}, 25)
    figure(f"schemathesis as {who}", f"{operations(description)} operations, {count} requests, 0 faults", "0 5xx")


def _planted(status: str, kind: str) -> Wsgi:
    def office(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start(status if environ["PATH_INFO"] == "/planted/" else "200 OK", [("Content-Type", kind)])
        return [b"x"]

    return office


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "kind"),
    [("500 Oops", "text/html; charset=utf-8"), ("299 Odd", "text/html; charset=utf-8"), ("200 OK", "text/csv")],
)
def test_a_bug_an_undescribed_status_and_an_undescribed_kind_are_found(status: str, kind: str) -> None:
    content = {"text/html; charset=utf-8": {"schema": {"type": "string"}}}
    read = {"get": {"responses": {"200": {"description": "x", "content": content}}}}
    description = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {"/planted/": read}}
    with pytest.raises(FailureGroup):
        ask(description, {}, 1, _planted(status, kind))
    assert ask(description, {}, 1, _planted("200 OK", "text/html; charset=utf-8")) == 1
