"""The simulator's memory in a world: how it is, what it took, what it has to tell."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Mood(models.Model):
    """How the gateway is; one row."""

    only = models.BooleanField(primary_key=True, default=True)
    dead = models.BooleanField(default=False)
    slow = models.BooleanField(default=False)
    doubled = models.BooleanField(default=False)
    silent = models.BooleanField(default=False)
    unreachable = ArrayField(models.CharField(max_length=254), default=list)

    class Meta:
        db_table = "gateway_mood"


class Taken(models.Model):
    """A message it took, by the office's id: the same id is the same message."""

    id = models.UUIDField(primary_key=True)
    channel = models.CharField(max_length=8)
    to = models.CharField(max_length=254)
    body = models.TextField()
    times = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()

    class Meta:
        db_table = "gateway_taken"


class News(models.Model):
    """Something it has to tell, from ``due`` on."""

    key = models.CharField(max_length=120, primary_key=True)
    kind = models.CharField(max_length=10)
    message_id = models.UUIDField(null=True)
    sender = models.CharField(max_length=254, default="")
    text = models.TextField(default="")
    due = models.DateTimeField()
    fetched = models.BooleanField(default=False)

    class Meta:
        db_table = "gateway_news"
        indexes = [models.Index(fields=["due"], name="news_waiting", condition=models.Q(fetched=False))]
