"""Tables of code lists: what was taken in, and its rows. The rows of a list are written once and never changed."""

from django.db import models
from django.db.models import F, Q

from medoffice.kernel.ids import new_id
from medoffice.standards.code_lists.types import CoverageUse, ListKind


class Release(models.Model):
    """A list as it was taken in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.words) for kind in ListKind])
    edition = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField()
    source = models.CharField(max_length=400)
    digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    last_code = models.CharField(max_length=5, blank=True, default="")
    licence_holder = models.CharField(max_length=120, blank=True, default="")
    licence_number = models.CharField(max_length=60, blank=True, default="")
    licence_seats = models.PositiveIntegerField(default=0)
    emptied_at = models.DateTimeField(null=True)
    taken_by = models.CharField(max_length=120)
    taken_at = models.DateTimeField()

    class Meta:
        db_table = "code_list"
        constraints = [
            models.UniqueConstraint(fields=["kind", "digest", "valid_from", "valid_to"], name="list_taken_once"),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="list_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(kind="cpt") | (~Q(licence_holder="") & ~Q(licence_number="") & Q(licence_seats__gte=1)),
                name="licensed_file_has_licence",
            ),
        ]


class Pair(models.Model):
    """An NCCI pair: the second code beside the first."""

    pk = models.CompositePrimaryKey("release_id", "first", "second", "valid_from")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+", db_index=False)
    first = models.CharField(max_length=5)
    second = models.CharField(max_length=5)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    mark = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=80)

    class Meta:
        db_table = "code_list_pair"


class MostUnits(models.Model):
    """The most units of a code."""

    pk = models.CompositePrimaryKey("release_id", "code")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=5)
    most = models.PositiveIntegerField()
    mark = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=80)

    class Meta:
        db_table = "code_list_units"


class AddOn(models.Model):
    """An add-on code and a primary that it may stand beside."""

    pk = models.CompositePrimaryKey("release_id", "code", "primary", "valid_from")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=5)
    primary = models.CharField(max_length=5, blank=True)
    kind = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "code_list_add_on"


class Value(models.Model):
    """The relative values of a code and modifier."""

    pk = models.CompositePrimaryKey("release_id", "code", "modifier")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=5)
    modifier = models.CharField(max_length=2, blank=True)
    status = models.CharField(max_length=1)
    work = models.DecimalField(max_digits=9, decimal_places=2)
    office = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    facility = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    malpractice = models.DecimalField(max_digits=9, decimal_places=2)
    days = models.CharField(max_length=3)
    pctc = models.CharField(max_length=1, blank=True)
    multiple = models.CharField(max_length=1, blank=True)
    bilateral = models.CharField(max_length=1, blank=True)
    factor = models.DecimalField(max_digits=9, decimal_places=4)

    class Meta:
        db_table = "code_list_value"


class Locality(models.Model):
    """A locality of the fee schedule."""

    pk = models.CompositePrimaryKey("release_id", "contractor", "state", "locality")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+", db_index=False)
    contractor = models.CharField(max_length=5)
    state = models.CharField(max_length=2)
    locality = models.CharField(max_length=2)
    name = models.CharField(max_length=80)
    work = models.DecimalField(max_digits=6, decimal_places=3)
    practice = models.DecimalField(max_digits=6, decimal_places=3)
    malpractice = models.DecimalField(max_digits=6, decimal_places=3)

    class Meta:
        db_table = "code_list_locality"


class ListedCode(models.Model):
    """A code with its texts: public ones, or licensed ones (CPT, X12's, LOINC) that go only to the office's screens."""

    pk = models.CompositePrimaryKey("release_id", "code")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=12)
    short = models.CharField(max_length=40)
    long = models.TextField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    coverage = models.CharField(max_length=1, blank=True)
    kind = models.CharField(max_length=20, blank=True, default="")
    of = models.TextField(blank=True, default="")

    class Meta:
        db_table = "code_list_code"


class CoverageCode(models.Model):
    """A code of a coverage article."""

    pk = models.CompositePrimaryKey("release_id", "article", "use", "group", "code")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+", db_index=False)
    article = models.CharField(max_length=12)
    title = models.CharField(max_length=200)
    use = models.CharField(max_length=12, choices=[(use.value, use.value) for use in CoverageUse])
    group = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=8)

    class Meta:
        db_table = "code_list_coverage"
        indexes = [models.Index(fields=["release", "use", "code"], name="coverage_by_code")]
