"""What a chart has for a request to a payer, as far as whoever asks may know it."""

from collections.abc import Iterator

from medoffice.clinic.charting.api import chart_of, takings_of
from medoffice.clinic.charting.types import Chart, ListKind, Version
from medoffice.clinic.prescriptions.types.prescribing import Prescription
from medoffice.clinic.results.api import reports_of, results_of
from medoffice.practice.api import office_zone, today_here
from medoffice.revenue.authorizations.rules.wording import days_of, dose_of, vitals_words, was_tried
from medoffice.revenue.authorizations.types import Group, Piece
from medoffice.revenue.coding.api import diagnoses_of
from medoffice.security.api import can
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10

_TAKINGS, _REPORTS = 4, 12


def pieces_of(actor: Actor, given: Prescription) -> list[Piece]:
    """Diagnoses on their words, medicines that ended, results, vital signs, allergies: those that are usual marked.

    About twelve queries, and the labels'.
    """
    chart = chart_of(actor, given.patient_id) if can(actor, "lists.read", given.patient_id) else None
    found = [*_diagnoses(actor, given, chart), *(_tried(chart, given) if chart else ())]
    found += [*_results(actor, given), *_vitals(actor, given), *(_allergies(chart) if chart else ())]
    return found


def _diagnoses(actor: Actor, given: Prescription, chart: Chart | None) -> Iterator[Piece]:
    """Of released codes, each on its words; then what the prescription is for, and the problem list."""
    seen: set[str] = set()
    wanted = given.says.diagnosis.upper()
    for fact in diagnoses_of(actor, given.patient_id):
        if fact.code not in seen:
            seen.add(fact.code)
            yield Piece(
                f"diagnosis:{fact.code}", Group.DIAGNOSIS, f"{fact.code} {fact.title}", f"“{fact.evidence.quote}”",
                f"{fact.date:%m/%d/%Y}", fact.encounter_id, usual=fact.code.upper() == wanted,
            )  # fmt: skip
    if wanted and wanted not in seen:
        seen.add(wanted)
        known = icd10(wanted, today_here())
        title = f"{wanted} {known.title}" if known else wanted
        told = f"as prescribed: {given.says.indication}" if given.says.indication else "as prescribed"
        yield Piece(f"diagnosis:{wanted}", Group.DIAGNOSIS, title, told, "", given.encounter_id, usual=True)
    for one in _held(chart, ListKind.PROBLEM):
        if one.told.code not in seen and one.told.status == "active":
            words = " ".join(filter(None, (one.told.code, one.told.words)))
            told = ", ".join(filter(None, ("problem list", one.cause.words)))
            yield Piece(f"entry:{one.entry_id}", Group.DIAGNOSIS, words, told, one.told.began, one.about)


def _held(chart: Chart | None, kind: ListKind) -> list[Version]:
    return [one for one in chart.lists.get(kind, ()) if not one.struck] if chart else []


def _tried(chart: Chart, given: Prescription) -> Iterator[Piece]:
    for one in _held(chart, ListKind.MEDICATION):
        if was_tried(one.told) and one.entry_id != given.entry_id:
            why = one.why or "the chart does not say why it ended"
            yield Piece(
                f"entry:{one.entry_id}", Group.TRIED, dose_of(one.told), why, days_of(one.told), one.about, usual=True
            )


def _results(actor: Actor, given: Prescription) -> Iterator[Piece]:
    """Of each test the latest."""
    reports = reports_of(actor, given.patient_id, _REPORTS)
    found, zone = results_of(one.id for one in reports), office_zone()
    seen: set[tuple[str, str]] = set()
    for report in reports:
        for one in found.get(report.id, ()):
            if (one.system, one.code or one.words) in seen or one.cancelled or one.document_id:
                continue
            seen.add((one.system, one.code or one.words))
            words = " ".join(filter(None, (one.words, one.value, one.unit)))
            told = ", ".join(filter(None, (one.flags, f"range {one.range}" if one.range else "")))
            day = (one.observed_at or one.came_at).astimezone(zone)
            yield Piece(f"result:{one.id}", Group.RESULT, words, told, f"{day:%m/%d/%Y}", report.about_id)


def _vitals(actor: Actor, given: Prescription) -> Iterator[Piece]:
    for one in takings_of(actor, given.patient_id)[:_TAKINGS]:
        if words := vitals_words(one.vitals):
            yield Piece(f"vitals:{one.id}", Group.VITALS, words, "", f"{one.on:%m/%d/%Y}", one.encounter_id)


def _allergies(chart: Chart) -> Iterator[Piece]:
    for one in _held(chart, ListKind.ALLERGY):
        usual = one.told.details.get("category", "medication") in ("", "medication")
        told = one.told.details.get("reaction", "") or "the reaction is not noted"
        yield Piece(
            f"entry:{one.entry_id}", Group.ALLERGY, one.told.words, told, one.told.began, one.about, usual=usual
        )
