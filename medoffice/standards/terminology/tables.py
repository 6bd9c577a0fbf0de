"""The small code tables: places of service, HCPCS-shaped placeholders, our words for adjustment reasons."""

import csv
from functools import cache
from pathlib import Path

from medoffice.standards.terminology.types import Reason, Service

_DATA = Path(__file__).resolve().parent / "data"
PLACEHOLDER = "placeholder: load your CPT file"


@cache
def place_of_service() -> dict[str, str]:
    """CMS place-of-service numbers and names (public domain; edition 2024-2025)."""
    with (_DATA / "place_of_service.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"].zfill(2): row["name"] for row in csv.DictReader(file)}


@cache
def placeholder_services() -> tuple[Service, ...]:
    """Services an office of general medicine offers, with letters where the licensed code will stand. Our words."""
    rows = (_DATA / "services.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(Service(*row.split("\t")) for row in rows)


@cache
def _reasons() -> dict[str, Reason]:
    rows = (_DATA / "reasons.tsv").read_text(encoding="utf-8").splitlines()
    return {reason.carc: reason for reason in (Reason(*row.split("\t")) for row in rows)}


def carc_words(carc: str) -> Reason | None:
    """What an adjustment reason means in our words, or None: the official text is the office's to import."""
    return _reasons().get(carc)


# The numbers and letters are facts of the field; the words are ours. CPT's own text is not here.
_MODIFIERS = {
    "24": "visit unrelated to a recent procedure",
    "25": "separate visit on the day of a procedure",
    "26": "the professional part only",
    "50": "both sides",
    "51": "more than one procedure",
    "52": "less than the whole service",
    "57": "visit that decided on surgery",
    "59": "a distinct procedure",
    "76": "repeated by the same provider",
    "77": "repeated by another provider",
    "LT": "left side",
    "RT": "right side",
    "QW": "waived laboratory test",
    "XE": "separate encounter",
    "XS": "separate structure",
    "XP": "separate practitioner",
    "XU": "unusual non-overlapping service",
}


def modifiers() -> dict[str, str]:
    """Modifiers a claim of general medicine may carry, in our own words."""
    return dict(_MODIFIERS)
