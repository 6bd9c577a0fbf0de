"""Answering a form: which items are asked given the answers so far, what is acceptable, and the FHIR response."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from operator import ge, gt, le, lt
from typing import Any

from medoffice.front_office.forms.types import ASKED, Answers, Asked, Condition, Item, ItemType, Questionnaire, Value

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {">": gt, "<": lt, ">=": ge, "<=": le}
YES, NO = "yes", "no"


def answered(form: Questionnaire, typed: Mapping[str, Sequence[str]]) -> tuple[Answers, dict[str, str]]:
    """The answers in what was typed, and what is wrong, by item. What is not asked is not taken, even if it was typed.

    Items are taken in order, since a condition asks for what stands before it.
    """
    answers: Answers = {}
    wrong: dict[str, str] = {}
    _take(form.items, typed, answers, wrong)
    return answers, wrong


def enabled(item: Item, answers: Answers) -> bool:
    """Whether an item is asked, given the answers to those before it."""
    if not item.when:
        return True
    met = (_met(one, answers.get(one.question, ())) for one in item.when)
    return any(met) if item.when_any else all(met)


def asked(
    items: Sequence[Item],
    typed: Mapping[str, Sequence[str]],
    wrong: Mapping[str, str],
    answers: Answers,
    depth: int = 0,
) -> Iterator[Asked]:
    """Every item, those too that are not asked yet: a page without scripts shows when they are to be answered."""
    for item in items:
        now = enabled(item, answers)
        yield Asked(item, depth, tuple(typed.get(item.link_id, ())), wrong.get(item.link_id, ""), later=not now)
        yield from asked(item.items, typed, wrong, answers, depth + 1)


def response(form: Questionnaire, answers: Answers, *, canonical: str, authored: str) -> dict[str, Any]:
    """The R4 QuestionnaireResponse: only what was asked, in the order of the form."""
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": canonical,
        "status": "completed",
        "authored": authored,
        "item": _told(form.items, answers),
    }


def said(form: Questionnaire, answers: Answers) -> dict[str, str]:
    """What the answers say about the patient that the office keeps, by fact."""
    found: dict[str, str] = {}
    _say(form.items, answers, found)
    return found


def shown(item: Item, value: Value) -> str:
    """An answer as a person reads it."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return f"{value:%m/%d/%Y}"
    return next((one.words for one in item.options if one.code == value), str(value))


def _take(items: Sequence[Item], typed: Mapping[str, Sequence[str]], answers: Answers, wrong: dict[str, str]) -> None:
    for item in items:
        if not enabled(item, answers):
            continue
        if item.type in ASKED:
            given = [text.strip() for text in typed.get(item.link_id, ()) if text.strip()]
            try:
                values = tuple(_value(item, text) for text in (given if item.repeats else given[:1]))
            except ValueError as error:
                wrong[item.link_id] = str(error)
                continue
            if values:
                answers[item.link_id] = values
            elif item.required:
                wrong[item.link_id] = "Please answer this."
        _take(item.items, typed, answers, wrong)


def _value(item: Item, text: str) -> Value:
    """What was typed as the item's type. Raises ValueError in words."""
    if len(text) > item.max_length:
        raise ValueError(f"At most {item.max_length} letters.")
    try:
        match item.type:
            case ItemType.BOOLEAN:
                return {YES: True, NO: False}[text.lower()]
            case ItemType.INTEGER:
                return _whole(text)
            case ItemType.DECIMAL:
                return _number(text)
            case ItemType.DATE:
                return _date(text)
            case ItemType.CHOICE:
                return next(one.code for one in item.options if one.code == text)
            case _:
                return text
    except (KeyError, StopIteration, InvalidOperation, ValueError) as error:
        raise ValueError(_WORDS[item.type]) from error


_WORDS = {
    ItemType.BOOLEAN: "Choose yes or no.",
    ItemType.INTEGER: "Write a whole number.",
    ItemType.DECIMAL: "Write a number, such as 1.5.",
    ItemType.DATE: "Write a date such as 11/24/2026.",
    ItemType.CHOICE: "Choose one of these.",
}


def _whole(text: str) -> int:
    if not text.lstrip("-").isascii() or not text.lstrip("-").isdigit() or len(text) > 9:
        raise ValueError(text)
    return int(text)


def _number(text: str) -> Decimal:
    found = Decimal(text)
    if not found.is_finite() or len(text) > 20:
        raise ValueError(text)
    return found


def _date(text: str) -> date:
    if "/" in text:
        month, day, year = (int(part) for part in text.split("/"))
        return date(year, month, day)
    return date.fromisoformat(text)


def _met(condition: Condition, given: Sequence[Value]) -> bool:
    if condition.operator == "exists":
        return bool(given) is bool(condition.value)
    if condition.operator == "=":
        return condition.value in given
    if condition.operator == "!=":
        return bool(given) and condition.value not in given
    compare = _COMPARED[condition.operator]
    numbers = (int, Decimal)
    return any(
        compare(one, condition.value)
        for one in given
        if type(one) is type(condition.value) or (isinstance(one, numbers) and isinstance(condition.value, numbers))
    )


def _told(items: Sequence[Item], answers: Answers) -> list[dict[str, Any]]:
    found = []
    for item in items:
        if not enabled(item, answers):
            continue
        inner, given = _told(item.items, answers), answers.get(item.link_id, ())
        if not inner and not given:
            continue
        one: dict[str, Any] = {"linkId": item.link_id, "text": item.text}
        if given:
            one["answer"] = [_as_json(item, value) for value in given]
        if inner:
            one["item"] = inner
        found.append(one)
    return found


def _as_json(item: Item, value: Value) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, int):
        return {"valueInteger": value}
    if isinstance(value, Decimal):
        return {"valueDecimal": float(value)}
    if isinstance(value, date):
        return {"valueDate": value.isoformat()}
    option = next((one for one in item.options if one.code == value), None)
    if option is not None:
        return {"valueCoding": {"code": option.code, "display": option.words}}
    return {"valueString": value}


def _say(items: Sequence[Item], answers: Answers, found: dict[str, str]) -> None:
    for item in items:
        if enabled(item, answers):
            if item.tells and item.link_id in answers:
                found[item.tells] = "; ".join(
                    str(value) if item.options else shown(item, value) for value in answers[item.link_id]
                )
            _say(item.items, answers, found)
