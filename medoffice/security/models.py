"""Tables of security: users, sessions, who is kept from whose record and why, labels, consents, the audit trail."""

from datetime import timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.security.types import CONSENTED, OF_PATIENT, OF_VISIT, Label, Reason, Review, Role


class User(AbstractBaseUser):
    """A person with a unique account. What they may do follows from their roles only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    roles = ArrayField(models.CharField(max_length=30, choices=[(role, role) for role in Role]), default=list)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    pin = models.CharField(max_length=128, default="")  # a hash; empty: the person has none

    objects = BaseUserManager()
    USERNAME_FIELD = "username"

    class Meta:
        db_table = "security_user"


class Session(AbstractBaseSession):
    """A browser that came in, or is about to (no user yet). The columns repeat what the session's own data say."""

    number = models.UUIDField(default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions")
    began = models.DateTimeField(null=True)
    seen = models.DateTimeField(null=True)
    address = models.CharField(max_length=45, default="")
    browser = models.CharField(max_length=60, default="")
    locked = models.BooleanField(default=False)
    wrong = models.PositiveSmallIntegerField(default=0)

    class Meta:
        db_table = "django_session"

    def save(self, *, force_insert: bool = False, force_update: bool = False, using: str | None = None) -> None:  # type: ignore[override]
        """As sessions are saved at the end of each request; one that began before the lock does not open it."""
        kept = None if force_insert else {f.name for f in self._meta.fields} - {"session_key", "locked", "wrong"}
        super().save(force_insert=force_insert, force_update=force_update, using=using, update_fields=kept)


class PasswordCode(models.Model):
    """The code with which a person sets a password of their own, once. Given by a manager; only its hash is kept."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="password_code")
    code = models.CharField(max_length=128)
    given_by = models.CharField(max_length=120)
    until = models.DateTimeField()

    class Meta:
        db_table = "security_password_code"


class SignInRules(Versioned):
    """What the owner decided about signing in; one row, none before anything was decided."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    idle_minutes = models.PositiveSmallIntegerField(default=15)
    factor_since = models.DateTimeField(null=True, blank=True)  # from when on every account needs a second factor
    grace_days = models.PositiveSmallIntegerField(default=7)
    proof_to_sign = models.BooleanField(default=False)

    class Meta:
        db_table = "security_sign_in_rules"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_row_of_sign_in_rules"),
            models.CheckConstraint(condition=models.Q(idle_minutes__range=(2, 30)), name="idle_two_to_thirty"),
            models.CheckConstraint(condition=models.Q(grace_days__lte=30), name="grace_to_thirty_days"),
        ]


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


class Labelling(models.Model):
    """A label in force until it is ended: on a patient (no ``things``), or on a visit, which is all of its ``things``.

    The things of a visit are the ids of what it is told by: the call, the appointment, the encounter. What the visit
    led to (note, codes, charges, claims) names its encounter, so it is labelled with it, now and later. ``employee`` is
    the person whose own record it is; ``written_by`` the author of a psychotherapy note.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    label = models.CharField(max_length=14, choices=[(label.value, label.says) for label in Label])
    subject = models.UUIDField()
    things = ArrayField(models.UUIDField(), default=list)
    employee = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=200)
    set_by = models.CharField(max_length=120)
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=120, default="")
    ended_why = models.CharField(max_length=200, default="")

    class Meta:
        db_table = "security_label"
        indexes = [
            models.Index(fields=["subject"], name="label_of_patient", condition=models.Q(ended_at=None)),
            models.Index(fields=["label"], name="label_in_force", condition=models.Q(ended_at=None)),
            GinIndex(fields=["things"], name="label_of_visit", condition=models.Q(ended_at=None)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(label__in=sorted(OF_PATIENT), things=[])
                | (models.Q(label__in=sorted(OF_VISIT)) & ~models.Q(things=[])),
                name="label_where_it_belongs",
            ),
            models.CheckConstraint(
                condition=models.Q(employee=None) | models.Q(label=Label.EMPLOYEE), name="label_of_an_employee"
            ),
            models.CheckConstraint(
                condition=models.Q(label=Label.PSYCHOTHERAPY, written_by__isnull=False)
                | (~models.Q(label=Label.PSYCHOTHERAPY) & models.Q(written_by=None)),
                name="psychotherapy_has_an_author",
            ),
        ]


class Consent(models.Model):
    """What a patient agreed to about a label: for all visits that carry it, or for one (``labelling``)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject = models.UUIDField()
    label = models.CharField(max_length=14, choices=[(label.value, label.says) for label in sorted(CONSENTED)])
    labelling = models.ForeignKey(Labelling, on_delete=models.PROTECT, null=True, related_name="consents")
    words = models.CharField(max_length=200)
    recorded_by = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()
    until = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.CharField(max_length=120, default="")

    class Meta:
        db_table = "security_consent"
        indexes = [models.Index(fields=["subject"], name="consent_of_patient", condition=models.Q(revoked_at=None))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(label=Label.PART2, labelling=None)
                | (~models.Q(label=Label.PART2) & models.Q(labelling__isnull=False)),
                name="consent_as_wide_as_it_is",
            )
        ]


class Access(models.Model):
    """Somebody opened what a label keeps, for an hour at most, and said why; the privacy officer reviews it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField()
    emergency = models.BooleanField()
    code = models.CharField(max_length=20, choices=[(reason.value, reason.says) for reason in Reason])
    why = models.CharField(max_length=300)
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.CharField(max_length=120, default="")
    outcome = models.CharField(max_length=14, default="", choices=[("", ""), *((o.value, o.says) for o in Review)])
    outcome_words = models.CharField(max_length=300, default="")

    class Meta:
        db_table = "security_access"
        indexes = [
            models.Index(fields=["user", "subject", "ends_at"], name="access_of_user"),
            models.Index(fields=["began_at"], name="access_to_review", condition=models.Q(reviewed_at=None)),
            models.Index(fields=["subject", "-began_at"], name="access_of_patient"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("began_at"))
                & models.Q(ends_at__lte=models.F("began_at") + timedelta(hours=1)),
                name="access_for_an_hour",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_at=None, outcome="")
                | (models.Q(reviewed_at__isnull=False) & ~models.Q(outcome="")),
                name="review_has_an_outcome",
            ),
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
            models.Index(fields=["object_id", "id"], name="audit_of_accounts", condition=models.Q(object_kind="user")),
        ]


class AuditSubject(models.Model):
    """A patient an audit event is about; one row each. Append-only."""

    event = models.ForeignKey(AuditEvent, on_delete=models.PROTECT, related_name="subjects")
    subject = models.UUIDField()

    class Meta:
        db_table = "audit_subject"
        indexes = [models.Index(fields=["subject", "-event"], name="audit_by_subject")]


class AuditSeal(models.Model):
    """The place of an audit event in the hash chain, and the office's key it was sealed with. Append-only."""

    position = models.BigIntegerField(primary_key=True)
    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, related_name="seal")
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    kid = models.PositiveIntegerField(default=1, db_default=1)

    class Meta:
        db_table = "audit_seal"


class SealHorizon(models.Model):
    """Events of older transactions than this one all have their place in the chain; one row, numbered by the server."""

    horizon = models.BigIntegerField()

    class Meta:
        db_table = "audit_horizon"
