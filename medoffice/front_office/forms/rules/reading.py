"""Reading a FHIR R4 Questionnaire: what we can ask becomes items; what we cannot is said, and nothing is dropped."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from medoffice.front_office.forms.types import Condition, Item, ItemType, Option, Questionnaire, Value

MOST_ITEMS, DEEPEST = 200, 4
TELLS = "urn:medoffice:tells:"  # an item's ``definition``: which fact about the patient its answer says
_OPERATORS = ("exists", "=", "!=", ">", "<", ">=", "<=")


class Unreadable(ValueError):  # noqa: N818 - no fault of ours
    """The text is no form we can ask; ``args[0]`` says everything that is wrong with it, a line each."""


def read(text: str, tellable: Sequence[str] = ()) -> Questionnaire:
    """The form in a text. ``tellable`` are the facts an item may say. Raises Unreadable."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("This is no JSON.") from error
    if not isinstance(told, dict) or told.get("resourceType") != "Questionnaire":
        raise Unreadable("This is no FHIR Questionnaire (resourceType).")
    wrong: list[str] = []
    items = _items(told.get("item"), 1, wrong)
    found = Questionnaire(str(told.get("title") or "").strip()[:120], items)
    wrong += _against(found, tellable)
    if wrong:
        raise Unreadable("\n".join(wrong[:20]))
    return found


def walk(items: Sequence[Item]) -> Iterator[Item]:
    """Every item, parents first."""
    for item in items:
        yield item
        yield from walk(item.items)


def options(told: Any) -> Iterator[Option]:  # noqa: ANN401 - JSON
    """The choices in an ``answerOption``; one without a code is its words."""
    for one in told if isinstance(told, list) else ():
        coding = one.get("valueCoding") if isinstance(one, dict) else None
        if isinstance(coding, dict):
            words = str(coding.get("display") or coding.get("code") or "")
            yield Option(str(coding.get("code") or words), words)
        elif isinstance(one, dict):
            words = str(next((one[name] for name in ("valueString", "valueInteger") if name in one), ""))
            yield Option(words, words)


def _items(told: Any, depth: int, wrong: list[str]) -> tuple[Item, ...]:  # noqa: ANN401 - JSON
    if told is None:
        return ()
    if not isinstance(told, list) or depth > DEEPEST:
        wrong.append(f"Items are a list, at most {DEEPEST} deep.")
        return ()
    return tuple(found for one in told if (found := _item(one, depth, wrong)) is not None)


def _item(one: Any, depth: int, wrong: list[str]) -> Item | None:  # noqa: ANN401 - JSON
    if not isinstance(one, dict):
        wrong.append("An item is an object.")
        return None
    name = str(one.get("linkId") or "")
    try:
        kind = ItemType(str(one.get("type")))
    except ValueError:
        wrong.append(f"{name or 'An item'}: the type {one.get('type')!r} cannot be asked here.")
        return None
    return Item(
        link_id=name,
        text=str(one.get("text") or ""),
        type=kind,
        required=one.get("required") is True,
        repeats=one.get("repeats") is True,
        max_length=min(int(one["maxLength"]), 4_000) if isinstance(one.get("maxLength"), int) else 1_000,
        options=tuple(options(one.get("answerOption"))),
        when=tuple(_conditions(one.get("enableWhen"), name, wrong)),
        when_any=one.get("enableBehavior") == "any",
        tells=str(one.get("definition") or "").removeprefix(TELLS) if _tells(one) else "",
        items=_items(one.get("item"), depth + 1, wrong),
    )


def _tells(one: Mapping[str, Any]) -> bool:
    return str(one.get("definition") or "").startswith(TELLS)


def _conditions(told: Any, name: str, wrong: list[str]) -> Iterator[Condition]:  # noqa: ANN401 - JSON
    for one in told if isinstance(told, list) else ():
        operator = str(one.get("operator")) if isinstance(one, dict) else ""
        value = _answer(one) if isinstance(one, dict) else None
        if operator not in _OPERATORS or value is None:
            wrong.append(f"{name}: a condition (enableWhen) that cannot be understood.")
        else:
            yield Condition(str(one.get("question") or ""), operator, value)


def _answer(one: Mapping[str, Any]) -> Value | None:
    """The value a condition names; None if it is of no type that is asked here."""
    try:
        for name, value in one.items():
            if name in ("answerBoolean", "answerInteger", "answerString"):
                return value if isinstance(value, (bool, int, str)) else None
            if name == "answerDecimal":
                return Decimal(str(value))
            if name == "answerDate":
                return date.fromisoformat(str(value))
            if name == "answerCoding" and isinstance(value, dict):
                return str(value.get("code") or value.get("display") or "")
    except (ValueError, ArithmeticError):
        return None
    return None


def _against(form: Questionnaire, tellable: Sequence[str]) -> list[str]:
    """What is wrong with the form as a whole."""
    all_, seen, wrong = list(walk(form.items)), set[str](), []
    if not form.title:
        wrong.append("A form has a title.")
    if not all_ or len(all_) > MOST_ITEMS:
        wrong.append(f"A form has one to {MOST_ITEMS} items.")
    for item in all_:
        wrong += _against_item(item, seen, tellable)
        seen.add(item.link_id)
    return wrong


def _against_item(item: Item, seen: set[str], tellable: Sequence[str]) -> Iterator[str]:
    """What is wrong with an item, given those before it."""
    if not item.link_id or item.link_id in seen or len(item.link_id) > 60:
        yield f"Each item has a linkId of its own, up to 60 letters: {item.link_id!r}."
    if not item.text.strip():
        yield f"{item.link_id}: an item has words."
    if item.type in (ItemType.CHOICE, ItemType.OPEN_CHOICE) and not item.options:
        yield f"{item.link_id}: a choice has options (answerOption)."
    if item.items and item.type is not ItemType.GROUP:
        yield f"{item.link_id}: only a group has items in it."
    for one in item.when:
        if one.question not in seen:
            yield f"{item.link_id}: its condition asks for {one.question!r}, which is not before it."
    if item.tells and item.tells not in tellable:
        yield f"{item.link_id}: {item.tells!r} is nothing the office takes over from a form."
