"""Tables of a recogniser that is a server: its key, and tries of whatever hears."""

from django.db import models

from medoffice.clinic.dictation.models.dictations import DictationHearing
from medoffice.clinic.dictation.types.servers import KeyState
from medoffice.kernel.ids import new_id


class DictationHearingKey(models.Model):
    """The key of the office's server: one row. Sealed with the office's key for this address; blank where none is kept.

    Fields as in types.ServerKey.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in KeyState])
    address = models.CharField(max_length=200, blank=True, default="")
    secret = models.BinaryField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "dictation_hearing_key"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_hearing_key"),
            models.CheckConstraint(
                condition=models.Q(state=KeyState.KEPT) & ~models.Q(address="") & ~models.Q(secret=b"")
                | ~models.Q(state=KeyState.KEPT) & models.Q(address="", secret=b""),
                name="a_key_is_kept_or_gone",
            ),
        ]


class DictationHearingTry(models.Model):
    """A try of the recogniser as it was set, with a sound that ships; fields as in types.Try."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    hearing = models.ForeignKey(DictationHearing, on_delete=models.PROTECT, related_name="tries")
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    seconds = models.FloatField(null=True)
    text = models.CharField(max_length=600, blank=True, default="")
    unsure = models.BooleanField(default=False)
    trouble = models.CharField(max_length=400, blank=True, default="")

    class Meta:
        db_table = "dictation_hearing_try"
        constraints = [
            models.UniqueConstraint(
                fields=["hearing"], condition=models.Q(ended_at=None), name="one_try_of_a_recogniser_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at=None, text="", trouble="")
                | models.Q(ended_at__isnull=False) & (models.Q(text="") ^ models.Q(trouble="")),
                name="a_try_that_ended_heard_or_says_why_not",
            ),
        ]
