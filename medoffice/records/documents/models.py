"""Tables of documents: files as they came, documents made of their pages, the words of pages, what was done."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from medoffice.kernel.full_text import words_of
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.records.documents.types.papers import Door, FileState, SignOff, State


class PaperFile(models.Model):
    """A file as it came, once, by its content. ``kind`` is what its bytes are; ``read_to`` how many pages are read.

    When its content was destroyed the row stays, and the same bytes may come again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    name = models.CharField(max_length=120, blank=True, default="")
    door = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Door])
    sender = models.CharField(max_length=200, blank=True, default="")
    came_at = models.DateTimeField()
    came_by = models.CharField(max_length=120)
    came_with = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    for_patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, blank=True, default="")
    pages = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in FileState], default=FileState.NEW)
    trouble = models.CharField(max_length=20, blank=True, default="")
    read_to = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "document_file"
        indexes = [
            models.Index(fields=["state", "came_at"], name="file_waits", condition=models.Q(state__in=["new", "taken"]))
        ]
        constraints = [
            models.UniqueConstraint(fields=["sha256"], condition=~models.Q(state="gone"), name="kept_once_by_content")
        ]


class Document(Versioned):
    """Pages of a file: in the inbox until they are filed; ``about_id`` is what labels are said of (types.Document)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(PaperFile, on_delete=models.PROTECT, related_name="documents")
    first = models.PositiveIntegerField(default=1)
    last = models.PositiveIntegerField(default=1)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=30, blank=True, default="")
    title = models.CharField(max_length=120, blank=True, default="")
    dated = models.DateField(null=True, blank=True)
    encounter = models.ForeignKey(
        "encounters.Encounter", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about_id = models.UUIDField()
    state = models.CharField(max_length=16, choices=[(one.value, one.value) for one in State], default=State.INBOX)
    sign = models.CharField(
        max_length=18, choices=[(one.value, one.value) for one in SignOff], blank=True, default=SignOff.NONE
    )
    signer = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_by = models.CharField(max_length=120, blank=True, default="")
    why = models.CharField(max_length=200, blank=True, default="")
    suggested = models.JSONField(default=dict, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)
    filed_at = models.DateTimeField(null=True, blank=True)
    filed_by = models.CharField(max_length=120, blank=True, default="")
    arranged = models.PositiveIntegerField(default=0)
    origins = ArrayField(models.UUIDField(), default=list, blank=True)
    gone_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "document"
        indexes = [
            models.Index(fields=["patient", "-added_at"], name="document_by_patient"),
            models.Index(fields=["added_at"], name="document_inbox", condition=models.Q(state="to file")),
            models.Index(fields=["id"], name="document_arranged", condition=models.Q(arranged__gt=0)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="filed") | models.Q(patient__isnull=False), name="filed_is_somebodys"
            ),
            models.CheckConstraint(
                condition=models.Q(first__gte=1, last__gte=models.F("first")), name="document_has_pages"
            ),
            models.CheckConstraint(
                condition=models.Q(state="joined", gone_into__isnull=False)
                | (~models.Q(state="joined") & models.Q(gone_into=None)),
                name="joined_is_in_another",
            ),
        ]


class Leaf(models.Model):
    """A page of an arrangement of a document: the file as it came is never changed, this says what is shown of it.

    A new arrangement has the next number; those before it stay. Append-only.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="leaves")
    arranged = models.PositiveIntegerField()
    place = models.PositiveIntegerField()
    file = models.ForeignKey(PaperFile, on_delete=models.PROTECT, related_name="leaves")
    page = models.PositiveIntegerField()
    turn = models.PositiveSmallIntegerField(default=0)

    class Meta:
        db_table = "document_leaf"
        constraints = [
            models.UniqueConstraint(fields=["document", "arranged", "place"], name="a_place_has_one_page"),
            models.CheckConstraint(
                condition=models.Q(turn__in=[0, 90, 180, 270], page__gte=1, place__gte=1, arranged__gte=1),
                name="a_leaf_is_a_page",
            ),
        ]


class PageText(models.Model):
    """The words of a page, as they were read: by the file itself or by recognising them. ``how`` says which."""

    file = models.ForeignKey(PaperFile, on_delete=models.PROTECT, related_name="texts")
    page = models.PositiveIntegerField()
    how = models.CharField(max_length=10)
    text = models.TextField(blank=True, default="")
    codes = models.JSONField(default=list)
    words = models.GeneratedField(expression=words_of("text"), output_field=SearchVectorField(), db_persist=True)

    class Meta:
        db_table = "document_page"
        constraints = [models.UniqueConstraint(fields=["file", "page"], name="page_read_once")]
        indexes = [GinIndex(fields=["words"], name="page_words")]


class DocumentChange(models.Model):
    """What was done with a document, by whom and why. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="changes")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    what = models.CharField(max_length=30)
    why = models.CharField(max_length=200, blank=True, default="")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        db_table = "document_change"
        indexes = [models.Index(fields=["document", "id"], name="change_in_order")]


class OfficeKind(models.Model):
    """A type of document as the office has it: its own, or one of the program's; the highest ``version`` counts.

    Fields as in types.DocumentKind. Append-only.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=30)
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    words = models.JSONField(default=list)
    signed = models.BooleanField(default=False)
    signer = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    keep = models.CharField(max_length=12)
    since = models.DateField()
    until = models.DateField(null=True)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "document_kind"
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="one_row_a_version_of_a_type")]


class OfficeKeeping(models.Model):
    """How long documents are kept, from a day on, as the office has decided and under which law. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=12)
    since = models.DateField()
    years = models.PositiveSmallIntegerField()
    years_after_18 = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "document_keeping"


class Hold(models.Model):
    """A legal hold on a chart, or on one document of it; it ends by somebody, or after its last day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=200)
    until = models.DateField(null=True)
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=120, blank=True, default="")
    ended_why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "document_hold"
        indexes = [models.Index(fields=["patient"], name="hold_in_force", condition=models.Q(ended_at=None))]


class Destruction(models.Model):
    """A file past its retention: who asked to destroy it, by which rule, and what the second look decided."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(PaperFile, on_delete=models.PROTECT, related_name="destructions")
    kept_until = models.DateField()
    rules = models.CharField(max_length=400)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120)
    asked_by_id = models.UUIDField()
    decision = models.CharField(max_length=10, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=120, blank=True, default="")
    why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "document_destruction"
        constraints = [
            models.UniqueConstraint(fields=["file"], condition=models.Q(decision=""), name="asked_once_at_a_time"),
            models.CheckConstraint(
                condition=models.Q(decision="", decided_at=None)
                | (models.Q(decision__in=["destroyed", "kept"]) & models.Q(decided_at__isnull=False)),
                name="a_second_look_has_its_time",
            ),
        ]
