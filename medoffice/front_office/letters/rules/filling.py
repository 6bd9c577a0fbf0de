"""Checking a template against the fields there are, and filling it: what is missing is seen, never left blank."""

from collections.abc import Iterator, Mapping
from datetime import date

from medoffice.front_office.letters.rules.saying import SHAPES, same_kind, say
from medoffice.front_office.letters.rules.typed import as_typed
from medoffice.front_office.letters.types.templates import (
    Choice,
    Condition,
    FieldType,
    Filled,
    MergeField,
    Parsed,
    Part,
    Piece,
    Plain,
    Repeat,
    Row,
    Slot,
    Value,
    Words,
)
from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money

Fields = Mapping[str, MergeField]
_ORDERED = frozenset({FieldType.DATE, FieldType.MONEY, FieldType.NUMBER})


def check(parsed: Parsed, fields: Fields) -> list[Finding]:
    """What is wrong with a text: how it is written, fields there are not, and those used for what they are not."""
    return [*parsed.findings, *_check(parsed.parts, fields, None)]


def fill(parsed: Parsed, fields: Fields, values: Mapping[str, Value], language: str) -> Filled:
    """The text with its values, in a language. A field without one, or with one of another type, is a finding.

    What stands in its place says so. Fill only what ``check`` finds nothing against.
    """
    pen = _Pen(fields, values, language)
    pen.write(parsed.parts, None)
    return Filled(tuple(pen.pieces), tuple(pen.findings))


def _check(parts: tuple[Part, ...], fields: Fields, row: Fields | None) -> Iterator[Finding]:
    for part in parts:
        if isinstance(part, Slot):
            yield from _check_slot(part, _known(part.name, fields, row))
        elif isinstance(part, Choice):
            yield from _check_condition(part, _known(part.condition.name, fields, row))
            yield from _check(part.then, fields, row)
            yield from _check(part.otherwise, fields, row)
        elif isinstance(part, Repeat):
            found = fields.get(part.name)
            if row is not None:
                yield _wrong(part.line, f"{part.name} stands in another list.")
            elif found is None:
                yield _unknown(part.name, part.line)
            elif found.type is not FieldType.LIST:
                yield _wrong(part.line, f"{part.name} is a {found.type}, no list.")
            else:
                yield from _check(part.body, fields, {f"item.{one.name}": one for one in found.parts})


def _check_slot(slot: Slot, found: MergeField | None) -> Iterator[Finding]:
    if found is None:
        yield _unknown(slot.name, slot.line)
    elif found.type is FieldType.LIST:
        yield _wrong(slot.line, f"{slot.name} is a list: write {{each {slot.name}}} ... {{end}}.")
    elif slot.shape and slot.shape not in SHAPES[found.type]:
        shapes = ", ".join(SHAPES[found.type]) or "none"
        yield _wrong(slot.line, f"{slot.name} is a {found.type}; its shapes are: {shapes}.")


def _check_condition(choice: Choice, found: MergeField | None) -> Iterator[Finding]:
    asked = choice.condition
    if found is None:
        yield _unknown(asked.name, choice.line)
    elif asked.operator in (">", "<", ">=", "<=") and found.type not in _ORDERED:
        yield _wrong(choice.line, f"{asked.name} is a {found.type}; only = and != compare it.")
    elif asked.operator and found.type is FieldType.LIST:
        yield _wrong(choice.line, f"{asked.name} is a list; it is compared with nothing.")
    elif asked.operator and _literal(found, asked.value) is None:
        yield _wrong(choice.line, f"{asked.value!r} is no {found.type} to compare {asked.name} with.")


def _known(name: str, fields: Fields, row: Fields | None) -> MergeField | None:
    return (row or {}).get(name) or fields.get(name)


def _literal(field: MergeField, text: str) -> Plain | None:
    """What a condition compares with. Dates are written m/d/y."""
    try:
        found = as_typed(field, text, date(2000, 1, 1))
    except ValueError:
        return None
    return found if not isinstance(found, tuple) else None


