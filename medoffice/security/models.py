"""Tables of security: users and their roles, denials about single subjects, the audit trail and its seals."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.security.types import Role


class User(AbstractBaseUser):
    """A person with a unique account. What they may do follows from their roles only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    roles = ArrayField(models.CharField(max_length=30, choices=[(role, role) for role in Role]), default=list)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = BaseUserManager()
    USERNAME_FIELD = "username"

    class Meta:
        db_table = "security_user"


class Denial(models.Model):
    """This person may not touch anything about this subject (a patient), whatever their roles. Deny wins."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="denials")
    subject = models.UUIDField()
    reason = models.CharField(max_length=200)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "security_denial"
        constraints = [
            models.UniqueConstraint(fields=["user", "subject"], condition=models.Q(lifted_at=None), name="one_denial")
        ]


class AuditEvent(models.Model):
    """One intent of one actor: done, seen or refused. Append-only; the column ``xid`` is set by the database."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    actor_id = models.UUIDField()
    actor_name = models.CharField(max_length=120)
    word = models.CharField(max_length=100)
    outcome = models.CharField(max_length=10, choices=[("done", "done"), ("seen", "seen"), ("refused", "refused")])
    purpose = models.CharField(max_length=40)
    object_kind = models.CharField(max_length=60, default="")
    object_id = models.UUIDField(null=True)
    via = models.JSONField(default=list)
    detail = models.JSONField(default=dict)
    request_id = models.CharField(max_length=40, default="")

    class Meta:
        db_table = "audit_event"
        indexes = [
            models.Index(fields=["actor_id", "-at"], name="audit_by_actor"),
            models.Index(fields=["word", "at"], name="audit_refused", condition=models.Q(outcome="refused")),
        ]


class AuditSubject(models.Model):
    """A patient an audit event is about; one row each. Append-only."""

    event = models.ForeignKey(AuditEvent, on_delete=models.PROTECT, related_name="subjects")
    subject = models.UUIDField()

    class Meta:
        db_table = "audit_subject"
        indexes = [models.Index(fields=["subject", "-event"], name="audit_by_subject")]


class AuditSeal(models.Model):
    """The place of an audit event in the hash chain. Append-only."""

    position = models.BigIntegerField(primary_key=True)
    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, related_name="seal")
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        db_table = "audit_seal"


class SealHorizon(models.Model):
    """Events of older transactions than this one all have their place in the chain; one row, numbered by the server."""

    horizon = models.BigIntegerField()

    class Meta:
        db_table = "audit_horizon"
