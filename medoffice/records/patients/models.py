"""Tables of patient identity: patients, the words of their names for finding them, permitted persons."""

from collections.abc import Mapping

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Right

from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.records.patients.types.card import (
    ETHNICITIES,
    GENDER_IDENTITIES,
    ORIENTATIONS,
    RACES,
    SYSTEMS,
    USES,
    Coded,
)
from medoffice.records.patients.types.reaching import WAYS


def _choices(codes: Mapping[str, Coded]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Unmerged(models.Manager["Patient"]):
    """Those who stand for themselves."""

    def get_queryset(self) -> models.QuerySet["Patient"]:
        """Without the records that are now a part of another."""
        return super().get_queryset().filter(merged_into=None)


class Patient(Versioned):
    """A patient. ``phone_digits`` is the phone's last ten digits, for finding; blank never matches.

    ``address_as``, ``fears`` and ``helps`` are the comfort card, with the preferred name and the language. The doctor
    who looks after them (``pcp``) is one of ours or one elsewhere; ``photo`` is the SHA-256 of a stored PNG. What
    begins with ``private`` is where they asked to be reached instead (45 CFR 164.522(b)), ``not_by`` what they want
    none of. A record that was merged into another keeps its row and its number, names the other, and is none of
    ``objects``.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mrn = models.CharField(max_length=16, unique=True)
    family = models.CharField(max_length=80)
    given = models.CharField(max_length=80, blank=True, default="")
    middle = models.CharField(max_length=80, blank=True, default="")
    suffix = models.CharField(max_length=12, blank=True, default="")
    preferred = models.CharField(max_length=80, blank=True, default="")
    pronouns = models.CharField(max_length=30, blank=True, default="")
    sex = models.CharField(max_length=1, choices=[("F", "female"), ("M", "male"), ("U", "unknown")])
    birth_date = models.DateField()
    deceased_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=8, default="en")
    interpreter = models.BooleanField(default=False)
    phone = models.CharField(max_length=24, blank=True, default="")
    phone_digits = models.CharField(max_length=10, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    line1 = models.CharField(max_length=80, blank=True, default="")
    line2 = models.CharField(max_length=80, blank=True, default="")
    city = models.CharField(max_length=60, blank=True, default="")
    state = models.CharField(max_length=2, blank=True, default="")
    zip = models.CharField(max_length=10, blank=True, default="")
    household_id = models.UUIDField(null=True, blank=True)
    guarantor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    alert = models.CharField(max_length=200, blank=True, default="")
    address_as = models.CharField(max_length=80, blank=True, default="")
    fears = models.CharField(max_length=200, blank=True, default="")
    helps = models.CharField(max_length=200, blank=True, default="")
    gender_identity = models.CharField(max_length=18, blank=True, default="", choices=_choices(GENDER_IDENTITIES))
    orientation = models.CharField(max_length=18, blank=True, default="", choices=_choices(ORIENTATIONS))
    race = ArrayField(models.CharField(max_length=8, choices=_choices(RACES)), blank=True, default=list)
    ethnicity = models.CharField(max_length=8, blank=True, default="", choices=_choices(ETHNICITIES))
    employer = models.CharField(max_length=120, blank=True, default="")
    employer_phone = models.CharField(max_length=24, blank=True, default="")
    pcp = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pcp_outside = models.CharField(max_length=120, blank=True, default="")
    pcp_phone = models.CharField(max_length=24, blank=True, default="")
    pharmacy = models.CharField(max_length=120, blank=True, default="")
    pharmacy_address = models.CharField(max_length=160, blank=True, default="")
    pharmacy_phone = models.CharField(max_length=24, blank=True, default="")
    private_way = models.CharField(max_length=8, blank=True, default="", choices=[(one, one) for one in WAYS])
    private_phone = models.CharField(max_length=24, blank=True, default="")
    private_email = models.EmailField(blank=True, default="")
    private_care_of = models.CharField(max_length=80, blank=True, default="")
    private_line1 = models.CharField(max_length=80, blank=True, default="")
    private_line2 = models.CharField(max_length=80, blank=True, default="")
    private_city = models.CharField(max_length=60, blank=True, default="")
    private_state = models.CharField(max_length=2, blank=True, default="")
    private_zip = models.CharField(max_length=10, blank=True, default="")
    not_by = ArrayField(models.CharField(max_length=8, choices=[(w, w) for w in WAYS]), blank=True, default=list)
    not_by_why = models.CharField(max_length=120, blank=True, default="")
    photo = models.CharField(max_length=64, blank=True, default="")
    sort_key = models.CharField(max_length=200)
    registered_at = models.DateTimeField()
    registered_by = models.CharField(max_length=120, blank=True, default="")
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = Unmerged()
    everyone = models.Manager["Patient"]()

    class Meta:
        db_table = "patient"
        constraints = [
            models.CheckConstraint(condition=~models.Q(merged_into=models.F("id")), name="merged_into_another")
        ]
        indexes = [
            models.Index(fields=["birth_date", "sort_key"], name="patient_born"),
            models.Index(
                fields=["phone_digits", "sort_key"], name="patient_phone", condition=~models.Q(phone_digits="")
            ),
            models.Index(Right("phone_digits", 7), "sort_key", name="patient_phone_seven"),
            models.Index(Right("phone_digits", 4), "sort_key", name="patient_phone_four"),
            models.Index(fields=["household_id"], name="patient_household"),
            GinIndex(fields=["phone_digits"], name="patient_phone_part", opclasses=["gin_trgm_ops"]),
        ]


class NameWord(models.Model):
    """A folded word of a patient's name; searches are by prefix of these, in the order of the word, then of people.

    ``sort_key`` is the patient's: the first few of thousands are read off the index without looking at the others.
    """

    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="name_words")
    word = models.CharField(max_length=160, db_collation="C")
    sort_key = models.CharField(max_length=200, db_collation="C", default="")

    class Meta:
        db_table = "patient_name_word"
        constraints = [models.UniqueConstraint(fields=["patient", "word"], name="name_word_once")]
        indexes = [models.Index(fields=["word", "sort_key"], name="name_word_in_order")]


class KnownWord(models.Model):
    """Every folded word of anybody's name, once: what a name with a slip is held against when no prefix fits.

    ``letters`` are its letters in order, so that two that changed places still find it. Words stay when nobody has them
    any more; they find nobody then.
    """

    word = models.CharField(max_length=160, primary_key=True)
    sound = models.CharField(max_length=161)
    letters = models.CharField(max_length=160)

    class Meta:
        db_table = "patient_known_word"
        indexes = [
            GinIndex(fields=["word"], name="known_word_like", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["sound"], name="known_word_sound"),
            models.Index(fields=["letters"], name="known_word_letters"),
        ]


class PermittedPerson(models.Model):
    """Somebody the patient allows to speak with the office, until they end it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="permitted")
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=40)
    phone = models.CharField(max_length=24, blank=True, default="")
    phone_digits = models.CharField(max_length=10, blank=True, default="")
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "patient_permitted_person"
        indexes = [models.Index(fields=["phone_digits"], name="permitted_phone", condition=~models.Q(phone_digits=""))]


