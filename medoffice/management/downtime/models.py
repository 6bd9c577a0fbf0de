"""Tables of downtime: how packs are made (one row), and the packs that are kept."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id


class DowntimeSettings(models.Model):
    """How packs are made: one row. The password is sealed with the office's key."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    password = models.BinaryField()
    keep = models.PositiveSmallIntegerField()
    set_by = models.CharField(max_length=120)
    set_at = models.DateTimeField()

    class Meta:
        db_table = "downtime_settings"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_way_to_make_packs")]


class DowntimePack(models.Model):
    """A pack whose file is in the data folder."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80, unique=True)
    made_at = models.DateTimeField(db_index=True)
    made_by = models.CharField(max_length=120)
    patient_ids = ArrayField(models.UUIDField())
    held_back = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    findings = models.JSONField(default=list)

    class Meta:
        db_table = "downtime_pack"
