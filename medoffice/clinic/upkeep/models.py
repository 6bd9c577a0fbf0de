"""Tables of upkeep: what is looked after, its log, what was missed, what was decided, where lots of vaccine stand."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.clinic.upkeep.types import Kind, Verdict, What
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Equipment(Versioned):
    """Something that is looked after at a site."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Kind])
    name = models.CharField(max_length=60)
    times = ArrayField(models.TimeField())
    days = ArrayField(models.PositiveSmallIntegerField())
    unit = models.CharField(max_length=12, blank=True, default="")
    low = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    high = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    source = models.CharField(max_length=120, blank=True, default="")
    vaccines = models.BooleanField(default=False)
    since = models.DateTimeField()
    used = models.BooleanField(default=True)

    class Meta:
        db_table = "upkeep_equipment"
        constraints = [models.UniqueConstraint(fields=["site", "name"], name="upkeep_named_once")]


class LogEntry(models.Model):
    """A line of the log, as it was entered. A line is corrected by another, once. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    equipment = models.ForeignKey(Equipment, on_delete=models.PROTECT, related_name="entries")
    what = models.CharField(max_length=8, choices=[(one.value, one.value) for one in What])
    value = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    passed = models.BooleanField(null=True)
    load = models.CharField(max_length=20, blank=True, default="")
    cycle = models.CharField(max_length=60, blank=True, default="")
    did = models.CharField(max_length=200, blank=True, default="")
    odd = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    entered_at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id = models.UUIDField()
    instead_of = models.OneToOneField("self", on_delete=models.PROTECT, related_name="later", null=True)
    why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "upkeep_entry"
        indexes = [models.Index(fields=["equipment", "-at"], name="upkeep_log")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(odd="") | ~models.Q(did=""), name="what_is_odd_says_what_was_done"
            ),
            models.CheckConstraint(
                condition=models.Q(instead_of=None) | ~models.Q(why=""), name="a_corrected_line_says_why"
            ),
        ]


class MissedEntry(models.Model):
    """That something was not logged by its time, and somebody was told. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    equipment = models.ForeignKey(Equipment, on_delete=models.PROTECT, related_name="missed")
    due = models.DateTimeField()
    told_at = models.DateTimeField()

    class Meta:
        db_table = "upkeep_missed"
        constraints = [models.UniqueConstraint(fields=["equipment", "due"], name="upkeep_missed_once")]


class Decided(models.Model):
    """What was decided of what was out of its limits, of how many lots of vaccine. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    equipment = models.ForeignKey(Equipment, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Verdict])
    lots = models.PositiveIntegerField(default=0)
    whole = models.BooleanField()
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id = models.UUIDField()

    class Meta:
        db_table = "upkeep_decided"
        constraints = [models.CheckConstraint(condition=~models.Q(why=""), name="what_is_decided_says_why")]


class LotPlace(models.Model):
    """In which refrigerator or freezer a lot of vaccine stands; nowhere in particular if nobody said."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lot = models.OneToOneField("immunizations.VaccineLot", on_delete=models.PROTECT, related_name="+")
    equipment = models.ForeignKey(Equipment, on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "upkeep_lot_place"
