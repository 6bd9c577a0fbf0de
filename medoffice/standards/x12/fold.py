"""Names as X12 can carry them: accents and special letters become plain Latin letters, and the change is said.

X12's extended character set has only unaccented Latin letters. Letters are decomposed (Unicode NFKD) and their marks
dropped; letters that do not decompose are written by the table below (the usual ways of passports: ICAO Doc 9303).
Scripts that cannot be folded (Chinese, Arabic, Greek ...) are left as they are, with an error asking for a Latin name.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from medoffice.kernel.findings import Finding, Severity
from medoffice.standards.x12.values import WRITABLE

T = TypeVar("T")
_LETTERS = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
        "þ": "th", "Þ": "TH", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "n",
        "Ŋ": "N", "ŧ": "t", "Ŧ": "T", "ĸ": "k", "ə": "a", "Ə": "A", "‘": "'", "’": "'", "‚": ",", "“": '"',
        "”": '"', "„": '"', "´": "'", "`": "'", "ʻ": "'", "ʼ": "'", "–": "-", "—": "-", "‐": "-", "‑": "-",
        "−": "-", "…": "...", "\u00a0": " ", "*": " ", "~": "-", "^": " ", ":": " ", "•": "-", "·": "-", "×": "x",
        "\t": " ", "\n": " ", "\r": " ",
    }
)  # fmt: skip


def fold_name(text: str, where: str = "name") -> tuple[str, list[Finding]]:
    """The text as X12 can carry it, and what was done.

    Unchanged text gives no finding; folded text a warning that shows both forms; text that cannot be folded comes back
    unchanged with an error.
    """
    if WRITABLE.issuperset(text):
        return text, []
    plain = text.translate(_LETTERS)
    marked = unicodedata.normalize("NFKD", plain).translate(_LETTERS)
    folded = "".join(letter for letter in marked if not unicodedata.combining(letter) and letter not in "\u200b\ufeff")
    left = sorted({letter for letter in folded if letter not in WRITABLE})
    if left or not folded.strip():
        words = f"{text!r} cannot be sent: X12 has no letters for {' '.join(left) or 'it'}. Enter the Latin legal name."
        return text, [Finding("x12.needs-latin", where, words)]
    words = f"Sent as {folded!r}: X12 carries only plain Latin letters, so {text!r} was folded."
    return folded, [Finding("x12.folded", where, words, Severity.WARNING)]


def fold_value(value: T, where: str = "") -> tuple[T, list[Finding]]:
    """A claim, remittance or any of its parts with every text folded; findings name the field."""
    findings: list[Finding] = []
    return cast(T, _fold(value, where, findings)), findings


def _fold(value: object, where: str, findings: list[Finding]) -> object:
    if isinstance(value, str):
        folded, noted = fold_name(value, where)
        findings.extend(noted)
        return folded
    if isinstance(value, tuple):
        return tuple(_fold(item, where, findings) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            name: _fold(old, f"{where} {name.replace('_', ' ')}".strip(), findings) for name, old in _parts(value)
        }
        return replace(cast(Any, value), **changes)
    return value


def _parts(value: object) -> Iterable[tuple[str, object]]:
    for part in fields(cast(Any, value)):
        old = getattr(value, part.name)
        if isinstance(old, str | tuple) or is_dataclass(old):
            yield part.name, old
