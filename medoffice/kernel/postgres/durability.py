"""Durability, read back from the server rather than believed: what is acknowledged must survive a power cut.

A server or a role with a relaxed setting is refused in words. The one exception is a throw-away server of the tests,
which says of itself that it is one (only ``Server(durable=False)`` starts such a server).
"""

from typing import Any

import psycopg

from medoffice.kernel.refusals import Refusal

WANTED = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "data_checksums": "on"}
THROW_AWAY = "medoffice.throw_away"
_FIX = {
    "data_checksums": "Stop the server and run pg_checksums --enable on its data folder.",
    "synchronous_commit": "Set it to on: for the server, and with ALTER ROLE or ALTER DATABASE if it was set there.",
}


def relaxed(link: "psycopg.Connection[Any]") -> list[str]:
    """The settings under which this session could lose acknowledged work; must be empty."""
    names = [*WANTED, THROW_AWAY]
    told = link.execute("SELECT current_setting(name, true) FROM unnest(%s::text[]) AS name", [names]).fetchall()
    values = dict(zip(names, (row[0] for row in told), strict=True))
    if values.pop(THROW_AWAY) == "on":
        return []
    return [name for name, value in values.items() if value != WANTED[name]]


def require(link: "psycopg.Connection[Any]") -> None:
    """Refuse, in words, a session that could lose acknowledged work."""
    wrong = relaxed(link)
    if wrong:
        fix = _FIX.get(wrong[0], "Set it to on in the server's configuration and start the server again.")
        raise Refusal("not-durable", f"The database would lose work: {', '.join(wrong)} is not on.", fix)
