"""Tables of prescriptions: what was prescribed, its story, alerts; favourites; safety; renewals; what is watched."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.clinic.prescriptions.types.controlled import Seen
from medoffice.clinic.prescriptions.types.prescribing import DoseForm, State
from medoffice.clinic.prescriptions.types.renewals import Stands, Way
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Prescription(Versioned):
    """A prescription, fields as in types.Prescription and types.Prescribed; once signed what it says never changes."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey(
        "encounters.Encounter", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    prescriber = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    medicine = models.CharField(max_length=200)
    key = models.CharField(max_length=12, blank=True, default="")
    substances = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    form = models.CharField(max_length=10, choices=[(one.value, one.value) for one in DoseForm])
    strength = models.CharField(max_length=120, blank=True, default="")
    schedule = models.CharField(max_length=4, blank=True, default="")
    sig = models.JSONField()
    sig_text = models.CharField(max_length=1000)
    quantity = models.DecimalField(max_digits=9, decimal_places=3)
    quantity_unit = models.CharField(max_length=20)
    days_supply = models.PositiveSmallIntegerField()
    package = models.JSONField()
    refills = models.PositiveSmallIntegerField(default=0)
    daw = models.BooleanField(default=False)
    indication = models.CharField(max_length=200, blank=True, default="")
    diagnosis = models.CharField(max_length=10, blank=True, default="")
    to_pharmacist = models.CharField(max_length=210, blank=True, default="")
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in State])
    entry_id = models.UUIDField(null=True, blank=True)
    pharmacy = models.ForeignKey("Pharmacy", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    prepared_by = models.CharField(max_length=120)
    prepared_at = models.DateTimeField()
    signed_by = models.CharField(max_length=140, blank=True, default="")
    signed_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    ended_why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "prescription"
        indexes = [
            models.Index(fields=["patient", "-prepared_at"], name="prescription_by_patient"),
            models.Index(fields=["prepared_at"], name="prescription_to_sign", condition=models.Q(state=State.PREPARED)),
            models.Index(fields=["encounter"], name="prescription_by_visit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_at=None, sha256="", signed_by="", state__in=[State.PREPARED, State.WITHDRAWN])
                | (
                    models.Q(signed_at__isnull=False, state__in=[State.SIGNED, State.ENDED])
                    & ~models.Q(sha256="")
                    & ~models.Q(signed_by="")
                ),
                name="a_signed_prescription_is_sealed",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0, days_supply__gte=1), name="a_prescription_says_how_much"
            ),
        ]


class PrescriptionEvent(models.Model):
    """A line of a prescription's story. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    prescription = models.ForeignKey(Prescription, on_delete=models.PROTECT, related_name="events")
    what = models.CharField(max_length=24)
    words = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "prescription_event"
        indexes = [models.Index(fields=["prescription", "id"], name="event_of_prescription")]


class Favourite(models.Model):
    """What the office prescribes often, under a name; ``says`` is types.Prescribed, ``used``: it is still offered."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80, unique=True)
    says = models.JSONField()
    used = models.BooleanField(default=True)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "prescription_favourite"


class PrescriptionAlert(models.Model):
    """An alert that stood when a prescription was signed, and the reason that was given, if one was. Append-only.

    ``about``: the visit or document of the other thing it tells of, whose labels keep it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    prescription = models.ForeignKey(Prescription, on_delete=models.PROTECT, related_name="alerts")
    key = models.CharField(max_length=300)
    rule = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    stop = models.CharField(max_length=8)
    words = models.CharField(max_length=500)
    about = models.UUIDField(null=True)
    reason = models.CharField(max_length=60, blank=True, default="")
    version = models.CharField(max_length=40)
    source = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "prescription_alert"
        indexes = [models.Index(fields=["rule"], name="alert_by_rule")]
        constraints = [models.UniqueConstraint(fields=["prescription", "key"], name="an_alert_once")]


class SafetyBook(models.Model):
    """Rules of safety that the office brought in itself, from a day on, as their file says them. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.CharField(max_length=40)
    since = models.DateField()
    told = models.TextField()
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "safety_book"


class SafetyTest(models.Model):
    """That the checker was asked, in the night, for what it must find. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    version = models.CharField(max_length=40)
    wrong = models.TextField(blank=True, default="")

    class Meta:
        db_table = "safety_test"
        indexes = [models.Index(fields=["-at"], name="safety_test_latest")]


class Renewal(Versioned):
    """A request for a medicine again, fields as in types.renewals; of one prescription one is open at a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey(
        "encounters.Encounter", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    prescription = models.ForeignKey(Prescription, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made = models.ForeignKey(Prescription, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    medicine = models.CharField(max_length=200)
    way = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Way])
    asker = models.CharField(max_length=120)
    pharmacy = models.CharField(max_length=120, blank=True, default="")
    answer_to = models.CharField(max_length=60, blank=True, default="")
    note = models.CharField(max_length=300, blank=True, default="")
    stands = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Stands])
    points = models.JSONField(default=list, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120)
    prepared_by = models.CharField(max_length=120, blank=True, default="")
    decided_by = models.CharField(max_length=140, blank=True, default="")
    decided_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=200, blank=True, default="")
    answered = models.CharField(max_length=200, blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "prescription_renewal"
        indexes = [
            models.Index(fields=["asked_at"], name="renewal_open", condition=models.Q(answered_at=None)),
            models.Index(fields=["patient", "-asked_at"], name="renewal_by_patient"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["prescription"],
                condition=models.Q(stands__in=[Stands.NEW, Stands.READY]),
                name="one_open_renewal_of_a_prescription",
            ),
            models.CheckConstraint(
                condition=models.Q(stands__in=[Stands.NEW, Stands.READY, Stands.WITHDRAWN], decided_at=None)
                | models.Q(stands__in=[Stands.APPROVED, Stands.DENIED], decided_at__isnull=False),
                name="a_decided_renewal_is_dated",
            ),
        ]


class MonitoringCheck(models.Model):
    """That a monitoring program was looked into, fields as in types.controlled. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    program = models.CharField(max_length=80)
    seen = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Seen])
    words = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "monitoring_check"
        indexes = [models.Index(fields=["patient", "-at"], name="monitoring_latest")]


class ControlledAgreement(Versioned):
    """What patient and prescriber agreed on about controlled medicines, fields as in types.controlled."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    prescriber = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    document_id = models.UUIDField(null=True, blank=True)
    signed_on = models.DateField()
    until = models.DateField()
    noted_by = models.CharField(max_length=120)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "controlled_agreement"
        indexes = [models.Index(fields=["patient", "-signed_on"], name="agreement_by_patient")]
        constraints = [
            models.CheckConstraint(condition=models.Q(until__gte=models.F("signed_on")), name="an_agreement_has_days"),
            models.CheckConstraint(
                condition=models.Q(ended_on=None, ended_why="")
                | (models.Q(ended_on__isnull=False) & ~models.Q(ended_why="")),
                name="an_ended_agreement_says_why",
            ),
        ]


class PillCount(models.Model):
    """What was left of a prescription when it was counted, fields as in types.controlled. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    prescription = models.ForeignKey(Prescription, on_delete=models.PROTECT, related_name="counts")
    counted = models.DecimalField(max_digits=9, decimal_places=3)
    expected = models.DecimalField(max_digits=9, decimal_places=3)
    short = models.BooleanField()
    words = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "pill_count"
        constraints = [models.CheckConstraint(condition=models.Q(counted__gte=0), name="what_is_counted_is_something")]
