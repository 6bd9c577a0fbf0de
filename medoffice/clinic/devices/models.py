"""Tables of devices: which they are, when they were calibrated, and the files that they wrote."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.clinic.devices.types import FileState
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Device(Versioned):
    """A device, fields as in types.SaidOfDevice; a serial is one device's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    model = models.CharField(max_length=60, blank=True, default="")
    serial = models.CharField(max_length=60, unique=True)
    measures = ArrayField(models.SlugField())
    used = models.BooleanField(default=True)

    class Meta:
        db_table = "device"


class DeviceCalibration(models.Model):
    """That a device was calibrated, as it was noted, or that another row of it does not stand. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    device = models.ForeignKey(Device, on_delete=models.PROTECT, related_name="calibrations")
    on = models.DateField()
    words = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    strikes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="struck")

    class Meta:
        db_table = "device_calibration"
        indexes = [models.Index(fields=["device", "-on"], name="calibration_latest")]


class DeviceFile(models.Model):
    """A file of a device, as it came, once by its content; ``data`` is empty where documents keep it (``document``).

    What it says of its device is kept as it was then. One that was attached has the visit and the result it became;
    what came by a folder is whoever's its result turns out to be. One that was struck may come again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=20, unique=True)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    data = models.BinaryField(null=True)
    state = models.CharField(max_length=7, choices=[(one.value, one.value) for one in FileState])
    why = models.CharField(max_length=300, blank=True, default="")
    came_at = models.DateTimeField()
    came_by = models.CharField(max_length=120)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    order = models.ForeignKey("orders.Order", on_delete=models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, null=True, related_name="+")
    report = models.ForeignKey("results.LabReport", on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=80, blank=True, default="")
    device = models.CharField(max_length=120, blank=True, default="")
    serial = models.CharField(max_length=60, blank=True, default="")
    calibrated_on = models.DateField(null=True)
    taken_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "device_file"
        indexes = [models.Index(fields=["encounter"], name="device_file_at_visit")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(report=None) | models.Q(patient__isnull=False, encounter__isnull=False),
                name="what_is_attached_is_somebodys",
            ),
            models.UniqueConstraint(
                fields=["sha256"], name="device_file_once", condition=~models.Q(state=FileState.STRUCK)
            ),
        ]
