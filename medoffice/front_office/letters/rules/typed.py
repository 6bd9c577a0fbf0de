"""What somebody typed for a field, as the type of the field."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date

from medoffice.front_office.letters.types.templates import FieldType, MergeField, Value
from medoffice.kernel.money import Money
from medoffice.ui.dates import parse_date_as_typed

_ENDS = {"asked.until_date": "asked.from_date"}  # a day that ends what another begins


def as_typed(field: MergeField, typed: str, today: date) -> Value | None:
    """The value; None for nothing typed. Raises ValueError with what is wrong about it."""
    text = typed.strip()
    return _READ[field.type](text, today) if text else None


def backwards(typed: Iterable[MergeField], given: Mapping[str, str], today: date) -> dict[str, str]:
    """Days that end before they begin, by the name of the field of the end; what is no day is told elsewhere."""
    days: dict[str, Value | None] = {}
    for field in typed:
        if field.type is FieldType.DATE:
            with suppress(ValueError):
                days[field.name] = as_typed(field, given.get(field.name, ""), today)
    found = {}
    for end, start in _ENDS.items():
        first, last = days.get(start), days.get(end)
        if isinstance(first, date) and isinstance(last, date) and last < first:
            found[end] = f"This is before {first:%m/%d/%Y}, when it begins."
    return found


def _date(text: str, today: date) -> date:
    found = parse_date_as_typed(text, today)
    if found is None:
        raise ValueError("Write a date such as 11/24/2026.")
    return found


def _money(text: str, _today: date) -> Money:
    try:
        return Money.parse(text)
    except ValueError as error:
        raise ValueError("Write an amount such as 25 or 12.50.") from error


def _number(text: str, _today: date) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError("Write a whole number.")
    return int(text)


def _text(text: str, _today: date) -> str:
    return "\n".join(text.splitlines())


def _yes(text: str, _today: date) -> bool:
    return text.casefold() in {"yes", "y", "on", "true"}


def _list(text: str, _today: date) -> Value:
    return tuple({"words": line.strip()} for line in text.splitlines() if line.strip())


_READ: dict[FieldType, Callable[[str, date], Value]] = {
    FieldType.TEXT: _text,
    FieldType.NAME: _text,
    FieldType.DATE: _date,
    FieldType.MONEY: _money,
    FieldType.NUMBER: _number,
    FieldType.YES: _yes,
    FieldType.LIST: _list,
}
