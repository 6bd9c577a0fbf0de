"""One key, one effect: every form that a page shows carries its key, and every action can answer one."""

import re
from typing import get_type_hints

from django.forms import SelectMultiple
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from pydantic import TypeAdapter
from pydantic.errors import PydanticUserError

from medoffice.kernel.models import FirstResult
from medoffice.security.acting import actions
from medoffice.security.tests.makers import somebody
from medoffice.security.types import SYSTEM, Actor, Role
from tests.architecture.test_house import REPO
from tests.fuzz.parsers import forms
from tests.policy.office import World, routes

FORM = re.compile(r"<form\b[^>]*\bmethod=\"post\".*?</form>", re.DOTALL)
KEY = re.compile(r'<input type="hidden" name="once" value="[0-9a-f-]{36}">')


def test_p4_no_form_has_a_list_for_which_one_must_hold_a_key() -> None:
    """Several of a list are chosen by boxes, never by a click with Ctrl."""
    fields = [(kind, name, field.widget) for kind in forms() for name, field in kind.base_fields.items()]
    assert len(fields) > 100
    assert [(kind, name) for kind, name, widget in fields if type(widget) is SelectMultiple] == []
    pages = [
        page
        for page in (REPO / "medoffice").rglob("*.html")
        if re.search(r"<select[^>]*\bmultiple\b", page.read_text())
    ]
    assert pages == []


def test_every_form_of_every_page_carries_one_key_of_its_own(world: World) -> None:
    wrong, keys = [], list[str]()
    client = somebody(*(role for role in Role if role not in SYSTEM))
    for route in routes():
        answer = client.get(route.path(world.ids))
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            for form in FORM.findall(answer.content.decode()):
                keys += KEY.findall(form)
                wrong += [route.name] if len(KEY.findall(form)) != 1 else []
    assert not wrong
    assert len(keys) == len(set(keys)) > 100


def test_every_action_can_answer_a_form() -> None:
    wrong, seen = [], 0
    for name, one in ((name, one) for name, one in actions.items() if ".tests." not in name):
        for what, kind in get_type_hints(one.function).items():
            seen += 1
            try:
                assert kind in (Actor, HttpRequest, bytes) or TypeAdapter(kind)
            except PydanticUserError as error:
                wrong.append(f"{name} {what}: {error}")
    assert not wrong
    assert seen > 300


def test_a_view_that_knows_nothing_of_keys_acts_once(world: World) -> None:
    client = somebody(*(role for role in Role if role not in SYSTEM))
    page = reverse("practice:work-finish", args=[world.ids["item_id"]])
    answers = [client.post(page, {"outcome": "called back", "once": "k"}) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {302}
    assert FirstResult.objects.filter(action="work.do").count() == 1
    assert Client().post(page, {"outcome": "called back", "once": "k"}).headers["Location"].startswith("/security/")
