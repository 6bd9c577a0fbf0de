"""The simulator's memory in a world: how it is, what it took, what it has to tell."""

from django.db import models

from medoffice.kernel.ids import new_id


class PharmacyMood(models.Model):
    """How it is; one row."""

    only = models.BooleanField(primary_key=True, default=True)
    seed = models.PositiveIntegerField(default=0)
    dead = models.BooleanField(default=False)
    deaf = models.BooleanField(default=False)
    habits = models.JSONField(default=list)
    ahead = models.PositiveSmallIntegerField(default=3)

    class Meta:
        db_table = "sim_pharmacy_mood"


class PharmacyTaken(models.Model):
    """A message it took, by its number: the same is the same message."""

    number = models.CharField(max_length=80, primary_key=True)
    kind = models.CharField(max_length=24)
    order = models.CharField(max_length=40)
    data = models.BinaryField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "sim_pharmacy_taken"
        indexes = [models.Index(fields=["order"], name="sim_pharmacy_of_order")]


class PharmacyNews(models.Model):
    """Something it has to tell, from ``due`` on. ``ends``: from then on a cancellation comes too late."""

    id = models.UUIDField(primary_key=True, default=new_id)
    order = models.CharField(max_length=40)
    data = models.BinaryField()
    ends = models.BooleanField(default=False)
    due = models.DateTimeField()
    told = models.BooleanField(default=False)

    class Meta:
        db_table = "sim_pharmacy_news"
        indexes = [
            models.Index(fields=["due"], name="sim_pharmacy_waiting", condition=models.Q(told=False)),
            models.Index(fields=["order"], name="sim_pharmacy_news_of"),
        ]
