"""Which conditions of earlier years this year has no code of. Pure.

A category is missing if a released diagnosis of an earlier year is of it, and none of this year is of it or of one
above it. Of several missing ones only the highest stands, unless somebody said that it is no longer present.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from medoffice.revenue.recapture.types import Body, Coded, Condition, Earlier, Found, Mark, Tables
from medoffice.standards.hcc.api import categories, covers
from medoffice.standards.hcc.types import Model

Marks = Mapping[tuple[UUID, str], Mark]


def find_missing(
    model: Model, tables: Tables, coded: Iterable[Coded], bodies: Mapping[UUID, Body], marks: Marks
) -> Found:
    """What is missing of these patients, by patient and category; of somebody unknown no edit by age or sex asks."""
    of_patients = defaultdict[UUID, list[Coded]](list)
    for one in coded:
        of_patients[one.patient_id].append(one)
    found, this_year, unknown = list[Condition](), dict[UUID, frozenset[str]](), list[Coded]()
    for who, rows in of_patients.items():
        body = bodies.get(who)
        now = [one for one in rows if one.last.year == tables.year]
        there = frozenset(hcc for one in now for hcc, _ in _hccs(model, tables, one.code, body))
        this_year[who] = there
        unknown += [one for one in now if one.code in tables.newer]
        found += _missing(model, tables, [one for one in rows if one.last.year < tables.year], body, there, marks)
    return Found(tuple(found), this_year, tuple(unknown))


def _missing(
    model: Model, tables: Tables, rows: list[Coded], body: Body | None, there: frozenset[str], marks: Marks
) -> Iterator[Condition]:
    earlier = defaultdict[str, dict[str, Earlier]](dict)
    for one in sorted(rows, key=lambda each: each.last):
        for hcc, in_force in _hccs(model, tables, one.code, body):
            if not covers(model, hcc, there):
                earlier[hcc][one.code] = Earlier(one.code, one.last, in_force)
    every = [
        Condition(rows[0].patient_id, hcc, model.labels.get(hcc, ""), _latest_first(codes.values()))
        for hcc, codes in sorted(earlier.items(), key=lambda each: int(each[0]))
    ]
    marked = [replace(one, mark=marks.get((one.patient_id, one.hcc))) for one in every]
    standing = {one.hcc for one in marked if not one.gone}
    for condition in marked:
        if condition.gone or not covers(model, condition.hcc, standing - {condition.hcc}):
            yield condition


def _hccs(model: Model, tables: Tables, code: str, body: Body | None) -> Iterator[tuple[str, bool]]:
    """The categories of a code, and whether this year's mapping has it."""
    age, sex = (body.age, body.sex) if body else (None, "")
    in_force = code in tables.mapped
    for hcc in categories(model, tables.mapped if in_force else tables.before, code, age, sex):
        yield hcc, in_force


def _latest_first(codes: Iterable[Earlier]) -> tuple[Earlier, ...]:
    return tuple(sorted(codes, key=lambda one: (-one.last.toordinal(), one.code)))
