"""What a chart has for a request to a payer, as far as whoever asks may know it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar
from uuid import UUID

from medoffice.clinic.charting.api import chart_of, going_with, holds, takings_of
from medoffice.clinic.charting.types import Chart, ListKind, Version
from medoffice.clinic.prescriptions.types.prescribing import Prescription
from medoffice.clinic.results.api import reports_of, results_of
from medoffice.practice.api import office_zone, today_here
from medoffice.records.disclosures.api import kept_from_plan
from medoffice.records.documents.api import appended_to
from medoffice.revenue.authorizations.rules.wording import (
    days_of,
    dose_of,
    result_words,
    vitals_words,
    was_tried,
    why_it_ended,
)
from medoffice.revenue.authorizations.types import Draft, Group, Piece
from medoffice.revenue.coding.api import diagnoses_of
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor
from medoffice.standards.terminology.api import icd10

Row = TypeVar("Row")
PURPOSE = "payment"
_TAKINGS, _REPORTS = 4, 12


def pieces_of(actor: Actor, given: Prescription) -> list[Piece]:
    """Diagnoses on their words, medicines that ended, results, vital signs, allergies: those that are usual marked.

    What goes along with a thing (an amendment) stands behind it. What the patient paid for in full is no piece. About
    fifteen queries, and the labels'.
    """
    chart = chart_of(actor, given.patient_id) if can(actor, "lists.read", given.patient_id) else None
    along = going_with(chart) if chart else {}
    found = [*_diagnoses(actor, given), *_prescribed_for(given)]
    found = _firsts(found, lambda one: one.key)
    found += [*_problems(chart, along, found), *_tried(chart, along, given), *_results(actor, given)]
    return [*found, *_vitals(actor, given), *_allergies(chart, along)]


def hidden_of(draft: Draft, given: Prescription, there: Iterable[Piece]) -> tuple[str, ...]:
    """What was chosen and is in the chart, but is not ``there`` for whoever asks.

    As ``pieces_of`` where a piece is missing, else no query.
    """
    known = {one.key for one in there}
    missing = [key for key in draft.chosen if key not in known]
    every = {one.key for one in pieces_of(PROGRAM, given)} if missing else set()
    return tuple(key for key in missing if key in every)


def _diagnoses(actor: Actor, given: Prescription) -> Iterator[Piece]:
    """Of released codes, each on its words, once, the latest."""
    wanted = given.says.diagnosis.upper()
    every = _for_plans(diagnoses_of(actor, given.patient_id), lambda one: one.encounter_id)
    facts = _firsts(every, lambda one: one.code)
    beside = appended_to("note", [fact.evidence.ref.id for fact in facts if fact.evidence.ref.kind == "note"])
    for fact in facts:
        along = [
            f"{one.title}. {' '.join(one.words.split())}" for one in beside.get(fact.evidence.ref.id, ()) if one.goes
        ]
        words = _with(f"“{fact.evidence.quote}”", along) if fact.evidence.quote else ""
        yield Piece(
            f"diagnosis:{fact.code}", Group.DIAGNOSIS, f"{fact.code} {fact.title}", words,
            f"{fact.date:%m/%d/%Y}", fact.encounter_id, usual=fact.code.upper() == wanted,
        )  # fmt: skip


def _prescribed_for(given: Prescription) -> Iterator[Piece]:
    """What the prescription says that it is for."""
    wanted = given.says.diagnosis.upper()
    if wanted:
        known = icd10(wanted, today_here())
        title = f"{wanted} {known.title}" if known else wanted
        told = f"as prescribed: {given.says.indication}" if given.says.indication else "as prescribed"
        yield Piece(f"diagnosis:{wanted}", Group.DIAGNOSIS, title, told, "", given.encounter_id, usual=True)


def _problems(chart: Chart | None, along: Mapping[UUID, tuple[str, ...]], found: list[Piece]) -> Iterator[Piece]:
    """What holds of the problem list and is not told by a code."""
    coded = {one.key for one in found}
    for one in _held(chart, ListKind.PROBLEM):
        if holds(one) and f"diagnosis:{one.told.code}" not in coded:
            words = " ".join(filter(None, (one.told.code, one.told.words)))
            told = _with(", ".join(filter(None, ("problem list", one.cause.words))), along.get(one.entry_id, ()))
            yield Piece(f"entry:{one.entry_id}", Group.DIAGNOSIS, words, told, one.told.began, one.about)


def _held(chart: Chart | None, kind: ListKind) -> list[Version]:
    """The entries of a list that were not struck."""
    entries = [one for one in chart.lists.get(kind, ()) if not one.struck] if chart else []
    return _for_plans(entries, lambda one: one.about)


def _tried(chart: Chart | None, along: Mapping[UUID, tuple[str, ...]], given: Prescription) -> Iterator[Piece]:
    today = today_here()
    for one in _held(chart, ListKind.MEDICATION):
        if chart and was_tried(one.told, today) and one.entry_id != given.entry_id:
            why = why_it_ended(chart.histories[one.entry_id], today) or "the chart does not say why it ended"
            yield Piece(
                f"entry:{one.entry_id}", Group.TRIED, dose_of(one.told), _with(why, along.get(one.entry_id, ())),
                days_of(one.told), one.about, usual=True,
            )  # fmt: skip


def _results(actor: Actor, given: Prescription) -> Iterator[Piece]:
    """Of each test the latest."""
    reports = _for_plans(reports_of(actor, given.patient_id, _REPORTS), lambda one: one.about_id)
    found, zone = results_of(one.id for one in reports), office_zone()
    seen: set[tuple[str, str]] = set()
    for report in reports:
        for one in found.get(report.id, ()):
            if (one.system, one.code or one.words) in seen or one.cancelled or one.document_id:
                continue
            seen.add((one.system, one.code or one.words))
            words = " ".join(filter(None, (one.words, one.value, one.unit)))
            status = result_words(one.status, corrected=one.corrected)
            told = ", ".join(filter(None, (status, one.flags, f"range {one.range}" if one.range else "")))
            day = (one.observed_at or one.came_at).astimezone(zone)
            yield Piece(f"result:{one.id}", Group.RESULT, words, told, f"{day:%m/%d/%Y}", report.about_id)


def _vitals(actor: Actor, given: Prescription) -> Iterator[Piece]:
    """The latest that a plan may be told of."""
    takings = takings_of(actor, given.patient_id, limit=_TAKINGS * 3)
    for one in _for_plans(takings, lambda taking: taking.encounter_id)[:_TAKINGS]:
        if words := vitals_words(one.vitals):
            yield Piece(f"vitals:{one.id}", Group.VITALS, words, "", f"{one.on:%m/%d/%Y}", one.encounter_id)


def _allergies(chart: Chart | None, along: Mapping[UUID, tuple[str, ...]]) -> Iterator[Piece]:
    for one in _held(chart, ListKind.ALLERGY):
        if holds(one):
            usual = one.told.details.get("category", "medication") in ("", "medication")
            told = one.told.details.get("reaction", "") or "the reaction is not noted"
            yield Piece(
                f"entry:{one.entry_id}", Group.ALLERGY, one.told.words, _with(told, along.get(one.entry_id, ())),
                one.told.began, one.about, usual=usual,
            )  # fmt: skip


def _for_plans(rows: Iterable[Row], about: Callable[[Row], UUID | None]) -> list[Row]:
    """Those of which a health plan may be told: what the patient paid for in full is left out. One query."""
    every = list(rows)
    kept = kept_from_plan(PURPOSE, map(about, every))
    return [one for one in every if about(one) not in kept]


def _firsts(rows: Iterable[Row], name: Callable[[Row], str]) -> list[Row]:
    """Of those with one name the first."""
    found: dict[str, Row] = {}
    for one in rows:
        found.setdefault(name(one), one)
    return list(found.values())


def _with(words: str, along: Iterable[str]) -> str:
    """Words with what goes along behind them."""
    return " ".join([words, *(f"[{one}]" for one in along)])
