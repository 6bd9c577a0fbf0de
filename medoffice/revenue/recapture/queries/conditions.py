"""Conditions of earlier years that this year has no code of, and the words each rests on."""

from collections.abc import Collection, Mapping
from uuid import UUID

from medoffice.practice.api import today_here
from medoffice.records.patients.api import patients_by_id, years_of
from medoffice.revenue.coding.api import codes_released, diagnoses_among, yearly_codes
from medoffice.revenue.coding.types import DiagnosisFact
from medoffice.revenue.recapture.queries.marks import marks_of
from medoffice.revenue.recapture.queries.tables import began_before, last_day_of, tables_for
from medoffice.revenue.recapture.rules.missing import find_missing
from medoffice.revenue.recapture.rules.what_if import age_day
from medoffice.revenue.recapture.types import Body, Coded, Condition, Earlier, Found, Tables
from medoffice.security.types import Actor
from medoffice.standards.hcc.api import shipped
from medoffice.standards.terminology.api import icd10_replacements

YEARS_BACK, MOST_INSTEAD = 3, 6
WORD = "recapture.read"
Rests = tuple[Earlier, DiagnosisFact | None, tuple[str, ...]]


def this_year() -> int:
    """The calendar year of today."""
    return today_here().year


def conditions(actor: Actor, year: int, patient_id: UUID | None = None) -> tuple[Tables, Found]:
    """What is missing in a year of one patient, or of all who live, as far as the actor may know; and by which mapping.

    Four queries, those of the lists, and three where patients were merged.
    """
    first, last = began_before(year, YEARS_BACK), last_day_of(year)
    tables = tables_for(year, codes_released(first, last))
    asked = {*tables.mapped, *tables.before, *tables.newer}
    if not tables.loaded or not asked:
        return tables, Found((), {}, ())
    rows = yearly_codes(actor, first, last, codes=asked, word=WORD, patient_id=patient_id)
    people, day = patients_by_id({who for who, _, _ in rows}), age_day(tables.payment)
    bodies = {who: Body(years_of(one, day), one.sex) for who, one in people.items() if one.deceased_on is None}
    coded = [Coded(who, code, on) for who, code, on in rows if who in bodies]
    return tables, find_missing(shipped(), tables, coded, bodies, marks_of(year, patient_id))


def words_of(actor: Actor, year: int, found: Collection[Condition]) -> dict[tuple[UUID, str], DiagnosisFact]:
    """The last earlier visit that has each code of these conditions, with the words it rests on. One query."""
    codes = {one.code for each in found for one in each.codes}
    first, last = began_before(year, YEARS_BACK), last_day_of(year - 1)
    rows = diagnoses_among(actor, first, last, patients={one.patient_id for one in found}, codes=codes, word=WORD)
    told = dict[tuple[UUID, str], DiagnosisFact]()
    for row in rows:
        told.setdefault((row.patient_id, row.code), row)
    return told


def rested(one: Condition, words: Mapping[tuple[UUID, str], DiagnosisFact], year: int) -> list[Rests]:
    """What a condition rests on: each code with its visit and words; of one that is not in this year's mapping, the

    codes that stand for it at the end of the year. No query.
    """
    day = last_day_of(year)
    return [
        (
            code,
            words.get((one.patient_id, code.code)),
            () if code.in_force else tuple(each.code for each in icd10_replacements(code.code, day, MOST_INSTEAD)),
        )
        for code in one.codes
    ]
