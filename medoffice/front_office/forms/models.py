"""Tables of forms: their versions, the links handed to patients, and what was signed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.front_office.forms.types import Kind
from medoffice.kernel.ids import new_id


class Definition(models.Model):
    """A version of a form; ``body`` is the FHIR Questionnaire as it was entered. A newer one retires it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField()
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in Kind])
    body = models.TextField()
    kinds = ArrayField(models.SlugField(), default=list)
    every_days = models.PositiveSmallIntegerField(null=True)
    self_pay = models.BooleanField(default=False)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "form_definition"
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_form_of_a_version"),
            models.UniqueConstraint(fields=["key"], name="one_form_in_use", condition=models.Q(retired_at=None)),
        ]


class Link(models.Model):
    """A link handed to a patient for one visit: one device, a short life. Only hashes of its secrets are kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    device_hash = models.CharField(max_length=64, blank=True, default="")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    appointment = models.ForeignKey("scheduling.Appointment", on_delete=models.PROTECT, related_name="+")
    definitions = models.ManyToManyField(Definition, related_name="+", db_table="form_link_definition")
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "form_link"
        indexes = [models.Index(fields=["appointment"], name="form_link_by_visit")]


class Filled(models.Model):
    """A form as it was signed: the FHIR response and the page (in the file store). Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    definition = models.ForeignKey(Definition, on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    appointment = models.ForeignKey("scheduling.Appointment", on_delete=models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey(Link, on_delete=models.PROTECT, null=True, related_name="+")
    response = models.JSONField()
    signed_name = models.CharField(max_length=120)
    strokes = models.TextField(blank=True, default="")
    sha256 = models.CharField(max_length=64)
    filled_at = models.DateTimeField()
    taken_by = models.CharField(max_length=120)

    class Meta:
        db_table = "form_filled"
        indexes = [models.Index(fields=["patient", "-filled_at"], name="filled_by_patient")]
        constraints = [models.UniqueConstraint(fields=["link", "definition"], name="form_filled_once_a_link")]
