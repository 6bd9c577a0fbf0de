"""Tables of the chart: vital signs, notes, addenda, lists. The database refuses any change to a signed note."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from medoffice.clinic.charting.types import Routed
from medoffice.kernel.full_text import words_of
from medoffice.kernel.ids import new_id


class VitalSigns(models.Model):
    """Vital signs as taken; a second taking is a second row. Units as in types.Vitals."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    systolic = models.PositiveSmallIntegerField(null=True)
    diastolic = models.PositiveSmallIntegerField(null=True)
    pulse = models.PositiveSmallIntegerField(null=True)
    respirations = models.PositiveSmallIntegerField(null=True)
    temperature = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    oxygen = models.PositiveSmallIntegerField(null=True)
    weight = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    height = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    pain = models.PositiveSmallIntegerField(null=True)
    length = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    head = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    last_period = models.DateField(null=True)
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=120)

    class Meta:
        db_table = "vital_signs"
        indexes = [models.Index(fields=["encounter", "-id"], name="vitals_latest")]


class Gestation(models.Model):
    """How long a patient was carried before birth; the latest row counts, a correction is a further one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    weeks = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField(default=0)
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=120)

    class Meta:
        db_table = "gestation"
        indexes = [models.Index(fields=["patient", "-id"], name="gestation_latest")]


class Note(models.Model):
    """A visit note. A trigger refuses any change once ``signed_at`` is set.

    ``template_key`` and ``template_version`` say what it was begun from; blank: from nothing.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    encounter = models.OneToOneField("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    author_id = models.UUIDField()
    author = models.CharField(max_length=140)
    text = models.TextField(blank=True, default="")
    template_key = models.CharField(max_length=50, blank=True, default="")
    template_version = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1)
    signed_at = models.DateTimeField(null=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        db_table = "note"
        indexes = [
            models.Index(fields=["started_at"], name="note_unsigned", condition=models.Q(signed_at=None)),
            GinIndex(words_of("text"), name="note_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_at=None, sha256="")
                | (models.Q(signed_at__isnull=False) & ~models.Q(sha256="")),
                name="signed_means_sealed",
            )
        ]


class PublishedTemplate(models.Model):
    """A version of what notes are begun from, as the office published it. Append-only. Fields as in
    types.NoteTemplate.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=50)
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=80)
    sections = models.JSONField()
    kinds = models.JSONField(default=list)
    classes = models.JSONField(default=list)
    specialty = models.CharField(max_length=10, blank=True, default="")
    retired = models.BooleanField(default=False)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "note_template"
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="one_note_template_of_a_version")]


class TemplateOrder(models.Model):
    """In which order what notes are begun from is offered and looked through; the last row counts. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    keys = models.JSONField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "note_template_order"


class Addendum(models.Model):
    """Words added to a signed note. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="addenda")
    author = models.CharField(max_length=140)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "note_addendum"


class NoteRevision(models.Model):
    """A signed note, or one addendum of it, amended (``text``) or retracted (none), and why. Append-only.

    ``sha256`` seals the words as types.Note's does; the last one counts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="revisions")
    addendum = models.ForeignKey(Addendum, on_delete=models.PROTECT, null=True, related_name="+")
    text = models.TextField(blank=True, default="")
    why = models.CharField(max_length=300)
    author = models.CharField(max_length=140)
    at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        db_table = "note_revision"
        indexes = [GinIndex(words_of("text"), name="note_revision_words")]
        constraints = [models.CheckConstraint(condition=~models.Q(why=""), name="a_revision_says_why")]


class NoteRoute(models.Model):
    """Who always gets an author's signed notes, to co-sign or to read; the last row counts. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    author = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Routed])
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "note_route"
        constraints = [
            models.CheckConstraint(condition=~models.Q(author=models.F("reader")), name="nobody_routes_to_themselves")
        ]


class Cosignature(models.Model):
    """A signed note that waits for, or has, its supervisor's signature. ``sha256`` seals the note's own seal."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    note = models.OneToOneField(Note, on_delete=models.PROTECT, related_name="cosignature")
    supervisor = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=140, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        db_table = "note_cosignature"
        indexes = [models.Index(fields=["asked_at"], name="cosignature_waits", condition=models.Q(signed_at=None))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_at=None, sha256="")
                | (models.Q(signed_at__isnull=False) & ~models.Q(sha256="")),
                name="cosigned_means_sealed",
            )
        ]


class ListEntry(models.Model):
    """An entry of a clinical list as it was from ``at`` on: every change is a further row. Append-only.

    Fields as in types.Version and types.Told. ``encounter`` is the visit whose labels decide who knows this version.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry_id = models.UUIDField()
    version = models.PositiveIntegerField()
    follows = models.PositiveIntegerField(default=0)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14)
    words = models.CharField(max_length=300)
    system = models.CharField(max_length=40, blank=True, default="")
    code = models.CharField(max_length=20, blank=True, default="")
    edition = models.CharField(max_length=80, blank=True, default="")
    status = models.CharField(max_length=20)
    verification = models.CharField(max_length=20)
    began = models.CharField(max_length=10, blank=True, default="")
    ended = models.CharField(max_length=10, blank=True, default="")
    details = models.JSONField(default=dict)
    cause = models.CharField(max_length=10)
    cause_id = models.UUIDField(null=True)
    cause_words = models.CharField(max_length=200, blank=True, default="")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+", null=True)
    why = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "list_entry"
        constraints = [
            models.UniqueConstraint(fields=["entry_id", "version"], name="one_row_a_version"),
            models.CheckConstraint(condition=~models.Q(words=""), name="an_entry_says_what"),
            models.CheckConstraint(condition=models.Q(follows__lt=models.F("version")), name="follows_an_earlier"),
            models.CheckConstraint(condition=models.Q(code="") | ~models.Q(system=""), name="a_code_has_its_system"),
            models.CheckConstraint(
                condition=~models.Q(cause="encounter") | models.Q(encounter__isnull=False),
                name="from_a_visit_names_it",
            ),
        ]


class ListAttestation(models.Model):
    """Somebody looked a list over with the patient; ``none``: there is nothing to put on it. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14)
    none = models.BooleanField()
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "list_attestation"


class IncomingEntry(models.Model):
    """An entry that came from outside and waits until a person accepts, merges or ignores it; it is never removed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14)
    told = models.JSONField()
    cause = models.CharField(max_length=10)
    cause_id = models.UUIDField(null=True)
    cause_words = models.CharField(max_length=200, blank=True, default="")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+", null=True)
    key = models.CharField(max_length=200)
    at = models.DateTimeField()
    decision = models.CharField(max_length=10, default="open")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=120, blank=True, default="")
    entry_id = models.UUIDField(null=True)

    class Meta:
        db_table = "list_incoming"
        constraints = [
            models.UniqueConstraint(fields=["patient", "key"], name="the_same_comes_in_once"),
            models.CheckConstraint(
                condition=models.Q(decision="open", decided_at=None)
                | (~models.Q(decision="open") & models.Q(decided_at__isnull=False)),
                name="a_decision_has_its_time",
            ),
        ]
        indexes = [models.Index(fields=["patient"], name="incoming_open", condition=models.Q(decision="open"))]
