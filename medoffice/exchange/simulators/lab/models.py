"""The simulator's memory in a world: how it is, which orders it took, what it has to tell."""

from django.db import models


class LabMood(models.Model):
    """How it is; one row."""

    only = models.BooleanField(primary_key=True, default=True)
    seed = models.PositiveIntegerField(default=0)
    dead = models.BooleanField(default=False)
    deaf = models.BooleanField(default=False)
    refusing = models.BooleanField(default=False)
    habits = models.JSONField(default=list)

    class Meta:
        db_table = "sim_lab_mood"


class LabOrder(models.Model):
    """An order it took, by its number: the same is the same order."""

    control_id = models.CharField(max_length=199, primary_key=True)
    data = models.BinaryField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "sim_lab_order"


class LabNews(models.Model):
    """Something it has to tell, from ``due`` on."""

    key = models.CharField(max_length=199, primary_key=True)
    data = models.BinaryField()
    broken = models.BooleanField(default=False)
    due = models.DateTimeField()
    told = models.BooleanField(default=False)

    class Meta:
        db_table = "sim_lab_news"
        indexes = [models.Index(fields=["due"], name="sim_lab_waiting", condition=models.Q(told=False))]
