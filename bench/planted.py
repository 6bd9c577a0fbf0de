"""Searches planted among the people of a world (``planted_searches.toml``), and how many find whom they must."""

import tomllib
from pathlib import Path
from typing import Any

PLANTED = Path(__file__).resolve().parent / "planted_searches.toml"
FIRST, TEN = 1, 10


def searches() -> dict[str, list[tuple[str, str]]]:
    """What is typed and who is meant, by kind."""
    return {kind: [(typed, key) for typed, key in told] for kind, told in _told()["searches"].items()}


def people() -> dict[str, dict[str, Any]]:
    """Who is planted, by key."""
    told: dict[str, dict[str, Any]] = _told()["people"]
    return told


def plant() -> dict[str, Any]:
    """Register the planted people in the current world; returns their ids by key."""
    from medoffice.records.patients.api import register_patient
    from medoffice.records.patients.types.people import PatientName
    from medoffice.security.types import PROGRAM

    return {
        key: register_patient(
            actor=PROGRAM,
            name=PatientName(who["family"], who["given"]),
            sex="U",
            birth_date=who["born"],
            phone=who["phone"],
        )
        for key, who in people().items()
    }


def recall(ids: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """By kind: how many searches, how many found the person first, how many among ten."""
    from medoffice.records.patients.api import search
    from medoffice.security.types import PROGRAM

    found = {}
    for kind, asked in searches().items():
        first = ten = 0
        for typed, key in asked:
            hits = [hit.id for hit in search(PROGRAM, typed, limit=TEN)]
            first += hits[:FIRST] == [ids[key]]
            ten += ids[key] in hits
        found[kind] = (len(asked), first, ten)
    return found


def _told() -> dict[str, Any]:
    return tomllib.loads(PLANTED.read_text(encoding="utf-8"))