_MENDED = {
    "patient": "Enter it on the patient's card.",
    "insurance": "Enter the policy on the patient's page.",
    "provider": "Choose who signs.",
}


class _Pen:
    """What is written so far, and what was found wrong."""

    def __init__(self, fields: Fields, values: Mapping[str, Value], language: str) -> None:
        self.fields, self.values, self.language = fields, values, language
        self.pieces: list[Piece] = []
        self.findings: list[Finding] = []

    def write(self, parts: tuple[Part, ...], row: tuple[MergeField, Row] | None) -> None:
        for part in parts:
            if isinstance(part, Words):
                self.pieces.append(Piece(part.text))
            elif isinstance(part, Slot):
                self._slot(part, row)
            elif isinstance(part, Choice):
                self.write(part.then if self._holds(part.condition, row) else part.otherwise, row)
            else:
                self._repeat(part)

    def _repeat(self, part: Repeat) -> None:
        found, field = self.values.get(part.name), self.fields.get(part.name)
        if field is None or not isinstance(found, tuple) or not found:
            self._missing(part.name, part.line, "nothing is listed" if found == () else "is missing")
            return
        for one in found:
            self.write(part.body, (field, one))

    def _slot(self, part: Slot, row: tuple[MergeField, Row] | None) -> None:
        field, value = self._look(part.name, row)
        if field is None or value is None or value == "":
            self._missing(part.name, part.line, "is missing")
        elif isinstance(value, tuple) or not same_kind(field.type, value):
            self._missing(part.name, part.line, f"is no {field.type}")
        else:
            self.pieces.append(Piece(say(value, part.shape, self.language)))

    def _missing(self, name: str, line: int, why: str) -> None:
        field = self.fields.get(name)
        words = field.words if field else name
        self.pieces.append(Piece(f"[{words} {why}]", missing=True))
        told = f"{words} ({name}) {why}. {_mended(field)}".strip()
        self.findings.append(Finding("field-missing", f"line {line}", told))

    def _look(self, name: str, row: tuple[MergeField, Row] | None) -> tuple[MergeField | None, Value | None]:
        if row is not None and name.startswith("item."):
            part = name.removeprefix("item.")
            return next((one for one in row[0].parts if one.name == part), None), row[1].get(part)
        return self.fields.get(name), self.values.get(name)

    def _holds(self, asked: Condition, row: tuple[MergeField, Row] | None) -> bool:
        field, value = self._look(asked.name, row)
        if not asked.operator:
            there = value is not None and value not in ("", (), False)
            return there is not asked.turned
        if field is None or value is None or isinstance(value, tuple):
            return asked.turned
        return _compared(value, asked.operator, _literal(field, asked.value)) is not asked.turned


def _mended(field: MergeField | None) -> str:
    """What to do about a field of a letter that is missing; "" where nothing general can be said."""
    if field is None:
        return ""
    group = field.name.partition(".")[0]
    if group == "visit":
        return "Choose the visit, or write it yourself: both stand beside the letter."
    return "Write it beside the letter." if field.asked or field.written else _MENDED.get(group, "")


def _compared(value: Plain, operator: str, other: Plain | None) -> bool:
    if operator in ("=", "!="):
        alike = value.casefold() == other.casefold() if isinstance(value, str) and isinstance(other, str) else None
        return (value == other if alike is None else alike) is (operator == "=")
    for kind in (date, Money, int):
        if isinstance(value, kind) and isinstance(other, kind):
            less, same = value < other, value == other  # type: ignore[operator] # both are of this kind
            return {"<": less, ">": not less and not same, "<=": less or same, ">=": not less}[operator]
    return False


def _unknown(name: str, line: int) -> Finding:
    return _wrong(line, f"There is no field {name}.")


def _wrong(line: int, words: str) -> Finding:
    return Finding("template", f"line {line}", words)
