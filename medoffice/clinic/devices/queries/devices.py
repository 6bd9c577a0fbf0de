"""Reads of devices: which there are, when each was calibrated, what a service measures."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from medoffice.clinic.devices import models
from medoffice.clinic.devices.types import By, Calibration, Device, Measure, SaidOfDevice, Service
from medoffice.kernel.refusals import NotFound

_MEASURES = Path(__file__).resolve().parents[1] / "data" / "measures.toml"


@cache
def services() -> Mapping[str, Service]:
    """The services for which a device writes something, by their keys."""
    told = tomllib.loads(_MEASURES.read_text(encoding="utf-8"))
    return {
        one["key"]: Service(one["key"], one["name"], tuple(Measure(**each) for each in one["measures"]), told["source"])
        for one in told["service"]
    }


def devices(service: str = "") -> list[Device]:
    """The devices of the office by name, or those in use for one service. One query."""
    rows = _rows().filter(used=True, measures__contains=[service]) if service else _rows()
    return [_device(row) for row in rows]


def device(device_id: UUID) -> Device:
    """One of them. Raises NotFound. One query."""
    row = _rows().filter(id=device_id).first()
    if row is None:
        raise NotFound
    return _device(row)


def as_it_is(by: By, on: date) -> By:
    """A device as a file of a day says it, with what the office knows of its serial where the file is silent.

    Two queries.
    """
    row = models.Device.objects.filter(serial=by.serial).first()
    if row is None:
        return by
    return By(row.name, by.serial, by.calibrated_on or calibrated_by(row.id, on))


def calibrated_by(device_id: UUID, on: date) -> date | None:
    """When it was calibrated last, not after this day; what was struck is no calibration. One query."""
    rows = models.DeviceCalibration.objects.filter(device_id=device_id, on__lte=on)
    return rows.filter(strikes__isnull=True, struck__isnull=True).order_by("-on").values_list("on", flat=True).first()


def calibrations_of(device_id: UUID, limit: int = 60) -> list[Calibration]:
    """When it was calibrated, latest first, with what was struck. One query."""
    rows = models.DeviceCalibration.objects.filter(device_id=device_id, strikes__isnull=True).select_related("struck")
    return [to_calibration(row) for row in rows.order_by("-on", "-id")[:limit]]


def calibration(calibration_id: UUID) -> tuple[UUID, Calibration]:
    """One of them, and of which device. Raises NotFound. One query."""
    rows = models.DeviceCalibration.objects.filter(strikes__isnull=True).select_related("struck")
    row = rows.filter(id=calibration_id).first()
    if row is None:
        raise NotFound
    return row.device_id, to_calibration(row)


def to_calibration(row: models.DeviceCalibration) -> Calibration:
    """A row as the noun."""
    struck = getattr(row, "struck", None)
    said = (struck.by, struck.words) if struck is not None else ("", "")
    return Calibration(row.id, row.on, row.words, row.at, row.by, *said)


def _rows() -> QuerySet[models.Device, models.Device]:
    stands = Q(calibrations__strikes__isnull=True, calibrations__struck__isnull=True)
    last = Max("calibrations__on", filter=stands)
    return models.Device.objects.annotate(calibrated_on=last).order_by("-used", "name", "serial")


def _device(row: models.Device) -> Device:
    said = SaidOfDevice(row.name, row.model, row.serial, tuple(row.measures))
    return Device(row.id, said, row.used, getattr(row, "calibrated_on", None), row.version)
