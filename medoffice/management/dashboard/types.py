"""The nouns of the dashboard."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A report: the ``name`` of its view, what a row of it ``says``, its columns and all its rows."""

    name: str
    says: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as people read it, and whether it is a number."""

    text: str
    number: bool
