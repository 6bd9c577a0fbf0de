"""Tables of wire files: what we sent and what came. The bytes are in the file store before anything else happens."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.revenue.claims.types import FileKind, FileState


class OutboundFile(models.Model):
    """An 837P interchange to one payer. ``control`` is ISA13; without ``sent_at`` it still waits for the door."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    control = models.BigIntegerField(unique=True)
    name = models.CharField(max_length=80, unique=True)
    payer = models.ForeignKey("practice.Payer", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    interchange_answer = models.CharField(max_length=1, blank=True, default="")
    group_answer = models.CharField(max_length=1, blank=True, default="")

    class Meta:
        db_table = "claims_outbound"
        indexes = [models.Index(fields=["made_at"], name="outbound_unsent", condition=models.Q(sent_at=None))]


class InboundFile(models.Model):
    """A file that came. The same bytes again are a duplicate and do nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in FileKind])
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in FileState])
    received_at = models.DateTimeField()
    findings = models.JSONField(default=list)

    class Meta:
        db_table = "claims_inbound"
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"], condition=~models.Q(state=FileState.DUPLICATE), name="same_bytes_once"
            )
        ]
        indexes = [
            models.Index(fields=["-received_at"], name="inbound_latest"),
            models.Index(
                fields=["-received_at", "-id"], name="inbound_aside", condition=models.Q(state=FileState.QUARANTINED)
            ),
        ]
