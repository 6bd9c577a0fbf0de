"""Tables of releases: requests for copies, and each time copies went."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.records.releases.types import Asker, State, Way


class Request(Versioned):
    """A request for copies of a patient's record. ``picks`` are what goes, as ``rows.picks_of`` reads them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    asker = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Asker])
    paper = models.CharField(max_length=20)
    paper_document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_name = models.CharField(max_length=120)
    to_address = models.CharField(max_length=254, blank=True, default="")
    what = models.CharField(max_length=200)
    why = models.CharField(max_length=200, blank=True, default="")
    came_on = models.DateField()
    due_on = models.DateField()
    extended_why = models.CharField(max_length=200, blank=True, default="")
    found = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    identity = models.CharField(max_length=200, blank=True, default="")
    signed_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    ends_when = models.CharField(max_length=120, blank=True, default="", db_default="")
    covers = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    picks = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in State], default=State.OPEN)
    closed_why = models.CharField(max_length=200, blank=True, default="")
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "release_request"
        indexes = [
            models.Index(fields=["patient", "-made_at"], name="release_by_patient"),
            models.Index(fields=["due_on"], name="release_open", condition=models.Q(state="open")),
        ]


class Delivery(models.Model):
    """Copies went: the file as it went, by which way, to whom, for what fee. Append-only. ``picked``: keys of items.

    A fax is a delivery when it is queued; the request is answered when it arrived.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="deliveries")
    way = models.CharField(max_length=5, choices=[(one.value, one.value) for one in Way])
    to_name = models.CharField(max_length=120)
    to_address = models.CharField(max_length=254, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    picked = models.JSONField(default=list, blank=True)
    pages = models.PositiveIntegerField()
    fee_cents = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "release_delivery"
