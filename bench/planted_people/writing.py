"""How a desk writes a person down: what it leaves blank, what stands in for it, and in which manner."""

from dataclasses import replace
from datetime import date
from typing import Any

from bench.planted_people.chances import words
from bench.planted_people.slips import plain
from bench.planted_people.types import Record
from medoffice.rehearsal.population.types import Chance

# Of a hundred records: how many have the field blank, and how many a stand-in.
GAPS = {
    "born": (0.015, 0.006),
    "phones": (0.08, 0.02),
    "email": (0.35, 0.02),
    "line1": (0.05, 0.01),
    "ssn4": (0.5, 0.01),
    "member_ids": (0.2, 0.02),
}
IN_HASTE = 2.0  # a second registration is more often done without papers
STREETS = (("Street", "St"), ("Road", "Rd"), ("Avenue", "Ave"), ("Lane", "Ln"), ("Court", "Ct"), ("Drive", "Dr"))
NAMES = {
    "born": "birth date",
    "phones": "telephone",
    "email": "e-mail",
    "line1": "address",
    "ssn4": "SSN digits",
    "member_ids": "member id",
}


def written(record: Record, chance: Chance, haste: float = 1.0) -> tuple[Record, frozenset[str]]:
    """The record as typed, and what of it is missing or stood in for (``birth date missing``)."""
    gone: set[str] = set()
    values: dict[str, Any] = {}
    for field, (blank, stand_in) in GAPS.items():
        own = chance.at(field)
        if own.happens("blank", min(0.9, blank * haste)):
            values |= _blank(field)
            gone.add(f"{NAMES[field]} missing")
        elif own.happens("stand-in", stand_in * haste):
            values |= _stand_in(field, own)
            gone.add(f"{NAMES[field]} stood in for")
    if chance.happens("given unknown", 0.001 * haste):
        values |= {"given": chance.pick("given", words("standins.given")), "middle": ""}
        gone.add("given name stood in for")
    return _in_a_manner(replace(record, **values), chance.at("manner")), frozenset(gone)


def nobody(record: Record, chance: Chance) -> Record:
    """A record of no person: a test, or somebody unknown, with the office's stand-ins."""
    given, _, family = chance.pick("name", words("standins.nobodies")).partition(" ")
    values = {field: _stand_in(field, chance)[field] for field in ("born", "phones")}
    blanks = {key: value for field in ("email", "ssn4", "member_ids") for key, value in _blank(field).items()}
    return replace(record, given=given, middle="", family=family, suffix="", sex="U", **values, **blanks)


def _blank(field: str) -> dict[str, Any]:
    if field == "born":
        return {"born": None}
    if field == "line1":
        return {"line1": "", "line2": "", "city": "", "state": "", "zip": ""}
    return {field: () if field in ("phones", "member_ids") else ""}


def _stand_in(field: str, chance: Chance) -> dict[str, Any]:
    text = chance.pick("which", words(f"standins.{field}"))
    if field == "born":
        return {"born": date.fromisoformat(text)}
    if field == "line1":
        return {"line1": text, "line2": ""}
    return {field: (text,) if field in ("phones", "member_ids") else text}


def _in_a_manner(record: Record, chance: Chance) -> Record:
    """Capitals, accents, abbreviations and separators as the desk likes them; nothing of it is an error."""
    values: dict[str, Any] = {}
    if chance.happens("no accents", 0.3):
        values |= {field: plain(getattr(record, field)) for field in ("given", "middle", "family")}
    phones = chance.pick("telephones", ("{a}", "{a}", "{b}", "{c}", "1-{b}"))
    values["phones"] = tuple(_phone(number, phones) for number in record.phones)
    if chance.happens("short", 0.5):
        line = record.line1
        for whole, short in STREETS:
            line = line.removesuffix(whole) + short if line.endswith(whole) else line
        values |= {"line1": line, "line2": record.line2.replace("Apt ", "#")}
    if chance.happens("suffix plain", 0.4):
        values["suffix"] = record.suffix.rstrip(".")
    made = replace(record, **values)
    if chance.happens("capitals", 0.06):
        shouted = {key: getattr(made, key).upper() for key in ("given", "middle", "family", "suffix", "line1", "city")}
        return replace(made, **shouted)
    return made


def _phone(number: str, pattern: str) -> str:
    digits = "".join(letter for letter in number if letter.isdigit())
    return pattern.format(a=number, b=f"{digits[:3]}-{digits[3:6]}-{digits[6:]}", c=digits)
