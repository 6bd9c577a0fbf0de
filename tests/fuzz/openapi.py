"""A description (OpenAPI 3.1) of every operation of the office, made of its routes and of the forms on its pages.

The office has no API; its operations are screens and forms. What a form takes is read from the page that shows it,
what an address takes from its converters. Which statuses an operation may answer with is written here, once.
"""

import re
from typing import Any
from uuid import UUID

from django.test import Client

from tests.attack.forms import Sent, forms_on
from tests.policy.office import Route, routes

# Pages; the door; nothing there; a form that is not right; a refusal. 503 is for a database that is away.
READ = ("200", "302", "404", "405", "409", "422")
SENT = ("200", "204", "302", "400", "403", "404", "409", "422")
HTML = {"text/html; charset=utf-8": {"schema": {"type": "string"}}}
PDF = {"application/pdf": {"schema": {"type": "string"}}}
JSON = {"application/json": {"schema": {}}, "text/csv": {"schema": {"type": "string"}}}
PEM = {"application/x-pem-file": {"schema": {"type": "string"}}}
LEFT_OUT = {"security:sign-out"}  # it would end the session that all others use
QUERY = ("q", "on", "show", "from", "who", "with", "n", "patient", "next")


def described(client: Client, ids: dict[str, UUID | str]) -> dict[str, Any]:
    """The whole description, with ids of an office in which each operation has something to work on."""
    every = [route for route in routes() if route.name not in LEFT_OUT]
    pages = {address: client.get(address) for address in (route.path(ids) for route in every)}
    shown = {form.action.partition("?")[0]: form for form in forms_on(pages)}
    paths: dict[str, Any] = {}
    for route in every:
        real = route.path(ids)
        template = real
        for name in route.kwargs:
            template = template.replace(str(ids.get(name, UUID(int=7))), f"{{{name}}}", 1)
        operations: dict[str, Any] = {"post": _operation(route, ids, SENT, shown.get(real, Sent(real)))}
        if pages[real].status_code != 405:
            operations["get"] = _operation(route, ids, READ, None)
        paths[template] = operations
    return {"openapi": "3.1.0", "info": {"title": "medoffice", "version": "1"}, "paths": paths}


def _operation(
    route: Route, ids: dict[str, UUID | str], statuses: tuple[str, ...], form: Sent | None
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": f"{route.name}:{'send' if form else 'read'}",
        "parameters": [_in_path(name, ids) for name in route.kwargs],
        "responses": {
            status: {
                "description": status,
                **({} if status in ("204", "302", "405") else {"content": HTML | PDF | PEM | JSON}),
            }
            for status in statuses
        },
    }
    if form is None:
        query = [{"name": name, "in": "query", "schema": {"type": "string", "maxLength": 300}} for name in QUERY]
        return {**found, "parameters": [*found["parameters"], *query]}
    fields = {name: _typed(value) for name, value in form.fields.items() if name != "csrfmiddlewaretoken"}
    schema = {"type": "object", "properties": fields, "additionalProperties": {"type": "string"}, "maxProperties": 60}
    return {**found, "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": schema}}}}


def _in_path(name: str, ids: dict[str, UUID | str]) -> dict[str, Any]:
    values = [str(ids.get(name, UUID(int=7)))]
    if isinstance(ids.get(name), UUID):
        values.append(str(UUID(int=7)))
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": values}}


def _typed(value: str) -> dict[str, Any]:
    """A field as the page fills it: that value, or any text."""
    some = {"type": "string", "maxLength": 400}
    known = [{"type": "string", "enum": [value]}] if value else []
    dates = {"type": "string", "pattern": r"^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$"}
    money = {"type": "string", "pattern": r"^-?[0-9]{1,9}(\.[0-9]{2})?$"}
    return {"anyOf": [*known, some, dates, money]}


def operations(description: dict[str, Any]) -> int:
    """How many operations there are."""
    return sum(len(re.findall("get|post", " ".join(found))) for found in description["paths"].values())
