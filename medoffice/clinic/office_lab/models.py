"""Tables of the office's laboratory: tests, kits, controls, runs of quality control, what was found."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.clinic.office_lab.types import Every, Scale
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class OfficeTest(Versioned):
    """A test that the office does itself."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    scale = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Scale])
    levels = ArrayField(models.CharField(max_length=30))
    every = models.PositiveSmallIntegerField(choices=[(one.value, one.name) for one in Every])
    answers = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    unusual = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    unit = models.CharField(max_length=20, blank=True, default="")
    low = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    high = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    least = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    most = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    loinc = models.CharField(max_length=10, blank=True, default="")
    rejects = ArrayField(models.CharField(max_length=4), default=list, blank=True)
    standing_by = models.CharField(max_length=120, blank=True, default="")
    used = models.BooleanField(default=True)

    class Meta:
        db_table = "office_test"


class KitLot(Versioned):
    """A lot of a test at a site; ``ended_why``: why it is used no more, before its last day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    test = models.ForeignKey(OfficeTest, on_delete=models.PROTECT, related_name="kits")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    lot = models.CharField(max_length=30)
    expires = models.DateField()
    came_at = models.DateTimeField()
    came_by = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=120, blank=True, default="")
    ended_why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "office_test_kit"
        constraints = [
            models.UniqueConstraint(fields=["test", "site", "lot"], name="test_kit_once"),
            models.CheckConstraint(
                condition=models.Q(ended_at=None, ended_why="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_why="")),
                name="an_ended_kit_says_why",
            ),
        ]


class Control(models.Model):
    """A control of a level at a site, as its sheet has it. One is in use at a time; a new sheet is a new row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    test = models.ForeignKey(OfficeTest, on_delete=models.PROTECT, related_name="controls")
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=30)
    lot = models.CharField(max_length=30)
    expires = models.DateField()
    expected = models.CharField(max_length=40, blank=True, default="")
    mean = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    sd = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "office_control"
        constraints = [
            models.UniqueConstraint(
                fields=["test", "site", "level"], condition=models.Q(ended_at=None), name="one_control_of_a_level"
            ),
            models.CheckConstraint(
                condition=models.Q(sd=None, mean=None) | models.Q(sd__gt=0, mean__isnull=False),
                name="a_mean_has_its_sd",
            ),
        ]


class QcRun(models.Model):
    """What a control gave with a kit, and how it was judged then. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run_id = models.UUIDField()
    kit = models.ForeignKey(KitLot, on_delete=models.PROTECT, related_name="runs")
    control = models.ForeignKey(Control, on_delete=models.PROTECT, related_name="runs")
    value = models.CharField(max_length=40)
    number = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    z = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    passed = models.BooleanField()
    broken = ArrayField(models.CharField(max_length=4), default=list, blank=True)
    did = models.CharField(max_length=200, blank=True, default="")
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id = models.UUIDField()

    class Meta:
        db_table = "office_qc_run"
        indexes = [
            models.Index(fields=["kit", "id"], name="qc_of_kit"),
            models.Index(fields=["control", "id"], name="qc_of_control"),
        ]


class Tested(models.Model):
    """What was found with a kit for an order, as it was entered. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=20)
    order = models.ForeignKey("orders.Order", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    kit = models.ForeignKey(KitLot, on_delete=models.PROTECT, related_name="tested")
    value = models.CharField(max_length=40)
    instead_of = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected")
    why = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id = models.UUIDField()

    class Meta:
        db_table = "office_tested"
        indexes = [
            models.Index(fields=["encounter"], name="tested_at_visit"),
            models.Index(fields=["kit"], name="tested_with_kit"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["order"], condition=models.Q(instead_of=None), name="an_order_is_tested_once"
            ),
            models.CheckConstraint(
                condition=models.Q(instead_of=None) | ~models.Q(why=""), name="a_corrected_test_says_why"
            ),
        ]
