"""Nonsense in every field of every route is answered in words: never by an error page, never by a page elsewhere."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from medoffice.security.api import add_user
from medoffice.security.tests.makers import PASSWORD, sign_in
from medoffice.security.types import PROGRAM, SYSTEM, Role
from tests.policy.office import World, routes

FIELDS = re.compile(r'name="([a-z_]+)"')
UNSHOWN = {"on", "from", "who", "with", "kind", "n", "q", "to", "why", "result", "outcome", "room", "identity_checked"}
LEAVING = {"security:sign-out", "security:lock"}
NONSENSE = (
    f"//elsewhere.example/\u202e<script>alert(1)</script>² {'A' * 300}",
    "01/01/0001",
    "12/31/9999",
    "02/29/2027",
    "9" * 40,
    "-1",
    "1e999",
    "NaN",
    "\u0663",
    "25:61",
    "a\x00b",
    "x" * 2_000,
    "\U0001f469\u200d\U0001f467 " * 60,
    "\u202e\u05d0\u2066",
    "e\u0301" * 130,
    "FREQ=WEEKLY;COUNT=9999",
    "' OR 1=1 --",
)
TYPED = [NONSENSE[0], *(pytest.param(text, marks=pytest.mark.soak) for text in NONSENSE[1:])]


@pytest.fixture
def client(world: World) -> Client:  # noqa: ARG001 - the office is there first
    roles = [role.value for role in Role if role not in SYSTEM]
    add_user(actor=PROGRAM, username="all", name="Noor Haile", roles=roles, password=PASSWORD)
    return sign_in("all")


@pytest.mark.parametrize("text", TYPED)
def test_nonsense_in_every_field_is_answered_in_words(world: World, client: Client, text: str) -> None:
    asked = [route for route in routes() if route.name not in LEAVING]
    pages = [client.get(route.path(world.ids)).content.decode(errors="replace") for route in asked]
    own = [{*FIELDS.findall(page)} - {"csrfmiddlewaretoken"} for page in pages]
    fields = UNSHOWN.union(*own)
    assert len(fields) > 80
    for route, shown in zip(asked, own, strict=True):
        address = route.path(world.ids)
        # A page that answers only forms shows no field: it is sent all there are.
        typed = dict.fromkeys(sorted(shown | UNSHOWN if shown else fields), text)
        for answer in (client.get(f"{address}?{urlencode(typed)}"), client.post(address, typed)):
            assert answer.status_code < 500, (route.name, text)
            assert "elsewhere" not in answer.headers.get("Location", ""), route.name
            assert b"<script>alert" not in answer.content, route.name
