"""Reads of reports and their results. What a label keeps is not there."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from medoffice.clinic.results import models
from medoffice.clinic.results.types import WITHDRAWN, Level, Report, ReportState, Result
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import permitted
from medoffice.security.types import Actor

_WORD = "results.read"


def report(report_id: UUID) -> Report:
    """A report. Raises NotFound. One query."""
    row = models.LabReport.objects.filter(id=report_id).first()
    if row is None:
        raise NotFound
    return to_report(row)


def open_reports(actor: Actor, *, signer_id: UUID | None = None, limit: int | None = None) -> list[Report]:
    """What waits for a sign-off, critical first, then unusual, oldest first; of a signer and of nobody only, if given.

    One query.
    """
    rows = models.LabReport.objects.filter(state=ReportState.OPEN)
    rows = rows.filter(Q(signer_id=signer_id) | Q(signer_id=None)) if signer_id else rows
    rows = permitted(actor, _WORD, rows, visit="about_id").order_by("-level", "-corrected", "came_at", "id")
    return [to_report(row) for row in rows[:limit]]


def open_count(actor: Actor) -> int:
    """How many wait for a sign-off. One query."""
    rows = models.LabReport.objects.filter(state=ReportState.OPEN)
    return permitted(actor, _WORD, rows, visit="about_id").count()


def filed_count() -> int:
    """How many reports stand on charts, whoever may see them. One query."""
    return models.LabReport.objects.count()


def reports_of(actor: Actor, patient_id: UUID, limit: int | None = None, word: str = _WORD) -> list[Report]:
    """A patient's reports that the actor may know under a word, latest first. One query."""
    rows = models.LabReport.objects.filter(patient_id=patient_id)
    rows = permitted(actor, word, rows, visit="about_id").order_by("-came_at", "-id")
    return [to_report(row) for row in rows[:limit]]


def reports_found_by(
    actor: Actor, patient_id: UUID, place: str, services: Iterable[str], word: str, limit: int | None = None
) -> list[Report]:
    """What a part of the office found of a patient, and whatever answered orders of these services, latest first.

    As far as the actor may know it under a word. One query.
    """
    found = Q(laboratory=place) | Q(order__key__in=set(services))
    rows = permitted(actor, word, models.LabReport.objects.filter(found, patient_id=patient_id), visit="about_id")
    return [to_report(row) for row in rows.order_by("-came_at", "-id")[:limit]]


def reports_of_order(order_id: UUID) -> list[Report]:
    """What came of an order. One query."""
    return [to_report(row) for row in models.LabReport.objects.filter(order_id=order_id).order_by("id")]


def next_open(actor: Actor, after: UUID, signer_id: UUID | None) -> UUID | None:
    """What to look at when this one is done with. One query."""
    return next((one.id for one in open_reports(actor, signer_id=signer_id) if one.id != after), None)


def results_of(report_ids: Iterable[UUID]) -> dict[UUID, list[Result]]:
    """The results of reports as they stand, unusual ones first, each with what it replaced. One query."""
    rows = models.LabResult.objects.filter(report_id__in=set(report_ids)).order_by("place", "id")
    standing, replaced = [], defaultdict(list)
    for row in rows:
        if row.replaced_by_id is None:
            standing.append(row)
        else:
            replaced[row.report_id, row.key].append(row)
    found: dict[UUID, list[Result]] = defaultdict(list)
    for row in sorted(standing, key=lambda one: -one.level):
        found[row.report_id].append(to_result(row, [to_result(one) for one in replaced[row.report_id, row.key]]))
    return dict(found)


def earlier_values(one: Report, codes: Iterable[str], actor: Actor) -> dict[str, list[Result]]:
    """What the same tests said before, oldest first, by code: numbers only, with this report's own. Two queries.

    What was withdrawn is not among them.
    """
    wanted = {code for code in codes if code}
    reports = models.LabReport.objects.filter(patient_id=one.patient_id)
    known = permitted(actor, _WORD, reports, visit="about_id").values_list("id", flat=True)
    rows = (
        models.LabResult.objects.filter(report_id__in=known, code__in=wanted, replaced_by=None, number__isnull=False)
        .exclude(status=WITHDRAWN)
        .order_by("observed_at", "came_at", "id")
    )
    found: dict[str, list[Result]] = defaultdict(list)
    for row in rows:
        found[row.code].append(to_result(row))
    return dict(found)


def to_report(row: models.LabReport) -> Report:
    """A row as the noun."""
    return Report(
        id=row.id,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        about_id=row.about_id,
        order_id=row.order_id,
        laboratory=row.laboratory,
        placer=row.placer,
        filler=row.filler,
        code=row.code,
        system=row.system,
        words=row.words,
        status=row.status,
        level=Level(row.level),
        corrected=row.corrected,
        collected_on=row.collected_on,
        collected_at=row.collected_at,
        reported_at=row.reported_at,
        came_at=row.came_at,
        ordered_by=row.ordered_by,
        signer_id=row.signer_id,
        state=ReportState(row.state),
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        notes=row.notes,
        critical_since=row.critical_since,
        version=row.version,
    )


def to_result(row: models.LabResult, earlier: Iterable[Result] = ()) -> Result:
    """A row as the noun."""
    return Result(
        id=row.id,
        key=row.key,
        code=row.code,
        system=row.system,
        words=row.words,
        kind=row.kind,
        value=row.value,
        number=row.number,
        unit=row.unit,
        range=row.range,
        flags=row.flags.replace("~", " "),
        level=Level(row.level),
        status=row.status,
        observed_at=row.observed_at,
        notes=row.notes,
        message_id=row.message_id,
        came_at=row.came_at,
        document_id=row.document_id,
        earlier=tuple(earlier),
    )
