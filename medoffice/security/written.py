"""Statements that Django writes once: writing them takes longer than answering them, and many pages ask them often."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Expression, QuerySet, UUIDField

from medoffice.kernel import clock
from medoffice.security.types import Actor

# In a written statement these stand for who asks, when, and about whom.
SOMEBODY, SOME_TIME, SOME_PATIENTS = UUID(int=1), datetime(2000, 1, 1, tzinfo=UTC), "some patients"


class Written(Expression):
    """A statement with its values, to be asked by itself or within another."""

    def __init__(self, text: str, values: tuple[Any, ...]) -> None:
        """The text, and the values in its order."""
        super().__init__(output_field=UUIDField())
        self.text, self.values = text, values

    def asked_by(self, actor: Actor, about: Collection[UUID] = ()) -> "Written":
        """The statement for an actor, now."""
        now = clock.now()
        real = {SOMEBODY: actor.id, SOME_TIME: now, SOME_TIME.date(): now.date(), SOME_PATIENTS: list(about)}
        values = (real.get(one, one) if isinstance(one, UUID | date | str) else one for one in self.values)
        return Written(self.text, tuple(values))

    def as_sql(self, *_: object) -> tuple[str, tuple[Any, ...]]:
        """Within another statement, as Django asks for it."""
        return f"({self.text})", self.values

    def rows(self) -> list[tuple[Any, ...]]:
        """What the database answers. One query."""
        with connection.cursor() as cursor:
            cursor.execute(self.text, self.values)
            return list(cursor.fetchall())


def written(rows: QuerySet[Any, Any]) -> Written:
    """The statement of rows that are asked for with what stands for the actor, the time and the patients."""
    return Written(*rows.query.sql_with_params())


def some_patients() -> Written:
    """The patients whom a statement is about, for ``subject__in``."""
    return Written("SELECT unnest(%s::uuid[])", (SOME_PATIENTS,))
