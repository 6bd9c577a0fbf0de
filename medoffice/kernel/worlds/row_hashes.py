"""Row hashes: one SHA-256 per table over all its rows, to prove that two databases hold the same."""

import hashlib

from django.db import connection, transaction
from psycopg import sql

_PLAIN = {"DateStyle": "ISO, YMD", "TimeZone": "UTC", "IntervalStyle": "iso_8601", "bytea_output": "hex"}


def row_hashes() -> dict[str, str]:
    """The SHA-256 of each table's rows in the current world, in an order that does not depend on how they were written.

    Reads every row; rows are streamed. Runs in the caller's transaction if there is one.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        for setting, value in (*_PLAIN.items(), ("extra_float_digits", "1")):
            cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1"
        )
        return {table: _hash(table) for (table,) in cursor.fetchall()}


def _hash(table: str) -> str:
    total = hashlib.sha256()
    query = sql.SQL('COPY (SELECT t::text FROM {} t ORDER BY t::text COLLATE "C") TO STDOUT').format(
        sql.Identifier(table)
    )
    with connection.cursor() as cursor, cursor.copy(query) as copy:
        for line in copy:
            total.update(line)
    return total.hexdigest()
