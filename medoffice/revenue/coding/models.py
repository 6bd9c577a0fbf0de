"""Tables of coding: the office's services, and the codes of visits with their evidence."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.revenue.coding.types import QueryState, Touches


class OfficeService(models.Model):
    """A service the office offers and the code it bills for it, dated. The office's own table."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField()
    code = models.CharField(max_length=5)
    words = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    placeholder = models.BooleanField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "coding_service"
        constraints = [models.UniqueConstraint(fields=["key", "valid_from"], name="service_once_a_date")]


class Coding(models.Model):
    """The codes of one visit; finished when a coder releases them to billing. ``place``: of one at a distance."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    encounter = models.OneToOneField("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    note = models.ForeignKey("charting.Note", on_delete=models.PROTECT, related_name="+")
    date = models.DateField()
    coder = models.CharField(max_length=120, blank=True, default="")
    place = models.CharField(max_length=2, blank=True, default="")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "coding"


class Evidenced(models.Model):
    """A code with what supports it. A code without evidence cannot be stored."""

    evidence_kind = models.CharField(
        max_length=12,
        choices=[
            ("note", "words of the note"),
            ("order", "an order"),
            ("prescription", "a prescription"),
            ("answer", "the provider's answer"),
        ],
    )
    evidence_id = models.UUIDField()
    evidence_start = models.PositiveIntegerField()
    evidence_end = models.PositiveIntegerField()
    evidence_quote = models.TextField()
    coded_by = models.CharField(max_length=120)
    coded_at = models.DateTimeField()

    class Meta:
        abstract = True


class Diagnosis(Evidenced):
    """An ICD-10-CM code at its place."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    coding = models.ForeignKey(Coding, on_delete=models.PROTECT, related_name="diagnoses")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=8)
    title = models.CharField(max_length=300)

    class Meta:
        db_table = "coding_diagnosis"
        indexes = [models.Index(fields=["code"], name="diagnosis_code")]
        constraints = [
            models.UniqueConstraint(
                fields=["coding", "position"], name="position_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(fields=["coding", "code"], name="diagnosis_once"),
            models.CheckConstraint(condition=~models.Q(evidence_quote=""), name="diagnosis_has_evidence"),
        ]


class CodedService(Evidenced):
    """A service line."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    coding = models.ForeignKey(Coding, on_delete=models.PROTECT, related_name="services")
    line = models.PositiveSmallIntegerField()
    key = models.SlugField()
    code = models.CharField(max_length=5)
    words = models.CharField(max_length=120)
    modifiers = ArrayField(models.CharField(max_length=2), default=list, size=4)
    units = models.PositiveSmallIntegerField(default=1)
    pointers = ArrayField(models.PositiveSmallIntegerField(), default=list, size=4)

    class Meta:
        db_table = "coding_service_line"
        constraints = [
            models.UniqueConstraint(fields=["coding", "line"], name="line_once"),
            models.CheckConstraint(condition=models.Q(units__gte=1), name="one_unit_at_least"),
            models.CheckConstraint(condition=~models.Q(evidence_quote=""), name="service_has_evidence"),
        ]


class LevelElement(Evidenced):
    """Something that counts for the level of a visit: a kind of ``rules.levels``, or the practitioner's minutes."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    coding = models.ForeignKey(Coding, on_delete=models.PROTECT, related_name="elements")
    kind = models.CharField(max_length=24)
    about = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        db_table = "coding_level_element"
        constraints = [
            models.CheckConstraint(condition=~models.Q(evidence_quote=""), name="element_has_evidence"),
            models.UniqueConstraint(fields=["coding"], condition=models.Q(kind="minutes"), name="one_time_of_a_visit"),
            models.CheckConstraint(
                condition=models.Q(kind="minutes", minutes__gte=1) | (~models.Q(kind="minutes") & models.Q(minutes=0)),
                name="minutes_are_of_time",
            ),
        ]


class ProviderQuery(models.Model):
    """A question to the provider of a visit, of words of its note; its release waits until it is closed.

    ``question`` is what was asked, whatever became of the template. It is answered or withdrawn, once.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    coding = models.ForeignKey(Coding, on_delete=models.PROTECT, related_name="queries")
    template = models.SlugField()
    question = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    asked_by = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=[(one.value, one.value) for one in QueryState])
    answer = models.TextField(blank=True, default="")
    addendum_id = models.UUIDField(null=True)
    closed_by = models.CharField(max_length=120, blank=True, default="")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "coding_provider_query"
        constraints = [
            models.CheckConstraint(condition=~models.Q(quote=""), name="query_has_words"),
            models.CheckConstraint(
                condition=models.Q(state=QueryState.OPEN, closed_at=None, answer="", addendum_id=None)
                | models.Q(state=QueryState.WITHDRAWN, closed_at__isnull=False, answer="", addendum_id=None)
                | (
                    models.Q(state=QueryState.ANSWERED, closed_at__isnull=False, addendum_id__isnull=False)
                    & ~models.Q(answer="")
                ),
                name="query_closed_once",
            ),
            models.UniqueConstraint(
                fields=["coding", "template", "start", "end"],
                condition=models.Q(state=QueryState.OPEN),
                name="query_open_once",
            ),
        ]


class RejectedSuggestion(models.Model):
    """A suggestion turned down at a visit; counted for the office until it is offered again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    coding = models.ForeignKey(Coding, on_delete=models.PROTECT, related_name="rejected")
    code = models.CharField(max_length=8)
    title = models.CharField(max_length=300)
    reason = models.SlugField()
    quote = models.TextField()
    rejected_by = models.CharField(max_length=120)
    rejected_at = models.DateTimeField()

    class Meta:
        db_table = "coding_rejected"
        indexes = [models.Index(fields=["code"], name="rejected_code")]
        constraints = [models.UniqueConstraint(fields=["coding", "code"], name="rejected_once")]


class LeftAsItIs(models.Model):
    """Something that names a code that ended, looked at and left so. Append-only: mending it later changes nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Touches])
    ref = models.CharField(max_length=50)
    code = models.CharField(max_length=8)
    left_by = models.CharField(max_length=120)
    left_at = models.DateTimeField()

    class Meta:
        db_table = "coding_left"
        constraints = [models.UniqueConstraint(fields=["kind", "ref", "code"], name="left_once")]
