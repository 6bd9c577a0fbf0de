"""Tables of results: messages as they came, reports, and every version of each result."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from medoffice.clinic.results.types import SEARCHED, Level, MessageState, ReportState, Said
from medoffice.kernel.full_text import words_of
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned

_OPEN = [MessageState.WAITS, MessageState.TRAY]


class LabMessage(Versioned):
    """A message as it came, once by its sender and number; what was refused is kept beside it.

    ``data`` is what came, byte for byte, ``ack`` what was answered; the same again is answered the same.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    peer = models.CharField(max_length=64, blank=True, default="")
    sender = models.CharField(max_length=180, blank=True, default="")
    facility = models.CharField(max_length=180, blank=True, default="")
    control_id = models.CharField(max_length=199, blank=True, default="")
    kind = models.CharField(max_length=20, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    size = models.PositiveIntegerField()
    came_at = models.DateTimeField()
    ack_code = models.CharField(max_length=2)
    ack = models.BinaryField()
    findings = models.JSONField(default=list)
    state = models.CharField(max_length=9, choices=[(one.value, one.value) for one in MessageState])
    why = models.CharField(max_length=300, blank=True, default="")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    settled_by = models.CharField(max_length=120, blank=True, default="")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "lab_message"
        indexes = [
            models.Index(fields=["came_at"], name="lab_message_open", condition=models.Q(state__in=_OPEN)),
            models.Index(fields=["-came_at"], name="lab_message_late", condition=models.Q(state="refused")),
            models.Index(fields=["facility", "-came_at"], name="lab_message_of"),
            models.Index(fields=["control_id"], name="lab_message_number"),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "facility", "control_id"],
                name="lab_message_once",
                condition=~models.Q(state="refused"),
            )
        ]


class LabReport(Versioned):
    """What came of one order of a patient, once (``key``); ``about_id`` is what labels are of."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    about_id = models.UUIDField()
    order = models.ForeignKey("orders.Order", on_delete=models.PROTECT, null=True, related_name="+")
    message = models.ForeignKey(LabMessage, on_delete=models.PROTECT, related_name="+")
    laboratory = models.CharField(max_length=180, blank=True, default="")
    key = models.CharField(max_length=64)
    placer = models.CharField(max_length=199, blank=True, default="")
    filler = models.CharField(max_length=199, blank=True, default="")
    code = models.CharField(max_length=60, blank=True, default="")
    system = models.CharField(max_length=20, blank=True, default="")
    words = models.CharField(max_length=200)
    status = models.CharField(max_length=2, blank=True, default="")
    level = models.PositiveSmallIntegerField(choices=[(one.value, one.name) for one in Level], default=Level.NORMAL)
    corrected = models.BooleanField(default=False)
    collected_on = models.DateField(null=True)
    collected_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    came_at = models.DateTimeField()
    ordered_by = models.CharField(max_length=120, blank=True, default="")
    signer = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in ReportState])
    signed_by = models.CharField(max_length=120, blank=True, default="")
    signed_at = models.DateTimeField(null=True)
    notes = models.TextField(blank=True, default="")
    critical_since = models.DateTimeField(null=True)
    raised_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "lab_report"
        indexes = [
            models.Index(fields=["patient", "-came_at"], name="lab_report_of_patient"),
            models.Index(fields=["filler"], name="lab_report_filler"),
            models.Index(fields=["-level", "came_at"], name="lab_report_open", condition=models.Q(state="to sign")),
            models.Index(
                fields=["critical_since"], name="lab_report_raise", condition=models.Q(state="to sign", raised_at=None)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="lab_report_once"),
            models.CheckConstraint(
                condition=models.Q(state="to sign", signed_at=None) | models.Q(state="signed", signed_at__isnull=False),
                name="lab_signed_means_dated",
            ),
        ]


class LabResult(models.Model):
    """One version of one result. What replaced it is named; the version that stands names none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(LabReport, on_delete=models.PROTECT, related_name="results")
    message = models.ForeignKey(LabMessage, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    key = models.CharField(max_length=200)
    code = models.CharField(max_length=60, blank=True, default="")
    system = models.CharField(max_length=20, blank=True, default="")
    words = models.CharField(max_length=200)
    kind = models.CharField(max_length=3, blank=True, default="")
    value = models.TextField(blank=True, default="")
    number = models.DecimalField(max_digits=24, decimal_places=10, null=True)
    unit = models.CharField(max_length=80, blank=True, default="")
    range = models.CharField(max_length=120, blank=True, default="")
    flags = models.CharField(max_length=60, blank=True, default="")
    level = models.PositiveSmallIntegerField(choices=[(one.value, one.name) for one in Level], default=Level.NORMAL)
    status = models.CharField(max_length=2, blank=True, default="")
    observed_at = models.DateTimeField(null=True)
    said_at = models.DateTimeField(null=True)
    notes = models.TextField(blank=True, default="")
    came_at = models.DateTimeField()
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    file_id = models.UUIDField(null=True)
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "lab_result"
        indexes = [
            models.Index(
                fields=["came_at"],
                name="lab_paper_waits",
                condition=models.Q(file_id__isnull=False, document=None),
            ),
            GinIndex(words_of(*SEARCHED), name="lab_result_words"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key"], name="lab_result_stands_once", condition=models.Q(replaced_by=None)
            )
        ]


class LabEntry(models.Model):
    """What was noted about a report: remarks, calls with their read-back, who was told. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    report = models.ForeignKey(LabReport, on_delete=models.PROTECT, related_name="entries")
    what = models.CharField(max_length=26, choices=[(one.value, one.value) for one in Said])
    whom = models.CharField(max_length=80, blank=True, default="")
    read_back = models.BooleanField(default=False)
    words = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "lab_entry"
        indexes = [models.Index(fields=["report", "at"], name="lab_entry_of")]
