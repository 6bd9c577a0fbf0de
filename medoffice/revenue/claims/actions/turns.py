"""Turns: what only one transaction at a time may do with files, until it is committed."""

from enum import IntEnum

from django.db import connection


class Turn(IntEnum):
    """Taking a file in, so that the same payment twice is seen; writing files, so that each gets its own number."""

    RECEIVE = 0x4D4F4649
    SEND = 0x4D4F464F


def wait_for(turn: Turn) -> None:
    """Wait until nobody else has this turn; it is given up at the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [turn.value])
