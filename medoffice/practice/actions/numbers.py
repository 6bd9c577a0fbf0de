"""The next short human number."""

from collections.abc import Mapping

from django.db import connection

from medoffice.practice.models import NumberSequence


def next_number(prefix: str) -> str:
    """``M-10001``, ``M-10002`` ... by prefix, never the same twice; a rolled-back transaction gives its number back.

    Not an action of its own: it is a part of the action that needs a number, and locks the prefix until that commits.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO practice_number (prefix, last) VALUES (%s, 10001)"
            " ON CONFLICT (prefix) DO UPDATE SET last = practice_number.last + 1 RETURNING last",
            [prefix],
        )
        return f"{prefix}-{cursor.fetchone()[0]}"


def keep_numbers(last: Mapping[str, int]) -> None:
    """The last number of each prefix after rows were loaded that took numbers themselves."""
    rows = [NumberSequence(prefix=prefix, last=number) for prefix, number in sorted(last.items())]
    NumberSequence.objects.bulk_create(rows, update_conflicts=True, unique_fields=["prefix"], update_fields=["last"])
