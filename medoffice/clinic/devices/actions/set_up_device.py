"""Say which devices the office has, and note when one was calibrated, or that it was not."""

from datetime import date
from uuid import UUID

from medoffice.clinic.devices.models import Device, DeviceCalibration
from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.types import SaidOfDevice
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("devices.set_up")
def set_up_device(
    *, actor: Actor, said: SaidOfDevice, used: bool = True, device_id: UUID | None = None, seen_version: int = 0
) -> UUID:  # fmt: skip
    """A device from now on, or other words of one. Raises NotFound, Invalid by field, Conflict."""
    row = Device.objects.select_for_update().filter(id=device_id).first() if device_id else Device(version=0)
    if row is None:
        raise NotFound
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then change it.")
    serial = said.serial.strip()
    wrong = {name: ["This is needed."] for name in ("name", "serial") if not getattr(said, name).strip()}
    if Device.objects.filter(serial=serial).exclude(id=row.id).exists():
        wrong["serial"] = ["Another device has this serial."]
    if not said.measures or not set(said.measures) <= set(services()):
        wrong["measures"] = ["Choose what it measures."]
    if wrong:
        raise Invalid("device-odd", "Some fields need another look.", "", {"fields": wrong})
    row.name, row.model, row.serial = said.name.strip()[:60], said.model.strip()[:60], serial[:60]
    row.measures, row.used = list(said.measures), used
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
    record("device", row.id)
    return row.id


@action("devices.calibrate")
def note_calibration(*, actor: Actor, device_id: UUID, on: date, words: str) -> None:
    """It was calibrated on this day. Raises NotFound, Invalid for a day that is still to come."""
    if not Device.objects.filter(id=device_id).exists():
        raise NotFound
    if on > today_here():
        raise Invalid("day-odd", "This day is still to come.", "", {"fields": {"on": ["This day is still to come."]}})
    row = new_row(
        DeviceCalibration, device_id=device_id, on=on, words=words.strip()[:200], at=clock.now(), by=actor.name
    )  # fmt: skip
    row.save(force_insert=True)
    record("device", device_id, calibrated=f"{on}")


@action("devices.calibrate")
def strike_calibration(*, actor: Actor, calibration_id: UUID, why: str) -> None:
    """It was not calibrated then: a further row says so, and the wrong one stays to be read.

    What was attached meanwhile keeps what it said of its device. Raises NotFound, Invalid without why, Refusal if it
    was struck before.
    """
    row = DeviceCalibration.objects.filter(id=calibration_id, strikes__isnull=True).first()
    if row is None:
        raise NotFound
    if not why.strip():
        raise Invalid("why-missing", "Say what is wrong with it.", "", {"fields": {"why": ["This is needed."]}})
    Device.objects.select_for_update().get(id=row.device_id)
    before = DeviceCalibration.objects.filter(strikes_id=row.id).first()
    if before is not None:
        raise Refusal("struck", f"{before.by} struck this: {before.words}", "Note when it was calibrated.")
    new_row(
        DeviceCalibration, device_id=row.device_id, on=row.on, words=why.strip()[:200], at=clock.now(), by=actor.name,
        strikes_id=row.id,
    ).save(force_insert=True)  # fmt: skip
    record("device", row.device_id, struck=f"{row.on}")
