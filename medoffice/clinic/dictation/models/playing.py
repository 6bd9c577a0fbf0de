"""Table of the copies that are played in place of recordings."""

from django.db import models

from medoffice.kernel.ids import new_id


class PlayingCopy(models.Model):
    """Of a content (``original``, its SHA-256) the copy that is played, or the trouble: then none could be made.

    It goes with the original.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    original = models.CharField(max_length=64, unique=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    size = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(null=True)
    whole = models.BooleanField(default=True)
    trouble = models.CharField(max_length=300, blank=True, default="")
    made_at = models.DateTimeField()

    class Meta:
        db_table = "dictation_playing_copy"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256="", size=0, seconds=None) & ~models.Q(trouble="")
                | ~models.Q(sha256="") & models.Q(seconds__isnull=False, trouble=""),
                name="a_playing_copy_is_there_or_says_why",
            )
        ]
