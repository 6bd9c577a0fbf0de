"""The kernel's tables: the outbox of facts, schedules, first results of actions, stored files, record versions."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.kernel.worlds.models import World

__all__ = ["FirstResult", "OutboxFact", "ScheduledRun", "StoredFile", "Versioned", "World"]


class OutboxFact(models.Model):
    """A fact waiting for, or handed to, its listeners."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=80)
    subject = models.UUIDField()
    body = models.JSONField()
    published_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=500, default="")

    class Meta:
        db_table = "kernel_outbox"
        indexes = [models.Index(fields=["id"], name="outbox_waiting", condition=models.Q(delivered_at=None))]


class ScheduledRun(models.Model):
    """When a job that is due by itself was last due, by the world's clock."""

    name = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "kernel_scheduled_run"


class FirstResult(models.Model):
    """The first result of an action under an idempotency key; the same key again returns it."""

    key = models.CharField(max_length=200, primary_key=True)
    action = models.CharField(max_length=100)
    request_hash = models.CharField(max_length=64)
    result = models.JSONField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "kernel_first_result"


class StoredFile(models.Model):
    """A content-addressed, encrypted file on disk; the row is its catalogue entry."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    stored_at = models.DateTimeField()

    class Meta:
        db_table = "kernel_file"


class Versioned(models.Model):
    """A record people edit: a stale save is refused and shows who changed what (see kernel.versions)."""

    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.CharField(max_length=120, default="")

    class Meta:
        abstract = True
