"""Tables of the office itself: the practice, its sites, rooms, staff, closures, payers, running numbers."""

from django.db import models

from medoffice.kernel.ids import new_id


class Addressed(models.Model):
    """Something with a US postal address and a telephone."""

    line1 = models.CharField(max_length=80)
    line2 = models.CharField(max_length=80, default="", blank=True)
    city = models.CharField(max_length=60)
    state = models.CharField(max_length=2)
    zip = models.CharField(max_length=10)
    phone = models.CharField(max_length=20, default="", blank=True)

    class Meta:
        abstract = True


class Practice(Addressed):
    """The legal office that bills; one row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    npi = models.CharField(max_length=10)
    tax_id = models.CharField(max_length=10)
    taxonomy = models.CharField(max_length=10)
    only = models.BooleanField(default=True, unique=True)

    class Meta:
        db_table = "practice"
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="one_practice")]


class Site(Addressed):
    """A place where patients are seen."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    zone = models.CharField(max_length=40)
    npi = models.CharField(max_length=10)
    place_of_service = models.CharField(max_length=2, default="11")

    class Meta:
        db_table = "practice_site"


class ExamRoom(models.Model):
    """A room patients are put in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=40)

    class Meta:
        db_table = "practice_room"
        constraints = [models.UniqueConstraint(fields=["site", "name"], name="room_name_once")]


class Staff(models.Model):
    """Somebody who works here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    family_name = models.CharField(max_length=60)
    credentials = models.CharField(max_length=20, default="", blank=True)
    is_provider = models.BooleanField(default=False)
    npi = models.CharField(max_length=10, default="", blank=True)
    taxonomy = models.CharField(max_length=10, default="", blank=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="staff")
    user = models.OneToOneField("security.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "practice_staff"
        constraints = [
            models.CheckConstraint(condition=models.Q(is_provider=False) | ~models.Q(npi=""), name="provider_has_npi")
        ]


class Closure(models.Model):
    """A day on which a site is closed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    site = models.ForeignKey(Site, on_delete=models.PROTECT)
    on = models.DateField()
    reason = models.CharField(max_length=80)

    class Meta:
        db_table = "practice_closure"
        constraints = [models.UniqueConstraint(fields=["site", "on"], name="closed_once")]


class Payer(Addressed):
    """Who pays claims."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    number = models.CharField(max_length=30, unique=True)
    filing_code = models.CharField(max_length=2)
    timely_filing_days = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "practice_payer"


class NumberSequence(models.Model):
    """The last short human number given out, by prefix."""

    prefix = models.CharField(max_length=8, primary_key=True)
    last = models.BigIntegerField(default=10_000)

    class Meta:
        db_table = "practice_number"
