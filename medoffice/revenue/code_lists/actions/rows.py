"""The rows of lists as actions write them, not saved."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any
from uuid import UUID

from django.db import models

from medoffice.kernel.rows import new_row
from medoffice.revenue.code_lists.models import AddOn, CoverageCode, ListedCode, Locality, MostUnits, Pair, Value
from medoffice.standards.code_lists.types import (
    AddOnRow,
    CodeRow,
    CoverageRow,
    LocalityRow,
    PairRow,
    UnitsRow,
    ValueRow,
)

_LONGEST_WHY = 80


def _pair(release_id: UUID, one: PairRow) -> Pair:
    return new_row(
        Pair,
        release_id=release_id,
        first=one.first,
        second=one.second,
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        mark=int(one.mark),
        why=one.why[:_LONGEST_WHY],
    )


def _units(release_id: UUID, one: UnitsRow) -> MostUnits:
    why = one.why[:_LONGEST_WHY]
    return new_row(MostUnits, release_id=release_id, code=one.code, most=one.most, mark=int(one.mark), why=why)


def _alike(kind: type[models.Model]) -> Callable[[UUID, Any], models.Model]:
    """A builder for tables whose columns are called as the row's fields are."""

    def build(release_id: UUID, one: Any) -> models.Model:  # noqa: ANN401 - a row of any kind
        return new_row(kind, release_id=release_id, **{field.name: getattr(one, field.name) for field in fields(one)})

    return build


_BUILDERS: dict[type, Callable[[UUID, Any], models.Model]] = {
    PairRow: _pair,
    UnitsRow: _units,
    AddOnRow: _alike(AddOn),
    ValueRow: _alike(Value),
    LocalityRow: _alike(Locality),
    CodeRow: _alike(ListedCode),
    CoverageRow: _alike(CoverageCode),
}


def listed_row(release_id: UUID, one: Any) -> models.Model:  # noqa: ANN401 - a row of any kind of list
    """A row of a list, of the kind it is."""
    return _BUILDERS[type(one)](release_id, one)


def last_code_of(one: object) -> str:
    """The code in front of a pair, "" for a row of another list."""
    return one.first if isinstance(one, PairRow) else ""
