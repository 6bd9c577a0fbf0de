"""Tables of templates: the versions the office published, who approved a translation, and letterheads."""

from django.db import models

from medoffice.front_office.letters.types.templates import Group
from medoffice.kernel.ids import new_id


class Published(models.Model):
    """A version of a template as the office published it; those that ship are version one. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField()
    language = models.CharField(max_length=8)
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    group = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Group])
    body = models.TextField()
    purpose = models.CharField(max_length=20)
    signed = models.BooleanField()
    to = models.CharField(max_length=8)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "letter_template"
        constraints = [
            models.UniqueConstraint(fields=["key", "language", "version"], name="one_template_of_a_version"),
        ]


class Approval(models.Model):
    """A person read a translation and lets it be sent. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField()
    language = models.CharField(max_length=8)
    version = models.PositiveSmallIntegerField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "letter_template_approval"
        constraints = [models.UniqueConstraint(fields=["key", "language", "version"], name="approved_once")]


class Letterhead(models.Model):
    """What stands at the top of a site's letters beside its name and address: its fax number, and a line."""

    site = models.OneToOneField("practice.Site", on_delete=models.PROTECT, primary_key=True, related_name="+")
    fax = models.CharField(max_length=24, blank=True, default="")
    line = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "letter_head"
