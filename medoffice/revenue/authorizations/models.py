"""Tables of lists of medicines and of requests to payers."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.revenue.authorizations.types import State


class Formulary(models.Model):
    """A payer's list of medicines as it was taken in; ``digest`` is over its lines with their names. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    payer = models.ForeignKey("practice.Payer", on_delete=models.PROTECT, related_name="+")
    plan = models.CharField(max_length=80, blank=True, default="")
    starts = models.DateField()
    digest = models.CharField(max_length=64)
    source = models.CharField(max_length=200)
    lines = models.PositiveIntegerField()
    nameless = models.PositiveIntegerField(default=0)
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=120)

    class Meta:
        db_table = "formulary"
        indexes = [models.Index(fields=["payer", "plan", "-starts"], name="formulary_of_payer")]


class FormularyLine(models.Model):
    """A medicine of a list, fields as in types.FormularyRow. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    formulary = models.ForeignKey(Formulary, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=200, blank=True, default="")
    first = models.CharField(max_length=60, blank=True, default="")
    rxnorm = models.CharField(max_length=12, blank=True, default="")
    ndc = models.CharField(max_length=11, blank=True, default="")
    tier = models.CharField(max_length=40, blank=True, default="")
    authorization = models.BooleanField(default=False)
    step = models.BooleanField(default=False)
    limit = models.CharField(max_length=80, blank=True, default="")
    alternatives = models.JSONField(default=list)

    class Meta:
        db_table = "formulary_line"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name="") | ~models.Q(rxnorm="") | ~models.Q(ndc=""), name="a_line_names_a_medicine"
            )
        ]
        indexes = [models.Index(fields=["formulary", "first"], name="line_by_first_word")]


class Authorization(Versioned):
    """A request to a payer about a medicine, fields as in types.Authorization; what was signed is a row of its own.

    ``told_ending`` is the last day of the approval of whose end somebody was told.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    prescription = models.ForeignKey("prescriptions.Prescription", on_delete=models.PROTECT, related_name="+")
    policy = models.ForeignKey("coverage.Policy", on_delete=models.PROTECT, related_name="+")
    medicine = models.CharField(max_length=200)
    state = models.CharField(max_length=32, choices=[(one.value, one.value) for one in State])
    due_on = models.DateField(null=True)
    payer_day = models.DateField(null=True)
    draft = models.JSONField()
    appeal = models.BooleanField(default=False)
    sent = models.BooleanField(default=False)
    prepared_by = models.CharField(max_length=120)
    prepared_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64, blank=True, default="")
    signed_by = models.CharField(max_length=160, blank=True, default="")
    signed_at = models.DateTimeField(null=True)
    payer_number = models.CharField(max_length=40, blank=True, default="")
    approved_from = models.DateField(null=True)
    approved_to = models.DateField(null=True)
    approved_quantity = models.CharField(max_length=120, blank=True, default="")
    reason = models.CharField(max_length=300, blank=True, default="")
    told_ending = models.DateField(null=True)

    class Meta:
        db_table = "drug_authorization"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["approved", "expired", "closed"]) ^ models.Q(due_on__isnull=False),
                name="what_waits_is_due",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="approved")
                | (~models.Q(payer_number="") & models.Q(approved_from__lte=models.F("approved_to"))),
                name="approved_with_number_and_days",
            ),
            models.UniqueConstraint(
                fields=["prescription", "policy"],
                condition=models.Q(due_on__isnull=False),
                name="one_payer_asked_at_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["patient", "-prepared_at"], name="authorization_by_patient"),
            models.Index(fields=["due_on"], name="authorization_due", condition=models.Q(due_on__isnull=False)),
        ]


class SignedPacket(models.Model):
    """A packet of a request as it was signed, whole: what goes is drawn from it. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    authorization = models.ForeignKey(Authorization, on_delete=models.PROTECT, related_name="packets")
    packet = models.JSONField()
    sha256 = models.CharField(max_length=64)
    signer = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    signer_name = models.CharField(max_length=160)
    at = models.DateTimeField()

    class Meta:
        db_table = "drug_authorization_packet"
        indexes = [models.Index(fields=["authorization", "id"], name="packet_of_authorization")]


class AuthorizationEvent(models.Model):
    """A line of the story of a request. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    authorization = models.ForeignKey(Authorization, on_delete=models.PROTECT, related_name="events")
    what = models.CharField(max_length=40)
    words = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "drug_authorization_event"
        indexes = [models.Index(fields=["authorization", "id"], name="event_of_authorization")]
