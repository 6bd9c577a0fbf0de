"""Table of the pass over danger words."""

from django.db import models

from medoffice.kernel.ids import new_id


class DictationHeard(models.Model):
    """Danger tokens that somebody heard again and called right, of one version of the text. Append-only.

    ``read``: nothing of them could be heard, so they were called right as they stand written.

    Each token is the numbers of its words with what they were; ``of``: how many tokens the text had then.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dictation = models.ForeignKey("dictation.Dictation", on_delete=models.PROTECT, related_name="heard")
    text_version = models.PositiveIntegerField()
    tokens = models.JSONField()
    of = models.PositiveIntegerField()
    read = models.BooleanField(default=False, db_default=False)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_id = models.UUIDField()

    class Meta:
        db_table = "dictation_heard"
        indexes = [models.Index(fields=["dictation", "id"], name="heard_of_dictation")]