class Contact(models.Model):
    """A further telephone or e-mail address of a patient, until it is ended."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="contacts")
    system = models.CharField(max_length=8, choices=[(one, one) for one in SYSTEMS])
    use = models.CharField(max_length=8, choices=[(one, one) for one in USES])
    value = models.CharField(max_length=254)
    note = models.CharField(max_length=80, blank=True, default="")
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "patient_contact"


class Said(models.Model):
    """What a patient says about themselves that the record has otherwise; the record stays until a person decides.

    ``was`` is what the record had then. ``source`` names what they said it in, if it was a form. ``teller`` is the
    payer that told it, if one did.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="said")
    field = models.CharField(max_length=20)
    said = models.CharField(max_length=200, blank=True)
    was = models.CharField(max_length=200, blank=True)
    source_id = models.UUIDField(null=True)
    said_at = models.DateTimeField()
    noted_by = models.CharField(max_length=120)
    teller = models.CharField(max_length=120, blank=True, default="")
    state = models.CharField(max_length=8, default="open")
    decided_by = models.CharField(max_length=120, blank=True, default="")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "patient_said"
        indexes = [models.Index(fields=["patient", "-said_at"], name="said_by_patient")]
        constraints = [
            models.UniqueConstraint(
                fields=["patient", "field"], name="one_open_of_a_field", condition=models.Q(state="open")
            )
        ]


