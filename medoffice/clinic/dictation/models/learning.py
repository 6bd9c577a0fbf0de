"""Tables of what a recogniser is told because an author's words were corrected so before."""

from django.db import models

from medoffice.clinic.dictation.models.dictations import Dictation
from medoffice.kernel.ids import new_id


class DictationCorrection(models.Model):
    """A listed word that stands in what was signed where the draft had it otherwise. Append-only.

    ``heard`` may be several words, ``meant`` is one; a name of the patient or of anybody here is in neither. Whose
    words they are, and about whom, says the dictation alone, so they follow it when records are joined or parted. Apart
    from it, and corrected for two patients, a word of lists of medicines and diseases tells nothing of one, and only
    so it is shown. When sound is destroyed nothing of the sound is here; a row stays as long as its dictation.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.ForeignKey(Dictation, on_delete=models.PROTECT, related_name="corrections")
    heard = models.CharField(max_length=160)
    meant = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        db_table = "dictation_correction"
        constraints = [models.UniqueConstraint(fields=["dictation", "heard", "meant"], name="one_correction_once")]


class DictationLeftOut(models.Model):
    """Whether a word of an author is told to a recogniser no more (``out``), from when on. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    author = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, related_name="+")
    meant = models.CharField(max_length=60)
    out = models.BooleanField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "dictation_left_out"
        indexes = [models.Index(fields=["author", "meant", "id"], name="left_out_by_author")]
