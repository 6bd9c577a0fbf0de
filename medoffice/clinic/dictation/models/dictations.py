"""Tables of dictation: dictations with their story, recordings and text; how soon they are due; short forms."""

from django.db import models

from medoffice.clinic.dictation.types.dictations import BlankReason, Priority, Recogniser, State, Verb
from medoffice.clinic.dictation.types.reviews import ErrorClass, Picked, ReviewState
from medoffice.kernel.ids import new_id
from medoffice.standards.dictated.types import Profile


class Dictation(models.Model):
    """What somebody dictated about a visit; fields as in types.Dictation. ``version`` counts what was done with it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)
    priority = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Priority])
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in State])
    note = models.CharField(max_length=500, blank=True, default="")
    sent_at = models.DateTimeField()
    due_at = models.DateTimeField()
    owner = models.ForeignKey("security.User", on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=300, blank=True, default="")
    ready_at = models.DateTimeField(null=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    became = models.CharField(max_length=10, blank=True, default="")
    became_id = models.UUIDField(null=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "dictation"
        indexes = [
            models.Index(fields=["patient", "-sent_at"], name="dictation_by_patient"),
            models.Index(
                fields=["due_at"],
                name="dictation_open",
                condition=models.Q(state__in=[State.QUEUED, State.TYPING, State.HELD]),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=State.TYPING) | models.Q(owner__isnull=False), name="typed_by_somebody"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[State.HELD, State.REJECTED]) | ~models.Q(why=""),
                name="held_and_rejected_say_why",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[State.SIGNED, State.REJECTED], ended_at__isnull=False)
                | (~models.Q(state__in=[State.SIGNED, State.REJECTED]) & models.Q(ended_at=None)),
                name="an_ended_dictation_has_its_time",
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.SIGNED, became_id__isnull=False) & ~models.Q(sha256="")
                | ~models.Q(state=State.SIGNED) & models.Q(became_id=None, sha256="", became=""),
                name="a_signed_dictation_is_in_the_chart",
            ),
        ]


class Recording(models.Model):
    """A recording of a dictation, as it was sent; when its sound is destroyed, the row stays without its hash."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.ForeignKey(Dictation, on_delete=models.PROTECT, related_name="recordings")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    kind = models.CharField(max_length=8)
    media_type = models.CharField(max_length=30)
    size = models.PositiveIntegerField()
    seconds = models.FloatField(null=True)
    whole = models.BooleanField(default=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dictation_recording"
        constraints = [
            models.UniqueConstraint(
                fields=["dictation", "sha256"], name="one_recording_once", condition=~models.Q(sha256="")
            ),
            models.CheckConstraint(
                condition=models.Q(gone_at=None) & ~models.Q(sha256="") | models.Q(gone_at__isnull=False, sha256=""),
                name="a_recording_is_there_or_gone",
            ),
        ]
        indexes = [models.Index(fields=["sha256"], name="recording_by_content")]


class DictationDraft(models.Model):
    """What a recogniser made of a recording, or why it made nothing; fields as in types.Draft.

    ``put_at``: since when it is in the text. ``forgot``: it was told of a chart that its dictation is no longer about.
    ``learned``: which of the hints are from its author's corrections.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recording = models.OneToOneField(Recording, on_delete=models.PROTECT, related_name="draft")
    recogniser = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Recogniser])
    model = models.CharField(max_length=64, blank=True, default="")
    text = models.TextField(blank=True, default="")
    words = models.JSONField(default=list)
    unheard = models.JSONField(default=list)
    hints = models.JSONField(default=list)
    learned = models.JSONField(default=list)
    forgot = models.BooleanField(default=False)
    trouble = models.CharField(max_length=300, blank=True, default="")
    made_at = models.DateTimeField()
    put_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dictation_draft"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(trouble="") | models.Q(text="", put_at=None), name="a_draft_or_why_there_is_none"
            ),
        ]


class DictationHearing(models.Model):
    """Which recogniser the office has, from when on; of a server, fields as in types.HearingServer. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recogniser = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Recogniser])
    address = models.CharField(max_length=200, blank=True, default="")
    model = models.CharField(max_length=64, blank=True, default="")
    certificate = models.TextField(blank=True, default="")
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "dictation_hearing"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(recogniser=Recogniser.SERVER) & ~models.Q(address="") & ~models.Q(model="")
                | ~models.Q(recogniser=Recogniser.SERVER) & models.Q(address="", model="", certificate=""),
                name="a_server_has_an_address",
            ),
        ]


class DictationStep(models.Model):
    """What was done with a dictation. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.ForeignKey(Dictation, on_delete=models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Verb])
    words = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "dictation_step"
        indexes = [models.Index(fields=["dictation", "id"], name="step_of_dictation")]


class DictationPace(models.Model):
    """How soon a kind of dictation is due, and how long recordings are kept, from a day on. Append-only.

    Fields as in types.Pace.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=30)
    since = models.DateField()
    stat = models.PositiveSmallIntegerField()
    asap = models.PositiveSmallIntegerField()
    routine = models.PositiveSmallIntegerField()
    keep_days = models.PositiveSmallIntegerField()
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "dictation_pace"


class DictationStyle(models.Model):
    """How the office's reports are written, from when on (a Profile). Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    profile = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Profile])
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "dictation_style"


class DictationText(models.Model):
    """What is typed of a dictation by now; fields as in types.Typed, a word as its fields in order."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.OneToOneField(Dictation, on_delete=models.PROTECT, related_name="typed")
    text = models.TextField(blank=True, default="")
    words = models.JSONField(default=list)
    next_id = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=120)

    class Meta:
        db_table = "dictation_text"


