"""Tables of immunizations: lots and what moved in them, doses and the wrong ones, what the registry is told."""

from django.db import models

from medoffice.clinic.immunizations.types import BodySite, Eligibility, Funding, Moved, Route, Told
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned


class VaccineLot(Versioned):
    """A lot of a vaccine at a site. ``on_hand`` is the sum of what moved, and never below none."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    cvx = models.CharField(max_length=5)
    words = models.CharField(max_length=200)
    lot = models.CharField(max_length=30)
    expires = models.DateField()
    manufacturer = models.CharField(max_length=80, blank=True, default="")
    mvx = models.CharField(max_length=5, blank=True, default="")
    ndc = models.CharField(max_length=14, blank=True, default="")
    funding = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Funding])
    route = models.CharField(max_length=2, choices=[(one.value, one.value) for one in Route])
    amount = models.DecimalField(max_digits=6, decimal_places=4, null=True)
    vis = models.DateField(null=True)
    on_hand = models.IntegerField(default=0)
    recalled_at = models.DateTimeField(null=True)
    recalled_by = models.CharField(max_length=120, blank=True, default="")
    recall_why = models.CharField(max_length=200, blank=True, default="")
    aside_at = models.DateTimeField(null=True)
    aside_by = models.CharField(max_length=120, blank=True, default="")
    aside_why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "vaccine_lot"
        constraints = [
            models.UniqueConstraint(fields=["site", "cvx", "lot", "funding"], name="vaccine_lot_once"),
            models.CheckConstraint(condition=models.Q(on_hand__gte=0), name="no_more_than_there_was"),
            models.CheckConstraint(
                condition=models.Q(recalled_at=None) | ~models.Q(recall_why=""), name="a_recall_says_why"
            ),
            models.CheckConstraint(
                condition=models.Q(aside_at=None) | ~models.Q(aside_why=""), name="a_lot_set_aside_says_why"
            ),
        ]


class VaccineDose(models.Model):
    """A dose as it was entered; ``entry_id`` is its entry on the patient's list. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=20)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    lot = models.ForeignKey(VaccineLot, on_delete=models.PROTECT, related_name="doses")
    on = models.DateField()
    route = models.CharField(max_length=2, choices=[(one.value, one.value) for one in Route])
    body_site = models.CharField(max_length=4, blank=True, choices=[(one.value, one.value) for one in BodySite])
    amount = models.DecimalField(max_digits=6, decimal_places=4, null=True)
    vis = models.DateField()
    eligibility = models.CharField(max_length=3, choices=[(one.value, one.value) for one in Eligibility])
    entry_id = models.UUIDField()
    instead_of = models.OneToOneField("self", on_delete=models.PROTECT, related_name="+", null=True)
    entered_by = models.CharField(max_length=120)
    entered_by_id = models.UUIDField()
    entered_at = models.DateTimeField()

    class Meta:
        db_table = "vaccine_dose"
        indexes = [models.Index(fields=["encounter"], name="doses_of_visit")]
        constraints = [
            models.UniqueConstraint(
                fields=["number"], condition=models.Q(instead_of=None), name="a_dose_has_its_number_alone"
            )
        ]


class WrongDose(models.Model):
    """That the entry of a dose was wrong, and why. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dose = models.OneToOneField(VaccineDose, on_delete=models.PROTECT, related_name="wrong")
    why = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "vaccine_dose_wrong"
        constraints = [models.CheckConstraint(condition=~models.Q(why=""), name="wrong_says_why")]


class LotMove(models.Model):
    """What changed the number on hand of a lot. A dose is taken once, and put back at most once. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lot = models.ForeignKey(VaccineLot, on_delete=models.PROTECT, related_name="moves")
    what = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Moved])
    by_how_many = models.IntegerField()
    dose = models.ForeignKey(VaccineDose, on_delete=models.PROTECT, related_name="+", null=True)
    words = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "vaccine_lot_move"
        indexes = [models.Index(fields=["lot", "-id"], name="moves_of_lot")]
        constraints = [
            models.UniqueConstraint(
                fields=["dose", "what"], condition=models.Q(dose__isnull=False), name="a_dose_moves_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(what__in=[Moved.GIVEN, Moved.PUT_BACK]) | models.Q(dose__isnull=False),
                name="given_names_its_dose",
            ),
        ]


class ImmunizationRegistry(Versioned):
    """The registry that the office reports to; one at most."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    only = models.BooleanField(default=True, unique=True)
    name = models.CharField(max_length=80)
    application = models.CharField(max_length=40, blank=True, default="")
    facility = models.CharField(max_length=40, blank=True, default="")
    our_facility = models.CharField(max_length=40, blank=True, default="")
    used = models.BooleanField(default=True)

    class Meta:
        db_table = "immunization_registry"
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="one_registry")]


class ScheduleRelease(models.Model):
    """A release of the immunization schedule that the office brought in: its tree, packed. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.CharField(max_length=20)
    released = models.DateField()
    content = models.BinaryField()
    digest = models.CharField(max_length=64, unique=True)
    source = models.CharField(max_length=120)
    taken_by = models.CharField(max_length=120)
    taken_at = models.DateTimeField()

    class Meta:
        db_table = "vaccine_schedule"


class ScheduleFact(models.Model):
    """That an observation of the schedule holds of a patient, or holds no more; the last speaks. Append-only.

    ``encounter`` is the visit it was said at: what labels keep of that visit they keep of this.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+", null=True)
    code = models.CharField(max_length=40)
    words = models.CharField(max_length=200)
    since = models.DateField(null=True)
    holds = models.BooleanField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "vaccine_fact"
        indexes = [models.Index(fields=["patient", "code", "id"], name="facts_for_the_schedule")]


class VaccineReport(models.Model):
    """What the registry is told of a dose. ``message`` is what went, the same bytes at every try."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    control_id = models.CharField(max_length=20, unique=True)
    dose = models.ForeignKey(VaccineDose, on_delete=models.PROTECT, related_name="reports")
    what = models.CharField(max_length=1)
    state = models.CharField(max_length=7, choices=[(one.value, one.value) for one in Told])
    made_at = models.DateTimeField()
    message = models.BinaryField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        db_table = "vaccine_report"
        indexes = [models.Index(fields=["try_at"], name="report_to_send", condition=models.Q(try_at__isnull=False))]
        constraints = [
            models.UniqueConstraint(fields=["dose", "what"], name="a_dose_is_told_once"),
            models.CheckConstraint(
                condition=models.Q(state=Told.TO_SEND, try_at__isnull=False)
                | (~models.Q(state=Told.TO_SEND) & models.Q(try_at=None)),
                name="what_is_told_waits_no_more",
            ),
        ]
