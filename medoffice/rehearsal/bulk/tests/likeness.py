"""Comparing two worlds row by row where ids and running numbers differ.

An id, a number (``A-10017``), a hash that was made over them, and a salted password are names: two of them are the same
if what points at them, and what they point at, is the same. Names are told apart by what surrounds them, a few steps
far; then all rows of each table must be equal. Not compared: what the database counts by itself (serial keys, the
transaction of an audit event), the chain of seals (it goes by the order of writing; ``check`` verifies it), the world's
own row, and the tables of Django and of the job queue.
"""

import re
from collections import Counter, defaultdict
from hashlib import blake2b

from django.db import connection
from psycopg import sql

NAME = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\b[A-Z]-[0-9]{5,}\b|argon2[^\")]*"
)
APART = ("audit_seal", "audit_horizon", "world", "kernel_scheduled_run")
APART_BY_START = ("django_", "auth_", "procrastinate_", "otp_", "mfa_", "axes_", "account_email", "socialaccount_")
STEPS = 4


def alike(one: "list[tuple[str, str]]", other: "list[tuple[str, str]]") -> dict[str, list[str]]:
    """The rows of each table that only one of two worlds has; nothing if they are alike."""
    left, right = _told(one), _told(other)
    found: dict[str, list[str]] = {}
    for table in sorted(left.keys() | right.keys()):
        only = (left[table] - right[table], right[table] - left[table])
        rows = [f"{sign} {row}" for sign, part in zip("-+", only, strict=True) for row in sorted(part.elements())]
        if rows:
            found[table] = rows
    return found


def rows_of_world() -> list[tuple[str, str]]:
    """Every row of the current world with its table, as text."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
        cursor.execute(
            "SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'"
            " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            " WHERE c.relkind = 'r' AND a.attidentity = '' AND a.attname <> 'xid' GROUP BY 1 ORDER BY 1"
        )
        for table, columns in cursor.fetchall():
            if table in APART or table.startswith(APART_BY_START):
                continue
            names = sql.SQL(", ").join(map(sql.Identifier, columns))
            cursor.execute(sql.SQL("SELECT ROW({})::text FROM {}").format(names, sql.Identifier(table)))
            found += [(table, text) for (text,) in cursor.fetchall()]
    return found


def _told(rows: list[tuple[str, str]]) -> dict[str, "Counter[str]"]:
    """The rows of each table with names replaced by what they stand for."""
    stands: dict[str, str] = defaultdict(str)
    for _ in range(STEPS):
        stands = _told_apart(rows, stands)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for table, text in rows:
        told[table][NAME.sub(lambda match: stands[match[0]], text)] += 1
    return told


def _told_apart(rows: list[tuple[str, str]], stands: dict[str, str]) -> dict[str, str]:
    """What each name stands for when one more step around it is looked at."""
    around: dict[str, list[str]] = defaultdict(list)
    for table, text in rows:
        plain = NAME.sub(lambda match: stands[match[0]], text)
        for place, match in enumerate(NAME.finditer(text)):
            around[match[0]].append(_hash(f"{table} {place} {plain}"))
    return {name: _hash(" ".join(sorted(where))) for name, where in around.items()}


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
