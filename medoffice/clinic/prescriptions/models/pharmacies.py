"""Tables of pharmacies: the directory, whose they are, what they have, what was said, what goes and comes by wire."""

from django.db import models

from medoffice.clinic.prescriptions.types.exchange import Carried, Message, Stand
from medoffice.clinic.prescriptions.types.wire import Came, Left
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class Pharmacy(Versioned):
    """A pharmacy of the directory, fields as in types.Pharmacy; ``taxonomy`` says what it is for."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    npi = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=120)
    taxonomy = models.CharField(max_length=10)
    line1 = models.CharField(max_length=80, blank=True, default="")
    line2 = models.CharField(max_length=80, blank=True, default="")
    city = models.CharField(max_length=60, blank=True, default="")
    state = models.CharField(max_length=2, blank=True, default="")
    zip = models.CharField(max_length=9, blank=True, default="")
    phone = models.CharField(max_length=10, blank=True, default="")
    fax = models.CharField(max_length=10, blank=True, default="")
    hours = models.CharField(max_length=160, blank=True, default="")
    ncpdp = models.CharField(max_length=7, blank=True, default="")
    wire = models.CharField(max_length=7, blank=True, default="")
    used = models.BooleanField(default=True)
    source = models.CharField(max_length=80)

    class Meta:
        db_table = "pharmacy"
        indexes = [models.Index(fields=["state", "city", "name"], name="pharmacy_by_town")]
        constraints = [
            models.UniqueConstraint(fields=["wire"], condition=~models.Q(wire=""), name="a_pharmacy_on_the_wire_once")
        ]


class PatientPharmacy(models.Model):
    """That a patient uses a pharmacy, or used it once; at most one is the preferred one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    pharmacy = models.ForeignKey(Pharmacy, on_delete=models.PROTECT, related_name="+")
    preferred = models.BooleanField(default=False)
    used = models.BooleanField(default=True)
    said_by = models.CharField(max_length=120)
    said_at = models.DateTimeField()

    class Meta:
        db_table = "patient_pharmacy"
        constraints = [
            models.UniqueConstraint(fields=["patient", "pharmacy"], name="a_pharmacy_of_a_patient_once"),
            models.UniqueConstraint(
                fields=["patient"], condition=models.Q(preferred=True), name="one_preferred_pharmacy"
            ),
        ]


class Dispatch(Versioned):
    """A prescription at a pharmacy, fields as in types.exchange; one at a time may still be dispensed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    prescription = models.ForeignKey("Prescription", on_delete=models.PROTECT, related_name="dispatches")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey(
        "encounters.Encounter", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pharmacy = models.ForeignKey(Pharmacy, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Carried])
    stand = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Stand])
    why = models.CharField(max_length=200, blank=True, default="")
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=120)

    class Meta:
        db_table = "prescription_dispatch"
        indexes = [models.Index(fields=["-sent_at"], name="dispatch_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["prescription"],
                condition=~models.Q(stand__in=[Stand.CANCELLED, Stand.NOT_FILLED, Stand.FAILED]),
                name="a_prescription_is_at_one_pharmacy",
            )
        ]


class PharmacyMessage(models.Model):
    """What the office and a pharmacy said to each other of a prescription. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="lines")
    out = models.BooleanField()
    message = models.CharField(max_length=24, choices=[(one.value, one.value) for one in Message])
    words = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "pharmacy_message"
        indexes = [models.Index(fields=["dispatch", "id"], name="message_of_dispatch")]


class WireOut(models.Model):
    """A message of the office, fields as in types.wire; its id is the message's own number, so twice is once.

    ``go_at``: not before; ``answer_by``: silence from then on; ``data``: what was handed over.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    pharmacy = models.ForeignKey(Pharmacy, on_delete=models.PROTECT, related_name="+")
    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, null=True, related_name="outs")
    renewal = models.ForeignKey("Renewal", on_delete=models.PROTECT, null=True, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    message = models.CharField(max_length=24, choices=[(one.value, one.value) for one in Message])
    relates_to = models.CharField(max_length=80, blank=True, default="")
    answer = models.CharField(max_length=20, blank=True, default="")
    why = models.CharField(max_length=200, blank=True, default="")
    tries = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Left])
    queued_at = models.DateTimeField()
    go_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    data = models.BinaryField(null=True)

    class Meta:
        db_table = "pharmacy_wire_out"
        indexes = [
            models.Index(fields=["go_at"], name="wire_to_go", condition=models.Q(state=Left.WAITS)),
            models.Index(fields=["answer_by"], name="wire_unanswered", condition=models.Q(state=Left.GONE)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(dispatch__isnull=False) | models.Q(renewal__isnull=False),
                name="a_message_is_about_something",
            )
        ]


class WireIn(models.Model):
    """What came by wire, as it came; the same bytes are kept once, the same message is taken in once.

    ``why``: why a person must look at it; ``settled``: what they did.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, unique=True)
    data = models.BinaryField()
    came_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Came])
    sender = models.CharField(max_length=80, blank=True, default="")
    message_id = models.CharField(max_length=80, blank=True, default="")
    message = models.CharField(max_length=24, blank=True, default="")
    why = models.CharField(max_length=300, blank=True, default="")
    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, null=True, related_name="+")
    renewal = models.ForeignKey("Renewal", on_delete=models.PROTECT, null=True, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, null=True, related_name="+")
    settled = models.CharField(max_length=200, blank=True, default="")
    settled_by = models.CharField(max_length=120, blank=True, default="")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "pharmacy_wire_in"
        indexes = [
            models.Index(fields=["came_at"], name="wire_to_read", condition=models.Q(state=Came.NEW)),
            models.Index(fields=["came_at"], name="wire_aside", condition=models.Q(state=Came.ASIDE)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "message_id"], condition=models.Q(state=Came.TAKEN), name="a_message_is_taken_in_once"
            )
        ]
