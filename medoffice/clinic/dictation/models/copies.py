"""Tables of copies: whom a copy of a dictation goes to, and each time it went."""

from django.db import models

from medoffice.clinic.dictation.models.dictations import Dictation
from medoffice.kernel.ids import new_id


class DictationCopy(models.Model):
    """Somebody of the directory who gets a copy of what it became, until ``gone_at``: then they were taken off."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.ForeignKey(Dictation, on_delete=models.PROTECT, related_name="copies")
    performer = models.ForeignKey("referrals.Performer", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dictation_copy"
        constraints = [
            models.UniqueConstraint(
                fields=["dictation", "performer"], condition=models.Q(gone_at=None), name="one_copy_for_each"
            )
        ]


class DictationCopyLetter(models.Model):
    """A copy in the words that a seal tells: the letter it is, or none where its author left it. Append-only.

    ``how``: as signed (""), amended, added to or retracted since. ``why`` it may not go, or was left; without a seal a
    label kept its words in.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    copy = models.ForeignKey(DictationCopy, on_delete=models.PROTECT, related_name="letters")
    seal = models.CharField(max_length=64)
    how = models.CharField(max_length=12, blank=True, default="")
    letter = models.ForeignKey("letters.Letter", on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "dictation_copy_letter"
        indexes = [models.Index(fields=["copy", "id"], name="letter_of_copy")]
