"""Words as they are kept: each as its fields in order."""

from collections.abc import Iterable
from typing import Any

from medoffice.clinic.dictation.types.dictations import Word


def to_rows(words: Iterable[Word]) -> list[list[Any]]:
    """Words as they are kept."""
    return [[one.id, one.text, one.start_ms, one.end_ms, one.confidence, list(one.flags)] for one in words]


def from_rows(rows: Iterable[list[Any]]) -> tuple[Word, ...]:
    """Words from how they are kept."""
    return tuple(Word(number, text, start, end, sure, tuple(flags)) for number, text, start, end, sure, flags in rows)
