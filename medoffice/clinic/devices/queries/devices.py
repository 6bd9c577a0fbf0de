"""Reads of devices: which there are, when each was calibrated, what a service measures."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import Max, QuerySet

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


def as_it_is(by: By) -> By:
    """A device as a file says it, with what the office knows of its serial where the file is silent. One query."""
    row = _rows().filter(serial=by.serial).first()
    if row is None:
        return by
    known = _device(row)
    return By(known.said.name, by.serial, by.calibrated_on or known.calibrated_on)


def calibrations_of(device_id: UUID, limit: int = 60) -> list[Calibration]:
    """When it was calibrated, latest first. One query."""
    rows = models.DeviceCalibration.objects.filter(device_id=device_id).order_by("-on", "-id")[:limit]
    return [Calibration(row.on, row.words, row.at, row.by) for row in rows]


def _rows() -> QuerySet[models.Device, models.Device]:
    return models.Device.objects.annotate(calibrated_on=Max("calibrations__on")).order_by("-used", "name", "serial")


def _device(row: models.Device) -> Device:
    said = SaidOfDevice(row.name, row.model, row.serial, tuple(row.measures))
    return Device(row.id, said, row.used, getattr(row, "calibrated_on", None), row.version)
