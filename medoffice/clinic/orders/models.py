"""Tables of orders: those of the office, laboratories and their tests, what is asked of them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.clinic.orders.types import Choice, Ground, OrderState, RequisitionState
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Order(models.Model):
    """An order of a visit, and what became of it; ``number``: what a laboratory is told and tells us again, as text."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=40, null=True, unique=True)
    requisition = models.ForeignKey("Requisition", on_delete=models.PROTECT, null=True, related_name="orders")
    test_code = models.CharField(max_length=40, blank=True, default="")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    key = models.SlugField()
    words = models.CharField(max_length=120)
    ordered_by = models.CharField(max_length=120)
    ordered_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in OrderState])
    result = models.TextField(blank=True, default="")
    done_by = models.CharField(max_length=120, blank=True, default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "office_order"
        indexes = [
            models.Index(fields=["encounter"], name="order_by_visit"),
            models.Index(fields=["ordered_at"], name="order_open", condition=models.Q(state=OrderState.ORDERED)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=OrderState.ORDERED, done_at=None) | models.Q(done_at__isnull=False),
                name="done_means_dated",
            )
        ]


class Laboratory(Versioned):
    """An outside laboratory."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=20, blank=True, default="")
    application = models.CharField(max_length=40, blank=True, default="")
    facility = models.CharField(max_length=40, blank=True, default="")
    account = models.CharField(max_length=40, blank=True, default="")
    door = models.CharField(max_length=20, blank=True, default="")
    host = models.CharField(max_length=80, blank=True, default="")
    port = models.PositiveIntegerField(default=0)
    old = models.BooleanField(default=False)
    hours = models.PositiveIntegerField(default=72)
    quiet_hours = models.PositiveIntegerField(default=18)
    used = models.BooleanField(default=True)

    class Meta:
        db_table = "laboratory"


class LabTest(models.Model):
    """A test of a laboratory's compendium; one it offers no more is not ``used``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    laboratory = models.ForeignKey(Laboratory, on_delete=models.PROTECT, related_name="tests")
    code = models.CharField(max_length=40)
    words = models.CharField(max_length=120)
    specimen = models.CharField(max_length=60, blank=True, default="")
    fasting = models.BooleanField(default=False)
    asks = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    loinc = models.CharField(max_length=10, blank=True, default="")
    billed = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    used = models.BooleanField(default=True)

    class Meta:
        db_table = "lab_test"
        constraints = [models.UniqueConstraint(fields=["laboratory", "code"], name="lab_test_once")]


class OrderSet(models.Model):
    """Tests that are ordered together."""

    key = models.SlugField(primary_key=True)
    name = models.CharField(max_length=80)
    laboratory = models.ForeignKey(Laboratory, on_delete=models.PROTECT, related_name="+")
    codes = ArrayField(models.CharField(max_length=40))
    standing = models.BooleanField(default=False)
    kept_by = models.CharField(max_length=120)

    class Meta:
        db_table = "order_set"


class Requisition(Versioned):
    """Tests asked of a laboratory. ``message`` is what went over the wire, the same bytes at every try."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=20, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    laboratory = models.ForeignKey(Laboratory, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    diagnoses = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    fasting = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True, default="")
    answers = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=9, choices=[(one.value, one.value) for one in RequisitionState])
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    standing = models.CharField(max_length=80, blank=True, default="")
    signed_by = models.CharField(max_length=120, blank=True, default="")
    signed_at = models.DateTimeField(null=True)
    collected_by = models.CharField(max_length=120, blank=True, default="")
    collected_at = models.DateTimeField(null=True)
    message = models.BinaryField(null=True)
    sent_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    silent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        db_table = "requisition"
        indexes = [
            models.Index(fields=["encounter"], name="requisition_of_visit"),
            models.Index(fields=["try_at"], name="requisition_to_send", condition=models.Q(try_at__isnull=False)),
            models.Index(fields=["due_at"], name="requisition_due", condition=models.Q(due_at__isnull=False)),
        ]


class Notice(Versioned):
    """What a patient was told and chose before tests that Medicare may not pay (ABN); one stands for a requisition.

    ``choice`` 1, 2, 3 as on the form; 0: none was given, and ``reason`` says why. Of it only the paper comes later, and
    that it was wrong: it is struck then, with why.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    requisition = models.ForeignKey(Requisition, on_delete=models.PROTECT, related_name="notices")
    codes = ArrayField(models.CharField(max_length=40))
    choice = models.PositiveSmallIntegerField(choices=[(one.value, one.name) for one in Choice])
    ground = models.CharField(max_length=9, choices=[(one.value, one.value) for one in Ground])
    reason = models.CharField(max_length=300)
    cost_cents = models.PositiveIntegerField(null=True)
    signed_on = models.DateField(null=True)
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, null=True, related_name="+")
    noted_by = models.CharField(max_length=120)
    noted_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=120, blank=True, default="")
    struck_why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        db_table = "lab_notice"
        constraints = [
            models.UniqueConstraint(
                fields=["requisition"], condition=models.Q(struck_at=None), name="one_lab_notice_stands"
            ),
            models.CheckConstraint(
                condition=models.Q(struck_at=None, struck_why="")
                | (models.Q(struck_at__isnull=False) & ~models.Q(struck_why="")),
                name="a_struck_lab_notice_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(choice=Choice.NONE, signed_on=None, cost_cents=None)
                | models.Q(choice__gt=Choice.NONE, signed_on__isnull=False, cost_cents__isnull=False),
                name="lab_notice_signed",
            ),
        ]
