"""The small code tables: places of service, states, modifiers, placeholder services, our words for adjustment reasons.

The numbers and letters are facts of the field. CMS's tables are in the public domain and carry their edition; what is
marked ``ours`` is worded here. No text of CPT or X12 is here: an office that has a licence imports its own file.
"""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from medoffice.standards.terminology.types import Modifier, Place, Reason, ReasonCategory, Service, State

_DATA = Path(__file__).resolve().parent / "data"


@cache
def place_of_service() -> dict[str, Place]:
    """CMS's places of service by their two digits (names as of 2024-2025)."""
    with (_DATA / "place_of_service.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Place(row["code"].zfill(2), row["name"], row["medicare_rate"], row["note"]) for row in csv.DictReader(file)
        ]
    return {place.code: place for place in rows}


@cache
def states() -> dict[str, State]:
    """States, the district, territories and military addresses by their postal letters."""
    with (_DATA / "states.csv").open(encoding="utf-8", newline="") as file:
        rows = [State(row["usps"], row["fips"], row["name"], row["kind"]) for row in csv.DictReader(file)]
    return {state.usps: state for state in rows}


def modifiers(on: date) -> dict[str, Modifier]:
    """The modifiers in use on a date, by their two characters: HCPCS ones in CMS's words, CPT's numbers in ours.

    The HCPCS file at hand is of January 2019 (each row says so); the office's newer one is imported per practice.
    """
    return {
        modifier.code: modifier
        for modifier in _modifiers()
        if (modifier.valid_from is None or modifier.valid_from <= on)
        and (modifier.valid_to is None or on <= modifier.valid_to)
    }


@cache
def placeholder_services() -> tuple[Service, ...]:
    """Services an office of general medicine offers, with letters where the licensed code will stand. Our words."""
    return tuple(Service(*row) for row in _rows("services.tsv"))


def carc_words(carc: str) -> Reason | None:
    """What an adjustment reason means in our words, or None: the official text is the office's to import."""
    return _by_number().get(carc.strip().upper().lstrip("0"))


@cache
def reasons() -> tuple[Reason, ...]:
    """The adjustment reasons that have words of ours."""
    return tuple(
        Reason(carc, words, ReasonCategory(kind), fix_by) for carc, words, kind, fix_by in _rows("reasons.tsv")
    )


@cache
def _by_number() -> dict[str, Reason]:
    return {reason.carc: reason for reason in reasons()}


@cache
def _modifiers() -> tuple[Modifier, ...]:
    hcpcs = [
        Modifier(code, words, source, _day(start), _day(stop))
        for code, words, source, start, stop in _rows("modifiers.tsv")
    ]
    return (*(Modifier(code, words, "ours") for code, words in _rows("modifiers_ours.tsv")), *hcpcs)


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (_DATA / name).read_text(encoding="utf-8").splitlines()]


def _day(number: str) -> date | None:
    return date(int(number[:4]), int(number[4:6]), int(number[6:])) if number else None