class CardFact(models.Model):
    """That a field of a card says something from ``at`` on, by whom, and from what it is known. Append-only.

    ``sha256`` is of what it said then: of a field that says otherwise by now, nothing is told. A row without a field is
    of the whole registration. ``cause`` is a kind of ``register_card_cause``, blank for what was told at the desk.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=20, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    cause = models.CharField(max_length=10, blank=True, default="")
    cause_id = models.UUIDField(null=True)
    cause_words = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "patient_card_fact"
        indexes = [models.Index(fields=["patient", "-id"], name="card_fact_latest")]


class LabelSize(models.Model):
    """A size of labels or cards the office prints: what is on it, and its millimetres."""

    key = models.SlugField(primary_key=True)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=8, choices=[("patient", "patient"), ("chart", "chart"), ("card", "card")])
    width_mm = models.PositiveSmallIntegerField()
    height_mm = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "patient_label_size"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(width_mm__gte=20, width_mm__lte=220, height_mm__gte=10, height_mm__lte=300),
                name="label_fits_a_printer",
            )
        ]


class Merge(models.Model):
    """Two records that are one person's: ``merged`` became a part of ``survivor``, until it is taken apart again.

    The two are ids, not keys, so that a later merge of the survivor leaves the history as it was. ``changed`` are the
    cells that got another value, each [table, key, column, before, after]; the rows that moved stand in the parts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    survivor = models.UUIDField()
    merged = models.UUIDField()
    changed = models.JSONField(default=list)
    merged_at = models.DateTimeField()
    merged_by = models.CharField(max_length=120)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "patient_merge"
        indexes = [
            models.Index(fields=["survivor", "-merged_at"], name="merge_of_survivor"),
            models.Index(fields=["merged"], name="merge_of_merged"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["merged"], name="merged_once_at_a_time", condition=models.Q(undone_at=None))
        ]


class MergePart(models.Model):
    """What a merge did in one column of one table, by the keys of its rows: append-only, written by the move itself.

    ``moved`` came from the merged record, ``stood`` was the survivor's before, ``rests`` would stand there twice and
    stays with the merged record. What is the survivor's and in neither of the first two came later.
    """

    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="parts")
    of_table = models.CharField(max_length=63)
    of_column = models.CharField(max_length=63)
    moved = ArrayField(models.TextField())
    stood = ArrayField(models.TextField())
    rests = ArrayField(models.TextField())

    class Meta:
        db_table = "patient_merge_part"


class MaybeSame(models.Model):
    """Two records that may be one person's, until a person says: then ``different`` says that they are two.

    The two are ids, not keys, the lower first: what was said of them stays said, whatever is merged. Those of whom one
    is a part of another record by now are not asked about.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    one = models.UUIDField()
    other = models.UUIDField()
    likely = models.FloatField(default=0)
    reasons = ArrayField(models.TextField(), default=list)
    found_at = models.DateTimeField()
    later_until = models.DateTimeField(null=True)
    different = models.BooleanField(default=False)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "patient_maybe_same"
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="pair_asked_once"),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="the_lower_first"),
        ]
