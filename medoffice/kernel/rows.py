"""Rows of tables before they are saved, made from their columns alone."""

from functools import cache
from typing import Any, TypeVar

from django.db import models
from django.db.models.base import ModelState

Kind = TypeVar("Kind", bound=models.Model)


def new_row(kind: type[Kind], /, **columns: object) -> Kind:
    """An unsaved row with these columns, the others at their defaults; foreign keys by their ``_id``.

    The same as calling the model, in a fifth of the time: builders that write millions use it. Raises TypeError for a
    name that is no column.
    """
    constant, made, names = _defaults(kind)
    if not columns.keys() <= names:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(columns.keys() - names))}")
    row = kind.__new__(kind)
    row.__dict__.update(constant)
    row.__dict__["_state"] = ModelState()
    row.__dict__.update(columns)
    for name, make in made:
        if name not in columns:
            row.__dict__[name] = make()
    return row


@cache
def _defaults(kind: type[models.Model]) -> tuple[dict[str, Any], list[tuple[str, Any]], frozenset[str]]:
    """The defaults that are values, those that are made anew for each row, and the names of all columns."""
    constant: dict[str, Any] = {}
    made: list[tuple[str, Any]] = []
    for field in kind._meta.concrete_fields:
        if callable(field.default):
            made.append((field.attname, field.get_default))
        else:
            constant[field.attname] = field.get_default()
    return constant, made, frozenset(field.attname for field in kind._meta.concrete_fields)
