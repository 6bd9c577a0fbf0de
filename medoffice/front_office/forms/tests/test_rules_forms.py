"""The pure rules of forms: reading, conditions, answers, the FHIR response, signatures, what is due."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.forms.rules.answering import answered, response, said
from medoffice.front_office.forms.rules.due import due_forms
from medoffice.front_office.forms.rules.reading import Unreadable, read, walk
from medoffice.front_office.forms.rules.signing import as_svg, strokes_of
from medoffice.front_office.forms.tests.makers import ABOUT, CONSENT
from medoffice.front_office.forms.types import Definition, ItemType, Kind, Questionnaire

TELLS = ("phone", "allergies")
WHEN_B = {"question": "b", "operator": "=", "answerBoolean": True}


def about() -> Questionnaire:
    return read(json.dumps(ABOUT), TELLS)


def form(*items: dict[str, object]) -> Questionnaire:
    told = {"resourceType": "Questionnaire", "title": "T", "item": [{"text": "?", **one} for one in items]}
    return read(json.dumps(told))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": ""}, "has a title"),
        ({"item": []}, "one to 200"),
        ({"item": [{"linkId": "a", "type": "attachment", "text": "x"}]}, "cannot be asked"),
        ({"item": [{"linkId": "a", "type": "choice", "text": "x"}]}, "has options"),
        ({"item": [{"linkId": "a", "type": "string", "text": ""}]}, "has words"),
        ({"item": [{"linkId": "a", "type": "string", "text": "x"}] * 2}, "of its own"),
        ({"item": [{"linkId": "a", "type": "string", "text": "x", "definition": "urn:medoffice:tells:ssn"}]}, "ssn"),
        (
            {"item": [{"linkId": "a", "type": "string", "text": "x", "enableWhen": [WHEN_B]}]},
            "not before it",
        ),
        ({"resourceType": "Patient"}, "no FHIR Questionnaire"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(change: dict[str, object], words: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        read(json.dumps({**CONSENT, **change}), TELLS)
    assert words in str(wrong.value)


@given(st.text(max_size=200))
def test_any_text_is_a_form_or_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)


def test_a_required_question_is_required_only_when_it_is_asked() -> None:
    _, wrong = answered(about(), {"smokes": ["yes"]})
    assert wrong == {"packs": "Please answer this."}
    answers, wrong = answered(about(), {"smokes": ["no"], "packs": ["2"]})
    assert (answers, wrong) == ({"smokes": (False,)}, {})  # what is not asked is not taken
    answers, _ = answered(about(), {"smokes": ["yes"], "packs": ["1.5"], "phone": [" 217-555-0188 "]})
    assert answers == {"smokes": (True,), "packs": (Decimal("1.5"),), "phone": ("217-555-0188",)}
    assert said(about(), answers) == {"phone": "217-555-0188"}


def test_the_response_is_r4_with_what_was_asked_in_the_order_of_the_form() -> None:
    answers, _ = answered(about(), {"smokes": ["yes"], "packs": ["1.5"], "phone": ["5"]})
    told = response(about(), answers, canonical="urn:x|1", authored="2026-11-24T15:00:00+00:00")
    assert (told["resourceType"], told["status"], told["questionnaire"]) == (
        "QuestionnaireResponse",
        "completed",
        "urn:x|1",
    )
    assert [one["linkId"] for one in told["item"]] == ["reach", "smokes", "packs"]
    assert told["item"][0]["item"][0]["answer"] == [{"valueString": "5"}]
    assert told["item"][1]["answer"] == [{"valueBoolean": True}]
    assert told["item"][2]["answer"] == [{"valueDecimal": 1.5}]
    json.dumps(told)


@pytest.mark.parametrize(
    ("kind", "typed", "taken"),
    [
        ("integer", "7", 7),
        ("integer", "7.5", None),
        ("decimal", "nan", None),
        ("date", "11/24/2026", date(2026, 11, 24)),
        ("date", "2026-11-24", date(2026, 11, 24)),
        ("date", "13/24/2026", None),
        ("boolean", "maybe", None),
        ("string", "x" * 1001, None),
        ("choice", "b", "b"),
        ("choice", "c", None),
        ("open-choice", "c", "c"),
    ],
)
def test_each_type_takes_its_own(kind: str, typed: str, taken: object) -> None:
    options = [{"valueCoding": {"code": "a", "display": "A"}}, {"valueCoding": {"code": "b", "display": "B"}}]
    asked = form({"linkId": "q", "type": kind, "answerOption": options if "choice" in kind else []})
    answers, wrong = answered(asked, {"q": [typed]})
    assert answers == ({} if taken is None else {"q": (taken,)})
    assert bool(wrong) is (taken is None)


@pytest.mark.parametrize(
    ("operator", "answer", "met"),
    [
        (">", "5", True),
        ("<", "5", False),
        (">=", "4", True),
        ("!=", "4", False),
        ("!=", "", False),
        ("exists", "1", True),
    ],
)
def test_conditions_compare_numbers(operator: str, answer: str, met: bool) -> None:
    value = {"answerBoolean": True} if operator == "exists" else {"answerInteger": 4}
    asked = form(
        {"linkId": "n", "type": "integer"},
        {"linkId": "q", "type": "string", "enableWhen": [{"question": "n", "operator": operator, **value}]},
    )
    answers, _ = answered(asked, {"n": [answer], "q": ["x"]})
    assert ("q" in answers) is met


def test_any_or_all_conditions() -> None:
    when = [{"question": name, "operator": "=", "answerBoolean": True} for name in "ab"]
    bases: list[dict[str, object]] = [{"linkId": name, "type": "boolean"} for name in "ab"]
    for behavior, met in (("any", True), ("all", False)):
        asked = form(*bases, {"linkId": "q", "type": "string", "enableWhen": when, "enableBehavior": behavior})
        answers, _ = answered(asked, {"a": ["yes"], "b": ["no"], "q": ["x"]})
        assert ("q" in answers) is met


@given(
    st.dictionaries(
        st.sampled_from(["phone", "smokes", "packs", "allergies", "x"]), st.lists(st.text(max_size=9), max_size=3)
    )
)
def test_whatever_is_sent_only_asked_items_are_answered(typed: dict[str, list[str]]) -> None:
    answers, wrong = answered(about(), typed)
    known = {item.link_id for item in walk(about().items) if item.type is not ItemType.GROUP}
    assert set(answers) | set(wrong) <= known
    json.dumps(response(about(), answers, canonical="urn:x|1", authored=""))


def test_a_drawing_is_strokes_inside_the_field_and_nothing_else() -> None:
    assert strokes_of("1,2 3,4 5,6;7,8 9,10") == [[(1, 2), (3, 4), (5, 6)], [(7, 8), (9, 10)]]
    for nothing in ("", "1,2", "1,2 3,4 5000,6;", '1,2 3,4 5,6"/><script>', "x"):
        assert strokes_of(nothing) == []
    assert 'points="3,2 9,4 15,6"' in as_svg(strokes_of("1,2 3,4 5,6"))


def test_when_a_form_is_due() -> None:
    made = datetime(2026, 1, 1, tzinfo=UTC)
    yearly = Definition(UUID(int=1), "c", 2, "C", Kind.CONSENT, "", (), 365, "x", made, None)
    once = replace(yearly, every_days=None)
    on = date(2026, 11, 24)
    assert [one.why for one in due_forms([yearly], "sick", on, {})] == ["never signed"]
    assert due_forms([yearly], "sick", on, {"c": (2, date(2026, 11, 24))}) == []
    assert due_forms([yearly], "sick", on, {"c": (2, date(2025, 11, 24))})
    assert due_forms([once], "sick", on, {"c": (2, date(2020, 1, 1))}) == []
    assert due_forms([once], "sick", on, {"c": (1, date(2026, 11, 1))})
    assert due_forms([replace(yearly, kinds=("physical",))], "sick", on, {}) == []
    assert due_forms([replace(yearly, retired_at=made)], "sick", on, {}) == []
