"""The simulator's memory in a world: how it is, which calls it took, what it has to tell."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id


class FaxMood(models.Model):
    """How the line is; one row."""

    only = models.BooleanField(primary_key=True, default=True)
    seed = models.PositiveIntegerField(default=0)
    dead = models.BooleanField(default=False)
    doubled = models.BooleanField(default=False)
    busy = models.PositiveSmallIntegerField(default=0)
    silent = models.PositiveSmallIntegerField(default=0)
    broken = models.PositiveSmallIntegerField(default=0)
    nobody = ArrayField(models.CharField(max_length=10), default=list)

    class Meta:
        db_table = "sim_fax_mood"


class HandedCall(models.Model):
    """A call it took, by the office's fax and try: the same is the same call."""

    id = models.UUIDField(primary_key=True, default=new_id)
    fax_id = models.UUIDField()
    attempt = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=10)
    pages = models.PositiveSmallIntegerField()
    received = models.BooleanField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "sim_fax_call"
        constraints = [models.UniqueConstraint(fields=["fax_id", "attempt"], name="sim_one_call")]


class FaxNews(models.Model):
    """Something it has to tell, from ``due`` on."""

    key = models.CharField(max_length=120, primary_key=True)
    call = models.ForeignKey(HandedCall, on_delete=models.PROTECT)
    outcome = models.CharField(max_length=20)
    pages = models.PositiveSmallIntegerField()
    answered = models.CharField(max_length=60, default="")
    due = models.DateTimeField()
    fetched = models.BooleanField(default=False)

    class Meta:
        db_table = "sim_fax_news"
        indexes = [models.Index(fields=["due"], name="sim_fax_waiting", condition=models.Q(fetched=False))]
