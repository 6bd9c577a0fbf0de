"""Reads of what devices found of a patient. What a label keeps is not there."""

from uuid import UUID

from medoffice.clinic.devices import models
from medoffice.clinic.devices.queries.attached import to_attached
from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.rules.correcting import in_order
from medoffice.clinic.devices.rules.wrote import PLACE
from medoffice.clinic.devices.types import By, Measured
from medoffice.clinic.results.api import reports_found_by, results_of
from medoffice.clinic.results.types import Report, Result
from medoffice.security.types import Actor

_WORD = "devices.read"


def measured_reports(actor: Actor, patient_id: UUID, limit: int | None = None) -> list[Report]:
    """The reports of what devices found of a patient, latest first. One query."""
    return reports_found_by(actor, patient_id, PLACE, services(), _WORD, limit)


def measured_of(actor: Actor, patient_id: UUID) -> list[Measured]:
    """What devices found of a patient, the last that was taken first, with their files. Three queries."""
    reports = measured_reports(actor, patient_id)
    results = results_of(one.id for one in reports)
    numbers = {one.filler for one in reports if one.laboratory == PLACE}
    files = {row.number: row for row in models.DeviceFile.objects.filter(number__in=numbers)}
    found = [_measured(one, results.get(one.id, []), files.get(one.filler)) for one in reports]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _measured(report: Report, results: list[Result], row: models.DeviceFile | None) -> Measured:
    if row is None or report.laboratory != PLACE:
        return Measured(report, tuple(results), None, None)
    attached = to_attached(row) if row.report_id == report.id else None
    return Measured(report, tuple(in_order(results)), By(row.device, row.serial, row.calibrated_on), attached)
