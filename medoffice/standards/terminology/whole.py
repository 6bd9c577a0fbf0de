"""Whether the code tables are whole and agree with each other: what ``medoffice check`` asks of them."""

import sqlite3
from collections.abc import Iterator

from medoffice.standards.terminology.icd10 import last_day
from medoffice.standards.terminology.store import connection
from medoffice.standards.terminology.tables import modifiers, place_of_service, placeholder_services, reasons, states

# What must not be there, in words, and how to count it.
_FAULTS = (
    ("codes end before they begin", "SELECT count(*) FROM node WHERE start > 0 AND stop > 0 AND stop < start"),
    (
        "codes stand below a heading that is not there",
        "SELECT count(*) FROM node n WHERE parent != '' AND NOT EXISTS (SELECT 1 FROM node p WHERE p.id = n.parent)",
    ),
    (
        "codes name a predecessor that is not there",
        "SELECT count(*) FROM node n WHERE old != '' AND NOT EXISTS (SELECT 1 FROM node p WHERE p.id = n.old)",
    ),
    (
        "codes that may be billed cannot be found by words",
        "SELECT count(*) FROM node WHERE start > 0 AND id NOT IN (SELECT code FROM member)",
    ),
    (
        "entries of the index lead to no code",
        "SELECT count(*) FROM member m WHERE NOT EXISTS (SELECT 1 FROM node n WHERE n.id = m.code)",
    ),
    ("notes are about codes that are not there", "SELECT count(*) FROM note WHERE id NOT IN (SELECT id FROM node)"),
)


def file_faults(link: sqlite3.Connection | None = None) -> list[str]:
    """What is wrong with the loaded code tables, in words; nothing if they are whole."""
    try:
        return [*_broken(link or connection()), *_empty_tables()]
    except (OSError, sqlite3.Error) as error:
        return [f"The code tables cannot be read ({type(error).__name__}). Remove the unpacked file; it is made anew."]


def _broken(link: sqlite3.Connection) -> Iterator[str]:
    told = [row[0] for row in link.execute("PRAGMA quick_check(5)")]
    if told != ["ok"]:
        yield f"The unpacked file is damaged ({told[0]}). Remove it; it is made anew."
        return
    for words, sql in _FAULTS:
        count = link.execute(sql).fetchone()[0]
        if count:
            yield f"{count} {words}."


def _empty_tables() -> Iterator[str]:
    tables = {
        "places of service": place_of_service(),
        "states": states(),
        "modifiers": modifiers(last_day()),
        "placeholder services": placeholder_services(),
        "adjustment reasons": reasons(),
    }
    for name, rows in tables.items():
        if not rows:
            yield f"The table of {name} is empty."
