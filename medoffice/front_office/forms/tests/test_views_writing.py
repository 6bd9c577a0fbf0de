"""A form is written by somebody who writes no JSON: questions added, edited, ordered, seen as the tablet shows them."""

import json
import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client

from medoffice.front_office.forms.api import define_form, fill_form, filled_by, hand_forms
from medoffice.front_office.forms.queries import definition_in_use, handed_for
from medoffice.front_office.forms.tests.makers import ABOUT, make_forms
from medoffice.front_office.scheduling.api import appointment
from medoffice.front_office.scheduling.tests.makers import NOW, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.pages import PageForm, form_with

pytestmark = pytest.mark.django_db
PAGE = "/forms/edit/about/"


@pytest.fixture
def booked() -> Iterator[UUID]:
    with clock.frozen(NOW):
        office = make_bookable_office()
        make_forms()
        yield make_appointment(office, make_patient())


@pytest.fixture
def boss(booked: UUID) -> Client:  # noqa: ARG001 - the office has forms
    return signed_in("ferreira")


def sheet(content: bytes) -> PageForm:
    return form_with(content, "title")


def press(boss: Client, form: PageForm, do: str, **typed: str) -> PageForm:
    """Press a button of the page; nothing is kept by it."""
    answer = boss.post(PAGE, {**form.sent(**typed), "do": do})
    assert answer.status_code == 200
    return sheet(answer.content)


def shown(content: bytes) -> str:
    """The part of the page that is as the tablet shows it."""
    return content.decode().split('aria-label="As the tablet shows it"')[1]


def items() -> list[dict[str, object]]:
    """What the form in use asks."""
    now = definition_in_use("about")
    assert now is not None
    found: list[dict[str, object]] = json.loads(now.body)["item"]
    return found


def test_a_question_is_added_edited_ordered_and_published_and_what_was_signed_keeps_its_version(
    booked: UUID, boss: Client
) -> None:
    hand_forms(actor=PROGRAM, appointment_id=booked)
    out, before = handed_for(booked), definition_in_use("about")
    assert out is not None
    assert before is not None
    typed = {"smokes": ["no"], "phone": ["5"]}
    fill_form(actor=PROGRAM, link_id=out.id, definition_id=before.id, typed=typed, signed_name="Ingrid Vale")
    form = press(boss, sheet(boss.get(PAGE).content), "add")
    asks = {"r5-words": "Who drives you?", "r5-type": "choice", "r5-options": "myself\n somebody \n", "r5-must": "on"}
    form = press(boss, form, "up 5", **asks)
    form = press(boss, form, "remove 5")
    assert definition_in_use("about") == before
    seen = boss.post(PAGE, {**form.sent(), "do": "show"})
    assert "Who drives you?" in shown(seen.content)
    assert "Allergies" not in shown(seen.content)
    assert re.search(r'type="radio" name="q-q1" value="somebody"', shown(seen.content))
    assert boss.post(PAGE, sheet(seen.content).sent(title="About you, driven")).status_code == 302
    now = definition_in_use("about")
    assert now is not None
    assert (now.title, now.version) == ("About you, driven", 2)
    assert [one["linkId"] for one in items()] == ["reach", "smokes", "packs", "q1"]
    assert items()[3]["answerOption"] == [{"valueString": "myself"}, {"valueString": "somebody"}]
    assert items()[2]["enableWhen"] == ABOUT["item"][2]["enableWhen"]  # type: ignore[index] # what rows do not say is kept
    assert items()[0]["item"] == ABOUT["item"][0]["item"]  # type: ignore[index] # so is what stands under a heading
    (signed,) = filled_by(PROGRAM, appointment(booked).patient_id)
    assert (signed.version, signed.title) == (1, "About you")


def test_the_same_published_again_is_no_new_version(boss: Client) -> None:
    assert boss.post(PAGE, sheet(boss.get(PAGE).content).sent()).status_code == 302
    now = definition_in_use("about")
    assert now is not None
    assert now.version == 1


def test_a_consent_is_written_from_nothing(boss: Client) -> None:
    page = "/forms/edit/new/"
    form = sheet(boss.get(page).content)
    form = sheet(boss.post(page, {**form.sent(), "do": "add"}).content)
    told = {"title": "Photographs", "key": "photos", "kind": "consent", "r0-type": "display"}
    told |= {"r0-words": "We may take pictures.\nYou may say no.", "do": "show"}
    seen = boss.post(page, {**form.sent(), **told})
    for words in ("We may take pictures.<br>You may say no.", "I have read this and agree", "is your signature"):
        assert words in shown(seen.content)
    assert boss.post(page, sheet(seen.content).sent()).headers["Location"] == "/forms/edit/photos/"
    assert "Photographs" in boss.get("/forms/").content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"title": ""}, "This field is required."),
        ({"r2-words": " "}, "Write what is asked."),
        ({"r2-type": "choice", "r2-options": "\n"}, "Write its answers, one on each line."),
        ({"r3-inside": "on"}, "only stand under a heading that is right above"),
        ({"r0-type": "choice", "r0-options": "a"}, "only stand under a heading that is right above"),
        ({"r1-link_id": "phone again", "r2-link_id": "phone again"}, "has a linkId of its own"),
        ({"every_days": "-1"}, "greater than or equal to 1"),
    ],
)  # fmt: skip
def test_what_cannot_be_published_is_said_and_nothing_typed_is_lost(
    boss: Client, typed: dict[str, str], words: str
) -> None:
    form = sheet(boss.get(PAGE).content)
    answer = boss.post(PAGE, form.sent(**{"r4-words": "Allergies, all", **typed}))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Allergies, all" in answer.content.decode()
    now = definition_in_use("about")
    assert now is not None
    assert now.version == 1


def test_a_condition_that_would_ask_for_what_comes_later_is_said_at_its_question(boss: Client) -> None:
    form = press(boss, sheet(boss.get(PAGE).content), "up 3")
    answer = boss.post(PAGE, form.sent())
    assert answer.status_code == 422
    assert "which is not before it" in answer.content.decode().split('id="row-2"')[1].split("</fieldset>")[0]


def test_headings_in_headings_are_changed_as_json(boss: Client) -> None:
    deep = {"linkId": "a", "type": "group", "text": "A", "item": [{"linkId": "b", "type": "group", "text": "B"}]}
    body = json.dumps({**ABOUT, "item": [deep, {"linkId": "c", "type": "string", "text": "C"}]})
    define_form(actor=PROGRAM, key="about", kind="questions", body=body)
    assert boss.get(PAGE).headers["Location"] == "/forms/json/about/"


@pytest.mark.parametrize("do", ["up 0", "down 4", "remove 99", "up -1", "up \u0661", "fly"])
def test_a_press_that_means_nothing_changes_nothing(boss: Client, do: str) -> None:
    form = sheet(boss.get(PAGE).content)
    assert press(boss, form, do).values["r4-link_id"] == form.values["r4-link_id"]


def test_who_may_not_write_forms_sees_no_such_page(boss: Client) -> None:
    assert boss.get(PAGE).status_code == 200
    for client in (signed_in("lind"), signed_in("nox")):
        assert client.get(PAGE).status_code == client.get("/forms/json/about/").status_code == 404
