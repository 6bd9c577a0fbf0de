"""The table of the office's own plain words."""

from django.db import models

from medoffice.kernel.ids import new_id


class PlainWord(models.Model):
    """How the office says a word, from this row on; with neither ``says`` nor ``means`` it is left as it is.

    Append-only.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    term = models.CharField(max_length=60)
    says = models.CharField(max_length=80, blank=True, default="")
    means = models.CharField(max_length=200, blank=True, default="")
    source = models.CharField(max_length=200)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "letter_plain_word"
        indexes = [models.Index(fields=["term", "-id"], name="plain_word_latest")]
