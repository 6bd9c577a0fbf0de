"""The one-row table that says which world a database is and how its clock runs."""

from django.db import models

from medoffice.kernel.ids import new_id


class World(models.Model):
    """This database as a world; exactly one row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    only = models.BooleanField(default=True, unique=True)
    name = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    clock_mode = models.CharField(max_length=6, default="real")
    clock_offset_seconds = models.BigIntegerField(default=0)
    clock_frozen_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        app_label = "kernel"
        db_table = "world"
        constraints = [
            models.CheckConstraint(condition=models.Q(only=True), name="one_world"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["practice", "demo", "training", "restored", "test"]), name="world_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(clock_mode__in=["real", "offset"], clock_frozen_at=None)
                | models.Q(clock_mode="frozen", clock_frozen_at__isnull=False),
                name="world_clock",
            ),
        ]