class DictationVersion(models.Model):
    """The text as it was when it was finished, returned or signed. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.ForeignKey(Dictation, on_delete=models.PROTECT, related_name="versions")
    verb = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Verb])
    text = models.TextField()
    words = models.JSONField(default=list)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id = models.UUIDField()

    class Meta:
        db_table = "dictation_version"
        indexes = [models.Index(fields=["dictation", "id"], name="version_of_dictation")]


class DictationLines(models.Model):
    """What a signed dictation counts for whoever typed it: characters of the text they last finished. Append-only.

    ``drafted``: a recogniser's draft was corrected. ``seconds`` of sound; None where a recording's head does not say.
    Where all of it was drafted: how many words were signed, and how many words of the drafts were wrong, missing or
    too many beside them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.OneToOneField(Dictation, on_delete=models.PROTECT, related_name="lines")
    typist = models.ForeignKey("security.User", on_delete=models.PROTECT, related_name="+")
    gross_characters = models.PositiveIntegerField()
    visible_characters = models.PositiveIntegerField()
    drafted = models.BooleanField()
    seconds = models.FloatField(null=True)
    signed_words = models.PositiveIntegerField(null=True)
    wrong_words = models.PositiveIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "dictation_lines"
        indexes = [models.Index(fields=["at"], name="lines_by_time")]


class DictationSampling(models.Model):
    """Whose reports are reviewed, from when on; fields as in types.Sampling. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    typist = models.ForeignKey("security.User", on_delete=models.PROTECT, null=True, related_name="+")
    percent = models.PositiveSmallIntegerField()
    new_reports = models.PositiveSmallIntegerField()
    blanks_over = models.PositiveSmallIntegerField()
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "dictation_sampling"


class DictationDraw(models.Model):
    """Whether a finished text is reviewed, and by what: its ticket, the percent that held, why. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.OneToOneField(Dictation, on_delete=models.PROTECT, related_name="draw")
    text = models.OneToOneField(DictationVersion, on_delete=models.PROTECT, related_name="+")
    typist = models.ForeignKey("security.User", on_delete=models.PROTECT, related_name="+")
    ticket = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()
    picked = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in Picked])
    at = models.DateTimeField()

    class Meta:
        db_table = "dictation_draw"
        indexes = [models.Index(fields=["typist"], name="draw_by_typist")]


class DictationReview(models.Model):
    """A review of how a dictation was typed; fields as in types.Review. It changes nothing of the report."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draw = models.OneToOneField(DictationDraw, on_delete=models.PROTECT, related_name="review")
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in ReviewState])
    reviewer = models.ForeignKey("security.User", on_delete=models.PROTECT, null=True, related_name="+")
    score = models.PositiveSmallIntegerField(null=True)
    critical = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(max_length=500, blank=True, default="")
    done_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=500, blank=True, default="")
    read_at = models.DateTimeField(null=True)
    heeded = models.CharField(max_length=300, blank=True, default="")
    heeded_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dictation_review"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=ReviewState.WAITS, score=None, done_at=None, read_at=None)
                | models.Q(
                    state=ReviewState.TOLD, reviewer__isnull=False, score__lte=100, done_at__isnull=False, read_at=None
                )
                | models.Q(
                    state=ReviewState.READ,
                    reviewer__isnull=False,
                    score__lte=100,
                    done_at__isnull=False,
                    read_at__isnull=False,
                ),
                name="a_review_is_done_by_somebody",
            ),
        ]


class DictationError(models.Model):
    """An error that a reviewer scored, by its first word in the text; ``dropped_at``: it was taken back since."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    review = models.ForeignKey(DictationReview, on_delete=models.PROTECT, related_name="errors")
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ErrorClass])
    place = models.PositiveIntegerField()
    typed = models.CharField(max_length=300)
    said = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dictation_error"
        indexes = [models.Index(fields=["review", "id"], name="error_of_review")]


class DictationBlank(models.Model):
    """A place that was left blank, by the number of its word, and what its author said stands there."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.ForeignKey(Dictation, on_delete=models.PROTECT, related_name="blanks")
    word_id = models.PositiveIntegerField()
    reason = models.CharField(max_length=16, choices=[(one.value, one.value) for one in BlankReason])
    at_ms = models.PositiveIntegerField(null=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    answer = models.CharField(max_length=300, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "dictation_blank"
        constraints = [models.UniqueConstraint(fields=["dictation", "word_id"], name="one_reason_a_blank")]


class ShortForm(models.Model):
    """What is typed for longer words; without an owner it is the office's. ``used``: it is still offered."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey("security.User", on_delete=models.PROTECT, null=True, related_name="+")
    short = models.CharField(max_length=20)
    words = models.TextField()
    used = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)

    class Meta:
        db_table = "dictation_short_form"
        constraints = [models.UniqueConstraint(fields=["owner", "short"], name="one_short_form", nulls_distinct=False)]


class DictationHand(models.Model):
    """How somebody works the player: the key or pedal of each act, how far it goes back, how fast it is."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.OneToOneField("security.User", on_delete=models.PROTECT, related_name="+")
    keys = models.JSONField(default=dict)
    back_ms = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()
    pass_percent = models.PositiveSmallIntegerField(default=150, db_default=150)
    version = models.PositiveIntegerField(default=1)
    set_at = models.DateTimeField()

    class Meta:
        db_table = "dictation_hand"
