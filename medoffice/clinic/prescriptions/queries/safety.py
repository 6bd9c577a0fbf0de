"""The book of safety that holds, and what it says of a prescription with what a chart says."""

import tomllib
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from uuid import UUID

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import Chart, ListKind, Version
from medoffice.clinic.prescriptions.rules.book import Book, book_from
from medoffice.clinic.prescriptions.rules.safety import Case, check
from medoffice.clinic.prescriptions.types import Checked, Known, Person, Prescribed
from medoffice.practice.api import today_here
from medoffice.records.patients.api import patient
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import classes_of, ingredient, ingredients_in

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "safety.toml"
HOLDS = ("active", "intended", "on-hold")
PREGNANT, FERTILE = ("O0", "O1", "O2", "O3", "O4", "O9", "Z33", "Z34", "Z3A"), range(12, 51)
FILTRATION = ("egfr", "gfr")


@cache
def shipped() -> Book:
    """The book that came with the program."""
    return book_from(tomllib.loads(_SHIPPED.read_text(encoding="utf-8")))


def recognise(words: str) -> Known:
    """A medicine by its words: its ingredients, each with FDA's classes of it."""
    return Known(words, tuple((one, classes_of(one)) for one in ingredients_in(words)))


def checked(actor: Actor, patient_id: UUID, says: Prescribed, goes_on: UUID | None = None) -> Checked:
    """What stands against it, by all that the actor may know of the chart. ``goes_on`` is the entry it goes on with.

    What a label keeps from the actor is not checked. Six queries.
    """
    chart = chart_of(actor, patient_id)
    takes = [one for one in _held(chart, ListKind.MEDICATION) if one.entry_id != goes_on]
    same = [one for one in takes if one.told.words.lower() != says.medicine.lower()]
    case = Case(
        new=_new(says),
        takes=[recognise(one.told.words) for one in same],
        allergies=[recognise(one.told.words) for one in _held(chart, ListKind.ALLERGY)],
        person=_person(patient_id, chart),
    )
    return check(case, shipped(), recognise)


def _new(says: Prescribed) -> Known:
    known = dict.fromkeys(map(ingredient, says.substances))
    return Known(says.medicine, tuple((one, classes_of(one)) for one in known))


def _held(chart: Chart, kind: ListKind) -> list[Version]:
    return [one for one in chart.lists[kind] if one.told.status in HOLDS and not one.struck and _is_so(one)]


def _is_so(one: Version) -> bool:
    return one.told.verification != "refuted"


def _person(patient_id: UUID, chart: Chart) -> Person:
    who, today = patient(patient_id), today_here()
    born = who.birth_date
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    problems = [
        one.told.code for one in chart.lists[ListKind.PROBLEM] if one.told.status == "active" and not one.struck
    ]
    pregnant = any(code.startswith(PREGNANT) for code in problems if code)
    filtration, measured = _filtration(chart.lists[ListKind.MEASURED])
    return Person(years, pregnant, who.sex == "F" and years in FERTILE, filtration, measured)


def _filtration(entries: Iterable[Version]) -> tuple[Decimal | None, str]:
    """The latest eGFR of the list of what was measured, and its day."""
    found = [one for one in entries if not one.struck and any(name in one.told.words.lower() for name in FILTRATION)]
    for one in sorted(found, key=lambda entry: entry.told.began, reverse=True):
        number = one.told.details.get("value", "").strip().lstrip("<> ").split(" ")[0]
        try:
            return Decimal(number), one.told.began
        except InvalidOperation:
            continue
    return None, ""
