"""Values as a letter says them, in English and Spanish."""

from datetime import date

from medoffice.front_office.letters.types.templates import FieldType, Plain
from medoffice.kernel.money import Money

SHAPES: dict[FieldType, tuple[str, ...]] = {
    FieldType.TEXT: ("upper", "lower"),
    FieldType.NAME: ("upper",),
    FieldType.DATE: ("short", "long"),
    FieldType.MONEY: (),
    FieldType.NUMBER: (),
    FieldType.YES: (),
    FieldType.LIST: (),
}
_KINDS: dict[FieldType, type] = {
    FieldType.TEXT: str,
    FieldType.NAME: str,
    FieldType.DATE: date,
    FieldType.MONEY: Money,
    FieldType.NUMBER: int,
    FieldType.YES: bool,
    FieldType.LIST: tuple,
}
_MONTHS = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
}
_YES = {"en": ("yes", "no"), "es": ("sí", "no")}


def same_kind(kind: FieldType, value: object) -> bool:
    """Whether a value is what its field says it is."""
    return isinstance(value, _KINDS[kind]) and (kind is FieldType.YES or not isinstance(value, bool))


def say(value: Plain, shape: str, language: str) -> str:
    """A value in words; in English where a language is not spoken here."""
    known = language if language in _MONTHS else "en"
    if isinstance(value, bool):
        return _YES[known][0 if value else 1]
    if isinstance(value, date):
        return say_date(value, shape, known)
    text = str(value)
    return {"upper": text.upper, "lower": text.lower}.get(shape, lambda: text)()


def say_date(value: date, shape: str, language: str) -> str:
    """``November 24, 2026``, ``24 de noviembre de 2026``, or ``11/24/2026``."""
    if shape == "short":
        return f"{value:%m/%d/%Y}"
    month = _MONTHS[language].split("|")[value.month - 1]
    return f"{value.day} de {month} de {value.year}" if language == "es" else f"{month} {value.day}, {value.year}"
