"""Units behind numbers, and how the number before a unit is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medoffice.standards.dictated.tables import measures
from medoffice.standards.dictated.tokens import NUMBER, SIGN, WORD, Token, low_at, made

_MOST_DIGITS = 15
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


@dataclass(slots=True)
class Unit:
    """A unit as it is written, its kind, and the place behind it. Counted nouns are left as they were said."""

    text: str
    kind: str
    after: int


def unit_at(tokens: Sequence[Token], at: int) -> Unit | None:
    """The unit that stands here, or the noun that is counted."""
    token = tokens[at] if at < len(tokens) else None
    if token is not None and token.kind == SIGN:
        return _typed(tokens, at)
    if token is None or token.kind != WORD or token.fixed:
        return None
    if token.low == "gram" and low_at(tokens, at + 1) in {"stain", "positive", "negative"}:
        return None
    for length in (3, 2, 1):
        found = measures.UNITS.get(tuple(low_at(tokens, at + step) for step in range(length)))
        if found:
            return _per(tokens, Unit(*found, at + length))
    return _letter(tokens, at)


def _letter(tokens: Sequence[Token], at: int) -> Unit | None:
    """What an office may not write (U, IU), and the nouns that are counted."""
    token = tokens[at]
    if token.text in {"U", "u", "IU", "L"}:
        return Unit({"IU": "international units", "L": "L"}.get(token.text, "units"), "drug", at + 1)
    if token.low == "i" and low_at(tokens, at + 1) == "u":
        return Unit("international units", "drug", at + 2)
    return Unit("", "counted", at) if token.low in measures.COUNTED else None


def _typed(tokens: Sequence[Token], at: int) -> Unit | None:
    """A sign that is a unit: %, °F."""
    if tokens[at].text == "%":
        return Unit("%", "percent", at + 1)
    if tokens[at].text == "°" and low_at(tokens, at + 1) in {"f", "c"}:
        return Unit("°" + tokens[at + 1].text.upper(), "degree", at + 2)
    return None


def _per(tokens: Sequence[Token], unit: Unit) -> Unit:
    """What stands behind "per"; a slash that is typed stays as it is, and makes a measure of a dose."""
    while unit.kind in {"drug", "metric"} and low_at(tokens, unit.after) == "per":
        words = low_at(tokens, unit.after + 1), low_at(tokens, unit.after + 2)
        two = measures.PER_TWO.get(words)
        under = two or measures.PER.get(words[0])
        if not under:
            break
        kind = "metric" if under in {"dL", "L", "mL", "mcL"} else unit.kind
        unit = Unit(f"{unit.text}/{under}", kind, unit.after + (3 if two else 2))
    if unit.after < len(tokens) and tokens[unit.after].text == "/" and unit.kind == "drug":
        unit.kind = "metric"
    return unit


def bare(text: str) -> str:
    """A dose without trailing zeros (5.0 -> 5, 2.50 -> 2.5)."""
    return text.rstrip("0").rstrip(".") if "." in text and _PLAIN.fullmatch(text) else text


def grouped(text: str) -> str:
    """Commas from five digits on."""
    many = 5 <= len(text) <= _MOST_DIGITS and text.isdigit() and text[0] != "0"
    return f"{int(text):,}" if many else text


def is_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands at this place."""
    return 0 <= at < len(tokens) and tokens[at].kind == NUMBER


def plain(token: Token) -> bool:
    """Whether a number is a whole or decimal one, without slashes or endings."""
    return bool(_PLAIN.fullmatch(token.text))


def figure(text: str, said: Sequence[Token]) -> Token:
    """A number in figures that stands for what was said."""
    token = made(text, NUMBER, said, glue=said[0].glue)
    token.said = [word for each in said for word in (each.said or [each])]
    token.claimed = True
    return token
