"""The next short human number."""

from django.db import connection


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
