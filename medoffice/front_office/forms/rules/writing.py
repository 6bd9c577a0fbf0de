"""Writing a form without JSON: its questions as rows, and rows as a FHIR Questionnaire again."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from medoffice.front_office.forms.rules.reading import TELLS, Unreadable, options, read
from medoffice.front_office.forms.types import Draft, Item, ItemType, Questionnaire, Row

CHOICES = frozenset({ItemType.CHOICE, ItemType.OPEN_CHOICE})


def rows_of(form: Questionnaire) -> list[Row] | None:
    """A form as rows, in order; None if it has headings inside of headings, which rows do not say."""
    found = []
    for item in form.items:
        found.append(_row(item, inside=False))
        if any(one.type is ItemType.GROUP for one in item.items):
            return None
        found += [_row(one, inside=True) for one in item.items]
    return found


def changed(rows: Sequence[Row], verb: str, used: Collection[str]) -> tuple[list[Row], str]:
    """The rows after ``add``, ``up 3``, ``down 3`` or ``remove 3``, and the row that it was about; else as they are.

    ``used`` are the names that questions of the version before have: a new question never takes one of them.
    """
    found, (word, _, place) = list(rows), verb.partition(" ")
    at = int(place) if place.isascii() and place.isdigit() and len(place) < 4 else -1
    if word == "add":
        found.append(Row(_new_name({*used, *(row.link_id for row in rows)})))
        return found, found[-1].link_id
    if not 0 <= at < len(found):
        return found, ""
    row = found.pop(at)
    if word in ("up", "down"):
        found.insert(max(at - 1, 0) if word == "up" else at + 1, row)
        return found, row.link_id
    return (found, "") if word == "remove" else (list(rows), "")


def drafted(title: str, rows: Sequence[Row], before: str, tellable: Sequence[str]) -> Draft:
    """What the rows say as a form; ``before`` is the text of the version before, blank if there is none."""
    body, wrong = written(title, rows, before), dict(_faults(rows))
    try:
        form = read(body, tellable)
    except Unreadable as error:
        whole = []
        for line in str(error).split("\n"):
            name, _, words = line.partition(": ")
            place = next((at for at, row in enumerate(rows) if row.link_id == name), None)
            if place is None:
                whole.append(line)
            else:
                wrong.setdefault(place, words)
        return Draft(body, None, wrong, tuple(whole))
    return Draft(body, None if wrong else form, wrong)


def written(title: str, rows: Sequence[Row], before: str) -> str:
    """The FHIR text of the rows; what rows do not say is kept from the version before. The same again is its text."""
    was: dict[str, Any] = json.loads(before) if before else {"resourceType": "Questionnaire", "status": "active"}
    known = {str(one.get("linkId")): one for one in _all(was.get("item"))}
    items: list[dict[str, Any]] = []
    for row in rows:
        one = _item(row, known.get(row.link_id, {}))
        if row.inside and items and items[-1]["type"] == ItemType.GROUP:
            items[-1].setdefault("item", []).append(one)
        else:
            items.append(one)
    told = {**was, "title": title, "item": items}
    return before if told == was else json.dumps(told, indent=2, ensure_ascii=False)


def _row(item: Item, *, inside: bool) -> Row:
    words = tuple(one.words for one in item.options)
    return Row(item.link_id, item.text, item.type, item.required, inside, item.repeats, words, item.tells)


def _new_name(used: Collection[str]) -> str:
    return next(name for name in (f"q{at}" for at in range(1, len(used) + 2)) if name not in used)


def _faults(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """What is wrong with a row, in the words of whoever writes it."""
    heading = False
    for at, row in enumerate(rows):
        if not row.words.strip():
            yield at, "Write what is asked."
        elif row.type in CHOICES and not row.options:
            yield at, "Write its answers, one on each line."
        elif row.inside and (not heading or row.type is ItemType.GROUP):
            yield at, "It can only stand under a heading that is right above."
        heading = heading if row.inside else row.type is ItemType.GROUP


def _all(items: object) -> Iterator[dict[str, Any]]:
    for one in items if isinstance(items, list) else ():
        yield one
        yield from _all(one.get("item"))


def _item(row: Row, was: Mapping[str, Any]) -> dict[str, Any]:
    """A row as an item, on top of what its item held before."""
    one = {name: value for name, value in was.items() if name != "item"}
    one |= {"linkId": row.link_id, "type": row.type.value}
    if row.words != str(one.get("text") or ""):
        one["text"] = row.words
    _flag(one, "required", on=row.must)
    _flag(one, "repeats", on=row.several)
    if row.tells:
        one["definition"] = TELLS + row.tells
    elif str(one.get("definition") or "").startswith(TELLS):
        del one["definition"]
    return _with_options(one, row)


def _with_options(one: dict[str, Any], row: Row) -> dict[str, Any]:
    held = {choice.words: raw for raw in one.pop("answerOption", []) for choice in options([raw])}
    if row.type in CHOICES:
        one["answerOption"] = [held.get(words, {"valueString": words}) for words in row.options]
    return one


def _flag(one: dict[str, Any], name: str, *, on: bool) -> None:
    if on:
        one[name] = True
    elif one.get(name):
        del one[name]
